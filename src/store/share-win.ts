import type { Gesture, NewShare, Shared } from "../evidence/evidence-log.ts";
import type { Owner, Share, Win } from "../evidence/types.ts";
import { shareId, visibilityOf } from "../evidence/visibility.ts";
import { readKept, readShares, readWin } from "./read-wins.ts";
import type { Tx } from "./transaction.ts";
import { toKey, toShare, toShareRow } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";

/** Who else can see a win. The word that the win keeps about it is written in the transaction that changes it. */

export async function shareWin(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  id: string,
  { audience, shown }: NewShare,
  gesture: Gesture,
  at: Date,
): Promise<Shared | undefined> {
  const key = toKey(owner);
  const before = await readKept(tx, statements, owner, id);

  if (before === undefined) {
    return undefined;
  }
  const known = await statements.byGesture(tx, { ...key, key: gesture.key });

  if (known.rows.length > 0) {
    const same = ({ audience: one }: Share) => one.kind === audience.kind && one.id === audience.id;
    return { outcome: "repeat", win: before, share: before.shares.findLast(same) };
  }
  const sharedAt = at.toISOString();
  const made = { audience, sharedAt, shown };
  const share: Share = { ...made, id: shareId(owner, made), messageTs: null, withdrawnAt: null };

  await statements.saveShare(tx, toShareRow(owner, id, share));
  await statements.insertGesture(tx, { ...key, key: gesture.key, win_id: id, made_at: sharedAt });
  const win = await readShared(tx, statements, owner, id);
  return win === undefined ? undefined : { outcome: "shared", win, share };
}

export async function unshareWin(tx: Tx, statements: WinStatements, owner: Owner, id: string): Promise<void> {
  const key = toKey(owner);
  const [row] = (await statements.shareById(tx, { ...key, id })).rows;

  if (row !== undefined) {
    await statements.deleteShare(tx, { ...key, id });
    await readShared(tx, statements, owner, row.win_id);
  }
}

/** A removed win can be withdrawn too: its card stands for as long as nobody takes it away. */
export async function withdrawShare(
  tx: Tx,
  statements: WinStatements,
  owner: Owner,
  id: string,
  messageTs: string | null,
  at: Date,
): Promise<Win | undefined> {
  const [row] = (await statements.shareById(tx, { ...toKey(owner), id })).rows;

  if (row === undefined) {
    return undefined;
  }
  await statements.saveShare(tx, {
    ...row,
    message_ts: messageTs ?? row.message_ts,
    withdrawn_at: row.withdrawn_at ?? at.toISOString(),
  });
  return readShared(tx, statements, owner, row.win_id);
}

/** What the win keeps about it follows from its shares. */
async function readShared(tx: Tx, statements: WinStatements, owner: Owner, id: string): Promise<Win | undefined> {
  const shares = (await readShares(tx, statements, owner, [id])).get(id) ?? [];

  await statements.setVisibility(tx, {
    ...toKey(owner),
    id,
    visibility: visibilityOf({ shares: shares.map(toShare) }),
  });
  return readWin(tx, statements, owner, id);
}
