import type { Kysely } from "kysely";
import { prepared, preparedPerCount } from "./prepared.ts";
import { shareStatements } from "./share-statements.ts";
import type { FilingRow, Tables, WinRow } from "./tables.ts";
import type { OwnerKey } from "./win-rows.ts";

export type WinKey = OwnerKey & { readonly id: string };
type GestureRow = Tables["gesture"];

/** Everything that is asked of one win, built once per database. */
export type WinStatements = ReturnType<typeof winStatements>;

export function winStatements(db: Kysely<Tables>) {
  /** Not sorted: a win has few filings, and a sorter for them costs more than reading them. */
  const ownFilings = (count: number) =>
    prepared<OwnerKey & Readonly<Record<`id${number}`, string>>, FilingRow>((slot) =>
      db
        .selectFrom("win_filing")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where(
          "win_id",
          "in",
          Array.from({ length: count }, (_, index) => slot(`id${index}`)),
        ),
    );

  return {
    ...shareStatements(db),

    byId: prepared<WinKey, WinRow>((slot) =>
      db
        .selectFrom("win")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),

    bySource: prepared<OwnerKey & { readonly message_key: string }, WinRow>((slot) =>
      db
        .selectFrom("win")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("source_message_key", "=", slot("message_key")),
    ),

    byGesture: prepared<OwnerKey & { readonly key: string }, { win_id: string }>((slot) =>
      db
        .selectFrom("gesture")
        .select("win_id")
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("key", "=", slot("key")),
    ),

    /** `from_id` is the first id of the moment from which a win counts as recent: ids sort by time. */
    bySameText: prepared<
      OwnerKey & { readonly from_id: string; readonly since: string; readonly text: string },
      WinRow
    >((slot) =>
      db
        .selectFrom("win")
        .selectAll()
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", ">=", slot("from_id"))
        .where("created_at", ">=", slot("since"))
        .where("text", "=", slot("text"))
        .where("deleted_at", "is", null)
        .orderBy("id", "desc")
        .limit(1),
    ),

    filings: preparedPerCount(ownFilings),

    insertWin: prepared<WinRow>((slot) =>
      db.insertInto("win").values({
        team_id: slot("team_id"),
        user_id: slot("user_id"),
        id: slot("id"),
        text: slot("text"),
        happened_on: slot("happened_on"),
        created_at: slot("created_at"),
        edited_at: slot("edited_at"),
        origin: slot("origin"),
        source_permalink: slot("source_permalink"),
        source_message_key: slot("source_message_key"),
        source_author: slot("source_author"),
        outcome: slot("outcome"),
        note: slot("note"),
        people: slot("people"),
        links: slot("links"),
        deleted_at: slot("deleted_at"),
        visibility: slot("visibility"),
      }),
    ),

    /** The same criterion again brings the filing up to date, unless nothing changed. */
    insertFiling: prepared<FilingRow>((slot) =>
      db
        .insertInto("win_filing")
        .values({
          team_id: slot("team_id"),
          user_id: slot("user_id"),
          win_id: slot("win_id"),
          criterion_id: slot("criterion_id"),
          framework: slot("framework"),
          topic: slot("topic"),
          level: slot("level"),
          wording: slot("wording"),
          content_hash: slot("content_hash"),
          filed_at: slot("filed_at"),
          kept_as: slot("kept_as"),
        })
        .onConflict((conflict) =>
          conflict
            .columns(["team_id", "user_id", "win_id", "criterion_id"])
            .doUpdateSet((eb) => ({
              framework: eb.ref("excluded.framework"),
              topic: eb.ref("excluded.topic"),
              level: eb.ref("excluded.level"),
              wording: eb.ref("excluded.wording"),
              content_hash: eb.ref("excluded.content_hash"),
              filed_at: eb.ref("excluded.filed_at"),
              kept_as: eb.ref("excluded.kept_as"),
            }))
            .where((eb) =>
              eb.or([
                eb("win_filing.framework", "!=", eb.ref("excluded.framework")),
                eb("win_filing.topic", "!=", eb.ref("excluded.topic")),
                eb("win_filing.level", "!=", eb.ref("excluded.level")),
                eb("win_filing.wording", "!=", eb.ref("excluded.wording")),
                eb("win_filing.content_hash", "!=", eb.ref("excluded.content_hash")),
                eb("win_filing.kept_as", "is distinct from", eb.ref("excluded.kept_as")),
              ]),
            ),
        ),
    ),

    deleteFiling: prepared<OwnerKey & { readonly win_id: string; readonly criterion_id: string }>((slot) =>
      db
        .deleteFrom("win_filing")
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("win_id", "=", slot("win_id"))
        .where("criterion_id", "=", slot("criterion_id")),
    ),

    saveWords: prepared<Tables["win_words"]>((slot) =>
      db
        .insertInto("win_words")
        .values({
          team_id: slot("team_id"),
          user_id: slot("user_id"),
          win_id: slot("win_id"),
          words: slot("words"),
        })
        .onConflict((conflict) =>
          conflict.columns(["team_id", "user_id", "win_id"]).doUpdateSet((eb) => ({ words: eb.ref("excluded.words") })),
        ),
    ),

    insertGesture: prepared<GestureRow>((slot) =>
      db.insertInto("gesture").values({
        team_id: slot("team_id"),
        user_id: slot("user_id"),
        key: slot("key"),
        win_id: slot("win_id"),
        made_at: slot("made_at"),
      }),
    ),

    updateWin: prepared<
      WinKey & Pick<WinRow, "text" | "happened_on" | "outcome" | "note" | "people" | "links" | "edited_at">
    >((slot) =>
      db
        .updateTable("win")
        .set({
          text: slot("text"),
          happened_on: slot("happened_on"),
          outcome: slot("outcome"),
          note: slot("note"),
          people: slot("people"),
          links: slot("links"),
          edited_at: slot("edited_at"),
        })
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),

    setDeleted: prepared<WinKey & { readonly deleted_at: string | null }>((slot) =>
      db
        .updateTable("win")
        .set({ deleted_at: slot("deleted_at") })
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),

    /** Filings, shares, gestures and the words in the index go with it. */
    deleteWin: prepared<WinKey>((slot) =>
      db
        .deleteFrom("win")
        .where("team_id", "=", slot("team_id"))
        .where("user_id", "=", slot("user_id"))
        .where("id", "=", slot("id")),
    ),
  };
}
