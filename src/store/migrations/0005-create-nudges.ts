import type { Migration } from "./migration.ts";

export const createNudges: Migration = {
  name: "0005-create-nudges",

  async up({ schema }, ends) {
    await schema
      .createTable("nudge_person")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("hours", "text")
      .addColumn("channel", "text")
      .addPrimaryKeyConstraint("nudge_person_key", ["team_id", "user_id"])
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("nudge_plan")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("about", "text", (column) => column.notNull())
      .addColumn("rule", "text", (column) => column.notNull())
      .addColumn("timing", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("paused_until", "text")
      .addColumn("next_at", "text")
      .addColumn("slot_at", "text")
      .addColumn("slot_day", "text")
      .addColumn("slot_week", "text")
      .addPrimaryKeyConstraint("nudge_plan_key", ["team_id", "user_id", "id"])
      .modifyEnd(ends.narrow)
      .execute();
    await schema.createIndex("nudge_plan_next").on("nudge_plan").columns(["next_at"]).execute();

    await schema
      .createTable("nudge_delivery")
      .addColumn("team_id", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("plan_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("about", "text", (column) => column.notNull())
      .addColumn("occurrence", "text", (column) => column.notNull())
      .addColumn("slot_at", "text", (column) => column.notNull())
      .addColumn("slot_day", "text", (column) => column.notNull())
      .addColumn("slot_week", "text", (column) => column.notNull())
      .addColumn("useful_from", "text", (column) => column.notNull())
      .addColumn("useful_until", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("attempt", "integer", (column) => column.notNull())
      .addColumn("lookups", "integer", (column) => column.notNull())
      .addColumn("retry_at", "text")
      .addColumn("counted_on", "text")
      .addColumn("channel", "text")
      .addColumn("message_ts", "text")
      .addColumn("claimed_at", "text", (column) => column.notNull())
      .addColumn("settled_at", "text")
      .addPrimaryKeyConstraint("nudge_delivery_key", ["team_id", "user_id", "id"])
      // The promise itself: one row for a turn, and one message on a day.
      .addUniqueConstraint("nudge_delivery_once", ["team_id", "user_id", "kind", "occurrence"])
      .addUniqueConstraint("nudge_delivery_one_a_day", ["team_id", "user_id", "counted_on"])
      .modifyEnd(ends.narrow)
      .execute();
    await schema
      .createIndex("nudge_delivery_waiting")
      .on("nudge_delivery")
      .columns(["state", "team_id", "retry_at"])
      .execute();
    await schema.createIndex("nudge_delivery_settled").on("nudge_delivery").columns(["settled_at"]).execute();

    await schema
      .createTable("nudge_workspace")
      .addColumn("team", "text", (column) => column.notNull().primaryKey())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("stopped_at", "text", (column) => column.notNull())
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("nudge_zone_data")
      .addColumn("name", "text", (column) => column.notNull().primaryKey())
      .addColumn("version", "text", (column) => column.notNull())
      .modifyEnd(ends.narrow)
      .execute();
  },
};
