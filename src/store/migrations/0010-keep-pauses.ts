import type { Migration } from "./migration.ts";

/** When a 1:1 was paused: the turns from then on did not take place, and what happened since the one before is news. */
export const keepPauses: Migration = {
  name: "0010-keep-pauses",

  async up({ schema }) {
    await schema.alterTable("one_to_one").addColumn("paused_at", "text").execute();
  },
};
