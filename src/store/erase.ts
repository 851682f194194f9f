import type { Kysely } from "kysely";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import { UNDO_MS } from "./change-win.ts";
import { DRAFT_MS } from "./drafts.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";
import { toKey } from "./win-rows.ts";

/** Every table that holds a person's rows. `win` is last: the others point at it. */
const personTables = [
  "win_words",
  "win_filing",
  "win_share",
  "gesture",
  "draft",
  "focus",
  "opportunity_note",
  "profile",
  "one_to_one_turn",
  "one_to_one_point",
  "sent_copy",
  "stopped_sender",
  "one_to_one",
  "nudge_delivery",
  "nudge_plan",
  "nudge_person",
  "win",
] as const;

/** Slack repeats an event for about an hour. */
const GESTURE_MS = 24 * 60 * 60 * 1000;

/** As long as a win can be restored: a preview holds its words. */
const PREVIEW_MS = UNDO_MS;

/** How many wins are erased in one transaction: everybody else's statements wait for it. */
const WINS_PER_TRANSACTION = 50;

/** Erasing for good. When a promise resolves, the words are gone from the file as well, not only from the tables. */
export function createEraser(database: Database, now: () => Date): Pick<EvidenceLog, "forget" | "purge"> {
  const db = database.queries;

  return {
    async forget(owner) {
      const { team_id, user_id } = toKey(owner);
      const wins = await inTransaction(db, async (tx) => {
        let deleted = 0n;

        for (const table of personTables) {
          const result = await tx
            .deleteFrom(table)
            .where("team_id", "=", team_id)
            .where("user_id", "=", user_id)
            .executeTakeFirst();
          deleted = result.numDeletedRows;
        }
        return Number(deleted);
      });
      await database.settle(now());
      return wins;
    },

    async purge(at) {
      const wins = await purgeWins(db, before(at, UNDO_MS));
      const rest = await inTransaction(db, async (tx) => {
        const drafts = await tx.deleteFrom("draft").where("created_at", "<=", before(at, DRAFT_MS)).executeTakeFirst();
        const gestures = await tx
          .deleteFrom("gesture")
          .where("made_at", "<=", before(at, GESTURE_MS))
          .executeTakeFirst();
        const previews = await tx
          .deleteFrom("sent_copy")
          .where("state", "=", "preview")
          .where("made_at", "<=", before(at, PREVIEW_MS))
          .executeTakeFirst();
        return Number(drafts.numDeletedRows + gestures.numDeletedRows + previews.numDeletedRows);
      });
      await database.settle(at);
      return wins + rest;
    },
  };
}

async function purgeWins(db: Kysely<Tables>, until: string): Promise<number> {
  for (let total = 0; ; ) {
    const purged = await inTransaction(db, (tx) => purgeSomeWins(tx, until));
    total += purged;
    if (purged < WINS_PER_TRANSACTION) {
      return total;
    }
  }
}

async function purgeSomeWins(tx: Tx, until: string): Promise<number> {
  const expired = await tx
    .selectFrom("win")
    .select(["team_id", "user_id", "id"])
    .where("deleted_at", "<=", until)
    .orderBy("deleted_at")
    .limit(WINS_PER_TRANSACTION)
    .execute();
  const owners = Map.groupBy(expired, ({ team_id, user_id }) => `${team_id}\n${user_id}`);

  for (const wins of owners.values()) {
    const [{ team_id, user_id } = { team_id: "", user_id: "" }] = wins;
    const ids = wins.map(({ id }) => id);
    await tx
      .deleteFrom("win")
      .where("team_id", "=", team_id)
      .where("user_id", "=", user_id)
      .where("id", "in", ids)
      .execute();
  }
  return expired.length;
}

function before(moment: Date, milliseconds: number): string {
  return new Date(moment.getTime() - milliseconds).toISOString();
}
