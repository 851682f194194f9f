import { CompiledQuery, type QueryResult, type RawBuilder, sql } from "kysely";
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
  const { sql: text, parameters: slots } = build((name) => sql`${new Slot(name)}`).compile();
  const run = bare<Row>(text);

  return (queries, values) =>
    run(
      queries,
      slots.map((value): unknown => (value instanceof Slot ? Reflect.get(values, value.name) : value)),
    );
}

/** Keeps the text and not the tree that it was compiled from, which is many times as large. */
function bare<Row>(text: string): (queries: Queries, parameters: readonly unknown[]) => Promise<QueryResult<Row>> {
  const query: CompiledQuery<Row> = CompiledQuery.raw(text);

  return (queries, parameters) => queries.executeQuery({ ...query, parameters });
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

/**
 * The same columns for many rows in one statement, built once for each number of rows. `rows` stands for the list of them, and nothing else in
 * the statement is a value.
 */
export function manyRows<Row extends object>(
  columns: readonly (keyof Row & string)[],
  build: (rows: RawBuilder<unknown>) => CompiledQuery<never>,
): Prepared<readonly Row[], never> {
  const cells = sql`(${sql.join(columns)})`;
  const ofCount = preparedPerCount<readonly Row[], never>((count) => {
    const run = bare<never>(build(sql.join(Array.from({ length: count }, () => cells))).sql);

    return (queries, rows) =>
      run(
        queries,
        rows.flatMap((row) => columns.map((column) => row[column])),
      );
  });

  return (queries, rows) => ofCount(rows.length)(queries, rows);
}
