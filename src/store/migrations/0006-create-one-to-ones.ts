import type { Migration } from "./migration.ts";

export const createOneToOnes: Migration = {
  name: "0006-create-one-to-ones",

  async up({ schema }, ends) {
    await schema
      .createTable("one_to_one")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("gesture", "text", (column) => column.notNull())
      .addColumn("with_user", "text", (column) => column.notNull())
      .addColumn("often", "text", (column) => column.notNull())
      .addColumn("first_on", "text", (column) => column.notNull())
      .addColumn("time", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("duration_minutes", "integer", (column) => column.notNull())
      .addColumn("lead_minutes", "integer", (column) => column.notNull())
      .addColumn("follow_up", "integer", (column) => column.notNull())
      .addColumn("paused_until", "text")
      .addColumn("created_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("one_to_one_key", ["team_id", "user_id", "id"])
      .addUniqueConstraint("one_to_one_gesture", ["team_id", "user_id", "gesture"])
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("one_to_one_turn")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("one_to_one_id", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("skipped", "integer", (column) => column.notNull())
      .addColumn("moved_day", "text")
      .addColumn("moved_time", "text")
      .addColumn("left_out", "text", (column) => column.notNull())
      .addColumn("remark", "text")
      .addColumn("agreed", "text")
      .addPrimaryKeyConstraint("one_to_one_turn_key", ["team_id", "user_id", "one_to_one_id", "day"])
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("one_to_one_point")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("one_to_one_id", "text", (column) => column.notNull())
      .addColumn("gesture", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("permalink", "text")
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("closed_at", "text")
      .addPrimaryKeyConstraint("one_to_one_point_key", ["team_id", "user_id", "id"])
      .addUniqueConstraint("one_to_one_point_gesture", ["team_id", "user_id", "gesture"])
      .modifyEnd(ends.wide)
      .execute();
    await schema
      .createIndex("one_to_one_point_open")
      .on("one_to_one_point")
      .columns(["team_id", "user_id", "one_to_one_id", "closed_at", "id"])
      .execute();

    await schema
      .createTable("sent_copy")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("one_to_one_id", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("to_user", "text", (column) => column.notNull())
      .addColumn("view", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("channel", "text")
      .addColumn("ts", "text")
      .addColumn("made_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("sent_copy_key", ["team_id", "user_id", "id"])
      .modifyEnd(ends.wide)
      .execute();

    await schema
      .createTable("stopped_sender")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("from_user", "text", (column) => column.notNull())
      .addColumn("stopped_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("stopped_sender_key", ["team_id", "user_id", "from_user"])
      .modifyEnd(ends.narrow)
      .execute();
  },
};
