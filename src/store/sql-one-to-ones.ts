import type { Kysely } from "kysely";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import { emptyNotes } from "../one-to-ones/prepare.ts";
import { createKeptOneToOnes } from "./kept-one-to-ones.ts";
import { toOneToOne, toTermsColumns, toTurnColumns, toTurnNotes } from "./one-to-one-rows.ts";
import { createOwnPoints } from "./own-points.ts";
import { createSentCopies } from "./sent-copies.ts";
import { createIds, firstIdAt } from "./sortable-ids.ts";
import type { Tables } from "./tables.ts";
import { inTransaction } from "./transaction.ts";
import { toKey } from "./win-rows.ts";

/** 1:1s with their points, copies and notes, in the same file as the wins. */
export function createSqlOneToOnes(
  { queries: db }: { readonly queries: Kysely<Tables> },
  { now }: { readonly now: () => Date },
): OneToOneBook {
  const newId = createIds(now);

  return {
    ...createOwnPoints(db, now, newId),
    ...createSentCopies(db, now, newId),
    ...createMeetings(db, now, newId),
    ...createKeptOneToOnes(db),

    async loggedSince(owner, at) {
      const { team_id, user_id } = toKey(owner);
      const row = await db
        .selectFrom("win")
        .select("id")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", ">=", firstIdAt(new Date(at)))
        .where("deleted_at", "is", null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

type Meetings = Pick<OneToOneBook, "list" | "get" | "create" | "change" | "remove" | "turns" | "noteTurn">;

function createMeetings(db: Kysely<Tables>, now: () => Date, newId: () => string): Meetings {
  const mine = (owner: Parameters<Meetings["list"]>[0]) => {
    const { team_id, user_id } = toKey(owner);
    return db.selectFrom("one_to_one").selectAll().where("team_id", "=", team_id).where("user_id", "=", user_id);
  };
  const get: Meetings["get"] = async (owner, id) => {
    const row = await mine(owner).where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : toOneToOne(row);
  };

  return {
    get,

    async list(owner) {
      const rows = await mine(owner).orderBy("id").execute();
      return rows.map(toOneToOne);
    },

    async create(owner, terms, gesture) {
      await db
        .insertInto("one_to_one")
        .values({
          ...toKey(owner),
          id: newId(),
          gesture,
          ...toTermsColumns(terms),
          paused_until: null,
          paused_at: null,
          created_at: now().toISOString(),
        })
        .onConflict((conflict) => conflict.columns(["team_id", "user_id", "gesture"]).doNothing())
        .execute();
      return toOneToOne(await mine(owner).where("gesture", "=", gesture).executeTakeFirstOrThrow());
    },

    async change(owner, id, changes) {
      const before = await get(owner, id);
      if (before === undefined) {
        return undefined;
      }
      const after = { ...before, ...changes };
      const { team_id, user_id } = toKey(owner);
      await db
        .updateTable("one_to_one")
        .set({ ...toTermsColumns(after), paused_until: after.pausedUntil, paused_at: after.pausedAt })
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", id)
        .execute();
      return after;
    },

    remove: (owner, id) =>
      inTransaction(db, async (tx) => {
        const { team_id, user_id } = toKey(owner);
        for (const table of ["one_to_one_turn", "one_to_one_point", "sent_copy"] as const) {
          await tx
            .deleteFrom(table)
            .where("team_id", "=", team_id)
            .where("user_id", "=", user_id)
            .where("one_to_one_id", "=", id)
            .execute();
        }
        const { numDeletedRows } = await tx
          .deleteFrom("one_to_one")
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .where("id", "=", id)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),

    async turns(owner, id) {
      const { team_id, user_id } = toKey(owner);
      const rows = await db
        .selectFrom("one_to_one_turn")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("one_to_one_id", "=", id)
        .orderBy("day")
        .execute();
      return rows.map(toTurnNotes);
    },

    noteTurn: (owner, id, day, changes) =>
      inTransaction(db, async (tx) => {
        const { team_id, user_id } = toKey(owner);
        const key = { team_id, user_id, one_to_one_id: id, day };
        const exists = await tx
          .selectFrom("one_to_one")
          .select("id")
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .where("id", "=", id)
          .executeTakeFirst();
        if (exists === undefined) {
          return;
        }
        const row = await tx
          .selectFrom("one_to_one_turn")
          .selectAll()
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .where("one_to_one_id", "=", id)
          .where("day", "=", day)
          .executeTakeFirst();
        const before = row === undefined ? emptyNotes(day) : toTurnNotes(row);
        const columns = toTurnColumns({ ...before, ...changes });
        await tx
          .insertInto("one_to_one_turn")
          .values({ ...key, ...columns })
          .onConflict((conflict) =>
            conflict.columns(["team_id", "user_id", "one_to_one_id", "day"]).doUpdateSet(columns),
          )
          .execute();
      }),
  };
}
