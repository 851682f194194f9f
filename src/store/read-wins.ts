import type { Owner, Win } from "../evidence/types.ts";
import type { FilingRow, Queries, ShareRow, WinRow } from "./tables.ts";
import { byFiling, byShare, toKey, toWin } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";

/** Rows of one owner with all that belongs to them: one statement more for filings and, where any was ever shared, one for shares. */
export async function readWins(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  rows: readonly WinRow[],
): Promise<Win[]> {
  if (rows.length === 0) {
    return [];
  }
  const found = await statements.filings(rows.length)(queries, { ...toKey(owner), ...toIds(rows) });
  const filings = Map.groupBy<string, FilingRow>(found.rows, ({ win_id }) => win_id);
  const shares = await readShares(queries, statements, owner, rows);

  return rows.map((row) =>
    toWin(row, (filings.get(row.id) ?? []).toSorted(byFiling), (shares.get(row.id) ?? []).toSorted(byShare)),
  );
}

async function readShares(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  rows: readonly WinRow[],
): Promise<Map<string, ShareRow[]>> {
  const shared = rows.filter(({ visibility }) => visibility !== "private");

  if (shared.length === 0) {
    return new Map();
  }
  const found = await statements.shares(shared.length)(queries, { ...toKey(owner), ...toIds(shared) });
  return Map.groupBy<string, ShareRow>(found.rows, ({ win_id }) => win_id);
}

function toIds(rows: readonly WinRow[]): Record<`id${number}`, string> {
  return Object.fromEntries(rows.map(({ id }, index) => [`id${index}`, id]));
}

export async function readWin(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  id: string,
): Promise<Win | undefined> {
  const { rows } = await statements.byId(queries, { ...toKey(owner), id });
  const [win] = await readWins(queries, statements, owner, rows);
  return win;
}
