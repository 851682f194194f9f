import type { Migration } from "./migration.ts";

export const createCriteria: Migration = {
  name: "0003-create-criteria",

  async up({ schema }, ends) {
    await schema
      .createTable("criterion")
      .addColumn("id", "text", (column) => column.notNull().primaryKey())
      .addColumn("framework", "text", (column) => column.notNull())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("level", "integer", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("first_seen_at", "text", (column) => column.notNull())
      .addColumn("retired_at", "text")
      .modifyEnd(ends.narrow)
      .execute();

    await schema
      .createTable("criterion_alias")
      .addColumn("alias", "text", (column) => column.notNull().primaryKey())
      .addColumn("criterion_id", "text", (column) => column.notNull())
      .addColumn("made_at", "text", (column) => column.notNull())
      .modifyEnd(ends.narrow)
      .execute();
  },
};
