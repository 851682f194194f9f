import type { Migration } from "./migration.ts";

export const createWins: Migration = {
  name: "0001-create-wins",

  async up({ schema }, ends) {
    await schema
      .createTable("win")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("happened_on", "text", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("edited_at", "text")
      .addColumn("origin", "text", (column) => column.notNull())
      .addColumn("source_permalink", "text")
      .addColumn("source_message_key", "text")
      .addColumn("source_author", "text")
      .addColumn("outcome", "text")
      .addColumn("note", "text")
      .addColumn("people", "text", (column) => column.notNull())
      .addColumn("links", "text", (column) => column.notNull())
      .addColumn("deleted_at", "text")
      .addPrimaryKeyConstraint("win_key", ["team_id", "user_id", "id"])
      .addUniqueConstraint("win_source", ["team_id", "user_id", "source_message_key"])
      .modifyEnd(ends.wide)
      .execute();
    // Ends in deleted_at so that a page's order and a total are read from the index alone.
    await schema
      .createIndex("win_day")
      .on("win")
      .columns(["team_id", "user_id", "happened_on", "id", "deleted_at"])
      .execute();
    await schema
      .createIndex("win_deleted")
      .on("win")
      .columns(["deleted_at", "team_id", "user_id", "id"])
      .where("deleted_at", "is not", null)
      .execute();

    await schema
      .createTable("win_filing")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("win_id", "text", (column) => column.notNull())
      .addColumn("criterion_id", "text", (column) => column.notNull())
      .addColumn("framework", "text", (column) => column.notNull())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("level", "integer", (column) => column.notNull())
      .addColumn("wording", "text", (column) => column.notNull())
      .addColumn("content_hash", "text", (column) => column.notNull())
      .addColumn("filed_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("win_filing_key", ["team_id", "user_id", "win_id", "criterion_id"])
      .addForeignKeyConstraint(
        "win_filing_win",
        ["team_id", "user_id", "win_id"],
        "win",
        ["team_id", "user_id", "id"],
        (key) => key.onDelete("cascade"),
      )
      .modifyEnd(ends.narrow)
      .execute();

    // The full-text index: an owner's rows lie side by side, so that a search reads them and nobody else's.
    await schema
      .createTable("win_words")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("win_id", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("win_words_key", ["team_id", "user_id", "win_id"])
      .addForeignKeyConstraint(
        "win_words_win",
        ["team_id", "user_id", "win_id"],
        "win",
        ["team_id", "user_id", "id"],
        (key) => key.onDelete("cascade"),
      )
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("gesture")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("win_id", "text", (column) => column.notNull())
      .addColumn("made_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("gesture_key", ["team_id", "user_id", "key"])
      .addForeignKeyConstraint(
        "gesture_win",
        ["team_id", "user_id", "win_id"],
        "win",
        ["team_id", "user_id", "id"],
        (key) => key.onDelete("cascade"),
      )
      .modifyEnd(ends.narrow)
      .execute();
    await schema.createIndex("gesture_made").on("gesture").columns(["made_at"]).execute();
  },
};
