import type { Kysely } from "kysely";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import { toPoint } from "./one-to-one-rows.ts";
import type { Tables } from "./tables.ts";
import { toKey } from "./win-rows.ts";

/** Points for a 1:1: hers alone, whoever the other person is. */
export function createOwnPoints(
  db: Kysely<Tables>,
  now: () => Date,
  newId: () => string,
): Pick<OneToOneBook, "points" | "addPoint" | "changePoint" | "closePoint"> {
  return {
    async points(owner, id) {
      const { team_id, user_id } = toKey(owner);
      const rows = await db
        .selectFrom("one_to_one_point")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("one_to_one_id", "=", id)
        .where("closed_at", "is", null)
        .orderBy("id")
        .execute();
      return rows.map(toPoint);
    },

    async addPoint(owner, id, { text, permalink }, gesture) {
      const { team_id, user_id } = toKey(owner);
      const meeting = await db
        .selectFrom("one_to_one")
        .select("id")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", id)
        .executeTakeFirst();
      if (meeting === undefined) {
        return undefined;
      }
      const created_at = now().toISOString();
      await db
        .insertInto("one_to_one_point")
        .values({
          team_id,
          user_id,
          id: newId(),
          one_to_one_id: id,
          gesture,
          text,
          permalink,
          created_at,
          closed_at: null,
        })
        .onConflict((conflict) => conflict.columns(["team_id", "user_id", "gesture"]).doNothing())
        .execute();
      const row = await db
        .selectFrom("one_to_one_point")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("gesture", "=", gesture)
        .executeTakeFirstOrThrow();
      return toPoint(row);
    },

    async changePoint(owner, pointId, text) {
      const { team_id, user_id } = toKey(owner);
      const { numUpdatedRows } = await db
        .updateTable("one_to_one_point")
        .set({ text })
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", pointId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async closePoint(owner, pointId) {
      const { team_id, user_id } = toKey(owner);
      const { numUpdatedRows } = await db
        .updateTable("one_to_one_point")
        .set({ closed_at: now().toISOString() })
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", pointId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
