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

/** The same columns for many rows in one statement, built once for each number of rows; `rows` stands for the list of them. */
export function manyRows<Row extends object>(
  columns: readonly (keyof Row & string)[],
  build: (rows: RawBuilder<unknown>) => CompiledQuery<never>,
): Prepared<readonly Row[], never> {
  const ofCount = preparedPerCount<readonly Row[], never>((count) => {
    const cells = Array.from({ length: count }, (_, row) => columns.map((column) => sql`${new Cell(row, column)}`));
    const query = build(sql.join(cells.map((row) => sql`(${sql.join(row)})`)));

    return (queries: Queries, rows: readonly Row[]) => {
      const parameters = query.parameters.map((value): unknown =>
        value instanceof Cell ? Reflect.get(rows[value.row] ?? {}, value.column) : value,
      );

      return queries.executeQuery({ ...query, parameters });
    };
  });

  return (queries, rows) => ofCount(rows.length)(queries, rows);
}

class Cell {
  readonly row: number;
  readonly column: string;

  constructor(row: number, column: string) {
    this.row = row;
    this.column = column;
  }
}
