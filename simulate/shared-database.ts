import SQLite from "better-sqlite3";
import { Kysely } from "kysely";
import type { Database } from "../src/store/open-database.ts";
import { SqliteDialect } from "../src/store/sqlite/dialect.ts";
import { createPatience } from "../src/store/sqlite/patience.ts";
import type { Tables } from "../src/store/tables.ts";

/**
 * A database that exists, past the lock that lets one process in: what two of them do to one book is to be seen, as it would be on a database
 * for many.
 */
export async function openShared(url: string): Promise<Pick<Database, "queries" | "close">> {
  const file = new SQLite(url.replace(/^sqlite:/, ""), { timeout: 1000, fileMustExist: true });
  const queries = new Kysely<Tables>({ dialect: new SqliteDialect(file, createPatience(1000)) });

  return { queries, close: () => queries.destroy() };
}
