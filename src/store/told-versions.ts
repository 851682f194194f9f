import type { Database } from "./open-database.ts";

/** Broken versions of framework files that the admins have been told of, so that a restart does not tell them again. */
export interface ToldVersions {
  has(version: string): Promise<boolean>;
  add(version: string): Promise<void>;
}

export function createToldVersions({ queries }: Database, { now }: { readonly now: () => Date }): ToldVersions {
  return {
    async has(version) {
      const row = await queries
        .selectFrom("told_version")
        .select("version")
        .where("version", "=", version)
        .executeTakeFirst();

      return row !== undefined;
    },
    async add(version) {
      await queries
        .insertInto("told_version")
        .values({ version, told_at: now().toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}
