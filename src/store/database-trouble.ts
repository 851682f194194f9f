import type { Database } from "./open-database.ts";

const PATIENCE_MS = 1_000;

/** For the readiness page: null when the database answers a question soon. */
export async function databaseTrouble({ queries }: Database, patience = PATIENCE_MS): Promise<string | null> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve("the database does not answer in time"), patience);
  const asked = queries
    .selectFrom("nudge_workspace")
    .select("team")
    .limit(1)
    .execute()
    .then(
      () => null,
      () => "the database does not answer",
    );

  try {
    return await Promise.race([asked, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
