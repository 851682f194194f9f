import type { Kysely } from "kysely";
import type { Owner } from "../evidence/types.ts";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import { type CopyRow, toCopy } from "./one-to-one-rows.ts";
import type { Tables } from "./tables.ts";
import { toKey } from "./win-rows.ts";

type Copies = Pick<
  OneToOneBook,
  | "keepCopy"
  | "copy"
  | "claimCopy"
  | "releaseCopy"
  | "copySent"
  | "copyWithdrawn"
  | "copyChannel"
  | "sentCopies"
  | "receives"
  | "receive"
  | "stopped"
>;

const MOST_LISTED = 20;

/** What was laid out for the other person, byte for byte, and from whom a person takes nothing. */
export function createSentCopies(db: Kysely<Tables>, now: () => Date, newId: () => string): Copies {
  async function set(owner: Owner, id: string, from: readonly CopyRow["state"][], to: Partial<CopyRow>) {
    const { team_id, user_id } = toKey(owner);
    const { numUpdatedRows } = await db
      .updateTable("sent_copy")
      .set(to)
      .where("team_id", "=", team_id)
      .where("user_id", "=", user_id)
      .where("id", "=", id)
      .where("state", "in", from)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  return {
    async keepCopy(owner, { oneToOne, day, to, view }) {
      const row: CopyRow = {
        ...toKey(owner),
        id: newId(),
        one_to_one_id: oneToOne,
        day,
        to_user: to,
        view: JSON.stringify(view),
        state: "preview",
        channel: null,
        ts: null,
        made_at: now().toISOString(),
        sending_at: null,
      };
      await db.insertInto("sent_copy").values(row).execute();
      return toCopy(row);
    },

    async copy(owner, id) {
      const { team_id, user_id } = toKey(owner);
      const row = await db
        .selectFrom("sent_copy")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", id)
        .executeTakeFirst();
      return row === undefined ? undefined : toCopy(row);
    },

    claimCopy: (owner, id) => set(owner, id, ["preview"], { state: "sending", sending_at: now().toISOString() }),
    async releaseCopy(owner, id) {
      await set(owner, id, ["sending"], { state: "preview", sending_at: null });
    },
    async copySent(owner, id, at) {
      await set(owner, id, ["sending"], { state: "sent", channel: at?.channel ?? null, ts: at?.ts ?? null });
    },
    async copyWithdrawn(owner, id) {
      await set(owner, id, ["sent", "sending"], { state: "withdrawn", view: '{"text":"","blocks":[]}' });
    },

    async copyChannel(owner, to) {
      const { team_id, user_id } = toKey(owner);
      const row = await db
        .selectFrom("sent_copy")
        .select("channel")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("to_user", "=", to)
        .where("channel", "is not", null)
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return row?.channel ?? undefined;
    },

    async sentCopies(owner, id) {
      const { team_id, user_id } = toKey(owner);
      const rows = await db
        .selectFrom("sent_copy")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("one_to_one_id", "=", id)
        .where("state", "!=", "preview")
        .orderBy("id", "desc")
        .limit(MOST_LISTED)
        .execute();
      return rows.map(toCopy);
    },

    async receives(owner, from) {
      const { team_id, user_id } = toKey(owner);
      const row = await db
        .selectFrom("stopped_sender")
        .select("from_user")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("from_user", "=", from)
        .executeTakeFirst();
      return row === undefined;
    },

    async receive(owner, from, on) {
      const { team_id, user_id } = toKey(owner);
      if (on) {
        await db
          .deleteFrom("stopped_sender")
          .where("team_id", "=", team_id)
          .where("user_id", "=", user_id)
          .where("from_user", "=", from)
          .execute();
        return;
      }
      await db
        .insertInto("stopped_sender")
        .values({ team_id, user_id, from_user: from, stopped_at: now().toISOString() })
        .onConflict((conflict) => conflict.columns(["team_id", "user_id", "from_user"]).doNothing())
        .execute();
    },

    async stopped(owner) {
      const { team_id, user_id } = toKey(owner);
      const rows = await db
        .selectFrom("stopped_sender")
        .select("from_user")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .orderBy("from_user")
        .execute();
      return rows.map(({ from_user }) => from_user);
    },
  };
}
