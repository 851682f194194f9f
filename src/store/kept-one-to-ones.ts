import type { Kysely } from "kysely";
import type { Owner } from "../evidence/types.ts";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import { type KeptOneToOne, UNTIL_RESUMED } from "../one-to-ones/types.ts";
import { importedId } from "./import-wins.ts";
import { inParts } from "./in-parts.ts";
import { toOneToOne, toPoint, toSentCopy, toTermsColumns, toTurnColumns, toTurnNotes } from "./one-to-one-rows.ts";
import type { Tables } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";
import { toKey } from "./win-rows.ts";

/** Columns times this stay below what one statement may carry. */
const ROWS = 100;

/** 1:1s as a whole: out with an export, and back in. They keep their ids, which mean something only together with their owner. */
export function createKeptOneToOnes(db: Kysely<Tables>): Pick<OneToOneBook, "everything" | "takeIn"> {
  return {
    async everything(owner) {
      const { team_id, user_id } = toKey(owner);
      const [ones, turns, points, copies] = await Promise.all([
        db.selectFrom("one_to_one").selectAll().where("team_id", "=", team_id).where("user_id", "=", user_id).execute(),
        db
          .selectFrom("one_to_one_turn")
          .selectAll()
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .orderBy("day")
          .execute(),
        db
          .selectFrom("one_to_one_point")
          .selectAll()
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .orderBy("id")
          .execute(),
        db
          .selectFrom("sent_copy")
          .selectAll()
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .where("state", "!=", "preview")
          .orderBy("id")
          .execute(),
      ]);
      const of = <Row extends { readonly one_to_one_id: string }>(rows: readonly Row[], id: string) =>
        rows.filter((row) => row.one_to_one_id === id);

      return ones
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((row) => ({
          ...toOneToOne(row),
          turns: of(turns, row.id).map(toTurnNotes),
          points: of(points, row.id).map((point) => ({ ...toPoint(point), closedAt: point.closed_at })),
          copies: of(copies, row.id).map(toSentCopy),
        }));
    },

    async takeIn(owner, ones) {
      let added = 0;
      for (const one of ones) added += await inTransaction(db, (tx) => takeInOne(tx, owner, one));
      return added;
    },
  };
}

async function takeInOne(tx: Tx, owner: Owner, one: KeptOneToOne): Promise<number> {
  const key = toKey(owner);
  const { id, createdAt } = one;
  const made = await tx
    .insertInto("one_to_one")
    .values({
      ...key,
      id,
      gesture: `import:${id}`,
      ...toTermsColumns(one),
      paused_until: UNTIL_RESUMED,
      paused_at: null,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const wins = await winsNow(tx, owner, one);
  const mine = { ...key, one_to_one_id: id };
  const turns = one.turns.map((turn) => ({
    ...mine,
    day: turn.day,
    ...toTurnColumns({ ...turn, leftOut: turn.leftOut.map((win) => wins.get(win) ?? win) }),
  }));
  const points = one.points.map((point) => ({
    ...mine,
    id: point.id,
    gesture: `import:${point.id}`,
    text: point.text,
    permalink: point.permalink,
    created_at: point.createdAt,
    closed_at: point.closedAt,
  }));
  const copies = one.copies.map((copy) => ({
    ...mine,
    id: copy.id,
    day: copy.day,
    to_user: copy.to,
    view: JSON.stringify({ text: copy.text, blocks: [] }),
    state: copy.withdrawn ? ("withdrawn" as const) : ("imported" as const),
    channel: null,
    ts: null,
    made_at: copy.sentAt,
  }));

  for (const rows of inParts(turns, ROWS)) {
    await tx
      .insertInto("one_to_one_turn")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const rows of inParts(points, ROWS)) {
    await tx
      .insertInto("one_to_one_point")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const rows of inParts(copies, ROWS)) {
    await tx
      .insertInto("sent_copy")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return Number(made.numInsertedOrUpdatedRows ?? 0n);
}

/** Imported wins have other ids than in the file, unless they were there before. */
async function winsNow(tx: Tx, owner: Owner, { turns }: KeptOneToOne): Promise<ReadonlyMap<string, string>> {
  const { team_id, user_id } = toKey(owner);
  const named = [...new Set(turns.flatMap(({ leftOut }) => leftOut))];
  const there = new Set<string>();

  for (const ids of inParts(named, ROWS)) {
    const rows = await tx
      .selectFrom("win")
      .select("id")
      .where("team_id", "=", team_id)
      .where("user_id", "=", user_id)
      .where("id", "in", ids)
      .execute();
    for (const { id } of rows) there.add(id);
  }
  return new Map(named.map((id) => [id, there.has(id) ? id : importedId(owner, id)]));
}
