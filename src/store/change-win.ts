import type { Filing, Owner, Win, WinChanges } from "../evidence/types.ts";
import { readKept, readWin } from "./read-wins.ts";
import type { Tx } from "./transaction.ts";
import { toFilingRow, toKey } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";
import { indexedWords } from "./win-words.ts";

/** What can be done to a win that exists. Each answers undefined when the owner has no such win. */

/** How long a removed win can be brought back. */
export const UNDO_MS = 24 * 60 * 60 * 1000;

export async function editWin(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  id: string,
  changes: WinChanges,
  at: Date,
): Promise<Win | undefined> {
  const before = await readKept(tx, statements, owner, id);

  if (before === undefined) {
    return undefined;
  }
  const after: Win = { ...before, ...changes, editedAt: at.toISOString() };

  await statements.updateWin(tx, {
    ...toKey(owner),
    id,
    text: after.text,
    happened_on: after.happenedOn,
    outcome: after.outcome,
    note: after.note,
    people: JSON.stringify(after.people),
    links: JSON.stringify(after.links),
    edited_at: after.editedAt,
  });
  await reindex(tx, statements, owner, before, after);
  return after;
}

export async function fileWin(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  id: string,
  filing: Filing,
): Promise<Win | undefined> {
  const before = await readKept(tx, statements, owner, id);

  if (before === undefined) {
    return undefined;
  }
  await statements.insertFiling(tx, toFilingRow(owner, id, filing));
  return readChanged(tx, statements, owner, before);
}

export async function unfileWin(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  id: string,
  criterionId: string,
): Promise<Win | undefined> {
  const before = await readKept(tx, statements, owner, id);

  if (before === undefined) {
    return undefined;
  }
  await statements.deleteFiling(tx, { ...toKey(owner), win_id: id, criterion_id: criterionId });
  return readChanged(tx, statements, owner, before);
}

/** `at` null brings it back. Removing again does not begin the time for undoing again. */
export async function setRemoved(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  id: string,
  removed: boolean,
  at: Date,
): Promise<Win | undefined> {
  const before = await readWin(tx, statements, owner, id);

  if (before === undefined || isGone(before, at)) {
    return undefined;
  }
  if (removed === (before.deletedAt !== null)) {
    return before;
  }
  const deletedAt = removed ? at.toISOString() : null;
  await statements.setDeleted(tx, { ...toKey(owner), id, deleted_at: deletedAt });
  return { ...before, deletedAt };
}

/** Past its time, though nobody has purged it yet. */
export function isGone(win: Win, at: Date): boolean {
  return win.deletedAt !== null && Date.parse(win.deletedAt) <= at.getTime() - UNDO_MS;
}

async function readChanged(tx: Tx, statements: WinStatements, owner: Owner, before: Win): Promise<Win | undefined> {
  const after = await readWin(tx, statements, owner, before.id);

  if (after !== undefined) {
    await reindex(tx, statements, owner, before, after);
  }
  return after;
}

async function reindex(tx: Tx, statements: WinStatements, owner: Owner, before: Win, after: Win): Promise<void> {
  const words = indexedWords(after);

  if (words !== indexedWords(before)) {
    await statements.saveWords(tx, { ...toKey(owner), win_id: after.id, words });
  }
}
