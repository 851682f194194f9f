import type { Migration } from "./migration.ts";

export const createToldVersions: Migration = {
  name: "0007-create-told-versions",

  async up({ schema }, ends) {
    await schema
      .createTable("told_version")
      .addColumn("version", "text", (column) => column.notNull().primaryKey())
      .addColumn("told_at", "text", (column) => column.notNull())
      .modifyEnd(ends.narrow)
      .execute();
  },
};
