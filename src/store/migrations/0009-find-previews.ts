import type { Migration } from "./migration.ts";

/** Copies for a 1:1 that were looked at and never sent hold a person's words: they go with what is past its time. */
export const findPreviews: Migration = {
  name: "0009-find-previews",

  async up({ schema }) {
    await schema
      .createIndex("sent_copy_preview")
      .on("sent_copy")
      .columns(["state", "made_at"])
      .where("state", "=", "preview")
      .execute();
  },
};
