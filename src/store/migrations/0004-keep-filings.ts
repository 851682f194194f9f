import type { Migration } from "./migration.ts";

export const keepFilings: Migration = {
  name: "0004-keep-filings",

  async up({ schema }) {
    await schema.alterTable("win_filing").addColumn("kept_as", "text").execute();
  },
};
