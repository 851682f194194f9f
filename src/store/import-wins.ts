import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Imported } from "../evidence/evidence-log.ts";
import type { Owner, Share, Win } from "../evidence/types.ts";
import { shareId } from "../evidence/visibility.ts";
import { inParts } from "./in-parts.ts";
import { readWins } from "./read-wins.ts";
import { insertWin } from "./save-win.ts";
import type { Tables, WinRow } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";
import { toKey } from "./win-rows.ts";
import type { WinStatements } from "./win-statements.ts";

/** Everybody else waits for a transaction, so an import takes many small ones and lets the others in between. */
const WINS_PER_TRANSACTION = 25;

/**
 * A win of the file is there already if the owner has it under its own id, under the id that an import gives it, or from the same message.
 * That id is made from the owner and the id in the file: the same file always means the same wins, and never anybody else's.
 */
export async function importWins(
  db: Kysely<Tables>,
  statements: WinStatements,
  owner: Owner,
  wins: readonly Win[],
): Promise<Imported> {
  let added = 0;

  for (const group of inParts(wins, WINS_PER_TRANSACTION)) {
    added += await inTransaction(db, (tx) => importGroup(tx, statements, owner, group));
  }
  return { added, present: wins.length - added };
}

async function importGroup(tx: Tx, statements: WinStatements, owner: Owner, wins: readonly Win[]): Promise<number> {
  let added = 0;

  for (const win of wins) {
    const id = importedId(owner, win.id);
    const there = await findThere(tx, statements, owner, win, id);

    if (there.every(({ deleted_at }) => deleted_at !== null)) {
      const removed = await readWins(tx, statements, owner, there);
      // A removed win makes room: whoever imports a file wants what is in it.
      for (const old of removed) {
        await statements.deleteWin(tx, { ...toKey(owner), id: old.id });
      }
      const shares = toShares(owner, win, removed);
      await insertWin(tx, statements, owner, { ...win, shares, origin: "import" }, id, win.createdAt, win.editedAt);
      added += 1;
    }
  }
  return added;
}

async function findThere(tx: Tx, statements: WinStatements, owner: Owner, win: Win, id: string): Promise<WinRow[]> {
  const key = toKey(owner);
  const messageKey = win.source.messageKey;
  const rows = [
    ...(await statements.byId(tx, { ...key, id: win.id })).rows,
    ...(await statements.byId(tx, { ...key, id })).rows,
    ...(messageKey === null ? [] : (await statements.bySource(tx, { ...key, message_key: messageKey })).rows),
  ];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Of what the file says to be shared, what this person shared: somebody else's cards are not theirs to withdraw. What is known here is newer. */
function toShares(owner: Owner, { shares }: Win, removed: readonly Win[]): Share[] {
  const own = shares.filter((share) => share.id === shareId(owner, share));
  const known = removed.flatMap((win) => win.shares);

  return [...new Map([...own, ...known].map((share) => [share.id, share])).values()];
}

const TIME_LENGTH = 10;

/** Keeps the time of the id, so that imported wins sort where they stood. */
export function importedId(owner: Owner, id: string): string {
  const hash = createHash("sha256").update(`${owner.team}\n${owner.user}\n${id}`).digest();
  const chance = Array.from(hash.subarray(0, 16), (byte) => DIGITS[byte % 32]).join("");

  return id.slice(0, TIME_LENGTH) + chance;
}

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
