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
  const ids = rows.map(({ id }) => id);
  const shared = rows.filter(({ visibility }) => visibility !== "private").map(({ id }) => id);
  const found = await statements.filings(ids.length)(queries, { ...toKey(owner), ...toSlots(ids) });
  const filings = Map.groupBy<string, FilingRow>(found.rows, ({ win_id }) => win_id);
  const shares = await readShares(queries, statements, owner, shared);

  return rows.map((row) =>
    toWin(row, (filings.get(row.id) ?? []).toSorted(byFiling), (shares.get(row.id) ?? []).toSorted(byShare)),
  );
}

/** By the win's id. */
export async function readShares(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  ids: readonly string[],
): Promise<Map<string, ShareRow[]>> {
  if (ids.length === 0) {
    return new Map();
  }
  const found = await statements.shares(ids.length)(queries, { ...toKey(owner), ...toSlots(ids) });
  return Map.groupBy<string, ShareRow>(found.rows, ({ win_id }) => win_id);
}

function toSlots(ids: readonly string[]): Record<`id${number}`, string> {
  return Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
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

/** One that was removed is not changed any more, though it can come back. */
export async function readKept(
  queries: Queries,
  statements: WinStatements,
  owner: Owner,
  id: string,
): Promise<Win | undefined> {
  const win = await readWin(queries, statements, owner, id);

  return win?.deletedAt === null ? win : undefined;
}
