import type { Gesture, Saved } from "../evidence/evidence-log.ts";
import type { NewWin, Owner, Win } from "../evidence/types.ts";
import { readWin, readWins } from "./read-wins.ts";
import { firstIdAt } from "./sortable-ids.ts";
import type { Tx } from "./transaction.ts";
import { byFiling, byShare, toFilingRow, toKey, toShareRow, toWin, toWinRow } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";
import { indexedWords } from "./win-words.ts";

/** Longer than it takes to press a button again after a time-out, shorter than the next thing that is worth noting. */
const SAME_TEXT_MS = 60_000;

/**
 * The key of the gesture is written in the transaction that it causes, so a repeat finds either nothing or the finished win: also when it
 * arrives while the first is being written, and also when the first ended as "saved already".
 */
export async function saveWin(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  win: NewWin,
  gesture: Gesture,
  made: { readonly id: string; readonly at: Date },
): Promise<Saved> {
  const key = toKey(owner);
  const known = await statements.byGesture(tx, { ...key, key: gesture.key });
  const knownId = known.rows[0]?.win_id;

  if (knownId !== undefined) {
    return { outcome: "repeat", win: await getWin(tx, statements, owner, knownId) };
  }

  const ofMessage = await findOfMessage(tx, statements, owner, win);
  const earlier =
    ofMessage?.deletedAt === null
      ? ({ outcome: "repeat", win: ofMessage } as const)
      : await findSameText(tx, statements, owner, win, gesture, made.at);

  if (earlier !== undefined) {
    await keepGesture(tx, statements, owner, gesture, earlier.win.id, made.at);
    return earlier;
  }

  // Removed, and now handed over again: the new words take the place of the removed ones, which can no longer be restored. A card of
  // theirs still stands in its channel, and the new win says so.
  const shares = ofMessage?.shares ?? [];
  if (ofMessage !== undefined) {
    await statements.deleteWin(tx, { ...key, id: ofMessage.id });
  }
  const saved = await insertWin(tx, statements, owner, { ...win, shares }, made.id, made.at.toISOString());
  await keepGesture(tx, statements, owner, gesture, made.id, made.at);
  return { outcome: "saved", win: saved };
}

export async function insertWin(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  win: NewWin,
  id: string,
  createdAt: string,
  editedAt: string | null = null,
): Promise<Win> {
  const row = { ...toWinRow(owner, id, win, createdAt), edited_at: editedAt };
  const filings = uniqueFilings(win)
    .map((filing) => toFilingRow(owner, id, filing))
    .sort(byFiling);
  await statements.insertWin(tx, row);

  for (const filing of filings) {
    await statements.insertFiling(tx, filing);
  }
  const shares = (win.shares ?? []).map((share) => toShareRow(owner, id, share)).sort(byShare);
  for (const share of shares) {
    await statements.saveShare(tx, share);
  }
  await statements.saveWords(tx, { ...toKey(owner), win_id: id, words: indexedWords({ ...row, filings }) });
  return toWin(row, filings, shares);
}

/** The win that was made from the same message, also when it was removed since. */
async function findOfMessage(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  { source }: NewWin,
): Promise<Win | undefined> {
  const messageKey = source?.messageKey ?? null;

  if (messageKey === null) {
    return undefined;
  }
  const { rows } = await statements.bySource(tx, { ...toKey(owner), message_key: messageKey });
  const [win] = await readWins(tx, statements, owner, rows);
  return win;
}

async function findSameText(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  win: NewWin,
  gesture: Gesture,
  at: Date,
): Promise<Saved | undefined> {
  if (gesture.again === true) {
    return undefined;
  }
  const since = new Date(at.getTime() - SAME_TEXT_MS);
  const { rows } = await statements.bySameText(tx, {
    ...toKey(owner),
    from_id: firstIdAt(since),
    since: since.toISOString(),
    text: win.text,
  });
  const [same] = await readWins(tx, statements, owner, rows);
  return same === undefined ? undefined : { outcome: "same-text", win: same };
}

async function keepGesture(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  gesture: Gesture,
  winId: string,
  at: Date,
): Promise<void> {
  await statements.insertGesture(tx, {
    ...toKey(owner),
    key: gesture.key,
    win_id: winId,
    made_at: at.toISOString(),
  });
}

async function getWin(tx: Tx, statements: WinStatements, owner: Owner, id: string): Promise<Win> {
  return (await readWin(tx, statements, owner, id)) ?? fail(id);
}

function uniqueFilings({ filings = [] }: NewWin) {
  return [...new Map(filings.map((filing) => [filing.criterionId, filing])).values()];
}

function fail(id: string): never {
  throw new Error(`Win ${id} vanished inside a transaction.`);
}
