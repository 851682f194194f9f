import type { Migration } from "./migration.ts";

/** A copy whose reply was lost is looked for from then on. Null for those of before: they carry no id that could be found. */
export const knowWhenSendingBegan: Migration = {
  name: "0011-know-when-sending-began",

  async up({ schema }) {
    await schema.alterTable("sent_copy").addColumn("sending_at", "text").execute();
  },
};
