import type { Owner, Win } from "../evidence/types.ts";
import type { FilingRow, Queries, WinRow } from "./tables.ts";
import { byFiling, toKey, toWin } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";

/** Rows of one owner with their filings: one statement more, however many rows. */
export async function readFilings(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  rows: readonly WinRow[],
): Promise<Win[]> {
  if (rows.length === 0) {
    return [];
  }
  const ids = Object.fromEntries(rows.map(({ id }, index) => [`id${index}`, id]));
  const found = await statements.filings(rows.length)(queries, { ...toKey(owner), ...ids });
  const byWin = Map.groupBy<string, FilingRow>(found.rows, ({ win_id }) => win_id);

  return rows.map((row) => toWin(row, (byWin.get(row.id) ?? []).toSorted(byFiling)));
}

export async function readWin(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  id: string,
): Promise<Win | undefined> {
  const { rows } = await statements.byId(queries, { ...toKey(owner), id });
  const [win] = await readFilings(queries, statements, owner, rows);
  return win;
}
