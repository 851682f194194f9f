import type { Kysely } from "kysely";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Draft } from "../evidence/types.ts";
import type { DraftRow, Tables } from "./tables.ts";
import { toKey } from "./win-rows.ts";

/** How long words that could not become a win are kept. */
export const DRAFT_MS = 24 * 60 * 60 * 1000;

export function createDrafts(
  db: Kysely<Tables>,
  now: () => Date,
  newId: () => string,
): Pick<EvidenceLog, "keepDraft" | "draft" | "dropDraft"> {
  return {
    async keepDraft(owner, { text, origin, source, reason }) {
      const row: DraftRow = {
        ...toKey(owner),
        id: newId(),
        text,
        origin,
        source_permalink: source.permalink,
        source_message_key: source.messageKey,
        source_author: source.author,
        reason,
        created_at: now().toISOString(),
      };
      await db.insertInto("draft").values(row).execute();
      return toDraft(row);
    },

    async draft(owner, id) {
      const { team_id, user_id } = toKey(owner);
      const row = await db
        .selectFrom("draft")
        .selectAll()
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", id)
        .where("created_at", ">", new Date(now().getTime() - DRAFT_MS).toISOString())
        .executeTakeFirst();
      return row === undefined ? undefined : toDraft(row);
    },

    async dropDraft(owner, id) {
      const { team_id, user_id } = toKey(owner);
      await db
        .deleteFrom("draft")
        .where("team_id", "=", team_id)
        .where("user_id", "=", user_id)
        .where("id", "=", id)
        .execute();
    },
  };
}

function toDraft(row: DraftRow): Draft {
  return {
    id: row.id,
    text: row.text,
    origin: row.origin,
    source: { permalink: row.source_permalink, messageKey: row.source_message_key, author: row.source_author },
    reason: row.reason,
    createdAt: row.created_at,
  };
}
