import type { Migration } from "./migration.ts";

/** Who can see a win: a word on the win, so that nothing more is read of the many that are private, and a row for each time it was shared. */
export const keepVisibility: Migration = {
  name: "0008-keep-visibility",

  async up({ schema }, ends) {
    await schema
      .alterTable("win")
      .addColumn("visibility", "text", (column) => column.notNull().defaultTo("private"))
      .execute();

    await schema
      .createTable("win_share")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("win_id", "text", (column) => column.notNull())
      .addColumn("audience", "text", (column) => column.notNull())
      .addColumn("audience_id", "text", (column) => column.notNull())
      .addColumn("audience_name", "text")
      .addColumn("shared_at", "text", (column) => column.notNull())
      .addColumn("shown", "text", (column) => column.notNull())
      .addColumn("message_ts", "text")
      .addColumn("withdrawn_at", "text")
      .addPrimaryKeyConstraint("win_share_key", ["team_id", "user_id", "id"])
      .addForeignKeyConstraint(
        "win_share_win",
        ["team_id", "user_id", "win_id"],
        "win",
        ["team_id", "user_id", "id"],
        (constraint) => constraint.onDelete("cascade"),
      )
      .modifyEnd(ends.narrow)
      .execute();
    await schema.createIndex("win_share_of").on("win_share").columns(["team_id", "user_id", "win_id"]).execute();
  },
};
