import type { Migration } from "./migration.ts";

export const createMyPlace: Migration = {
  name: "0002-create-my-place",

  async up({ schema }, ends) {
    await schema
      .createTable("profile")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("framework", "text")
      .addColumn("level", "integer")
      .addColumn("sub_level", "text")
      .addColumn("tz", "text")
      .addColumn("emoji_capture", "integer", (column) => column.notNull())
      .addColumn("set_up_at", "text")
      .addColumn("home_opened_at", "text")
      .addPrimaryKeyConstraint("profile_key", ["team_id", "user_id"])
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("focus")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("framework", "text", (column) => column.notNull())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("criterion_id", "text")
      .addColumn("wording", "text")
      .addColumn("note", "text")
      .addPrimaryKeyConstraint("focus_key", ["team_id", "user_id", "position"])
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("opportunity_note")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("criterion_id", "text", (column) => column.notNull())
      .addColumn("note", "text")
      .addColumn("noted_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("opportunity_note_key", ["team_id", "user_id", "criterion_id"])
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("draft")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("origin", "text", (column) => column.notNull())
      .addColumn("source_permalink", "text")
      .addColumn("source_message_key", "text")
      .addColumn("source_author", "text")
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("draft_key", ["team_id", "user_id", "id"])
      .modifyEnd(ends.wide)
      .execute();
    await schema.createIndex("draft_created").on("draft").columns(["created_at"]).execute();
  },
};
