import { type CompiledQuery, type QueryResult, type RawBuilder, sql } from "kysely";
import type { Queries } from "./tables.ts";

/** A statement that is built once and run with other values each time: building costs more than running it. */
export type Prepared<Values, Row> = (queries: Queries, values: Values) => Promise<QueryResult<Row>>;

/** Stands where a value will stand. */
export type SlotOf<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>;

class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** `Given`: the values that this statement has slots for, where only the caller knows which those are. */
export function prepared<Values extends object, Row = never, Given extends object = Values>(
  build: (slot: SlotOf<Values>) => { compile(): CompiledQuery<Row> },
): Prepared<Given, Row> {
  const query = build((name) => sql`${new Slot(name)}`).compile();

  return (queries, values) => {
    const parameters = query.parameters.map((value): unknown =>
      value instanceof Slot ? Reflect.get(values, value.name) : value,
    );

    return queries.executeQuery({ ...query, parameters });
  };
}

/** One prepared statement per number of values, made when it is first needed. */
export function preparedPerCount<Values, Row>(
  build: (count: number) => Prepared<Values, Row>,
): (count: number) => Prepared<Values, Row> {
  const made = new Map<number, Prepared<Values, Row>>();

  return (count) => {
    const known = made.get(count) ?? build(count);
    made.set(count, known);
    return known;
  };
}
