import type { Kysely, LogConfig } from "kysely";
import { readDatabaseUrl } from "../database-url.ts";
import { ConfigError } from "../errors.ts";
import { migrations as allMigrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";
import { openSqlite } from "./sqlite/open-sqlite.ts";
import type { Tables } from "./tables.ts";

/** An open database with the schema of this version of the program. Nothing else uses it until it is closed. */
export interface Database extends AsyncDisposable {
  readonly queries: Kysely<Tables>;
  /** Copies of the whole database that were made before its schema changed, oldest first. */
  copies(): readonly KeptCopy[];
  /** Makes what was deleted leave the disk, and copies that are past their time with it. */
  settle(now: Date): Promise<void>;
  close(): Promise<void>;
}

export interface KeptCopy {
  readonly file: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export interface OpenOptions {
  readonly now?: () => Date;
  /** How long a statement waits for another process's lock, in milliseconds. What comes meanwhile waits for the next try, and Slack waits three seconds. */
  readonly busyMs?: number | undefined;
  /** For tests: the schema of another version. */
  readonly migrations?: readonly Migration[];
  /** For tests that look at statements. Never a log of the program: parameters are people's words. */
  readonly log?: LogConfig;
}

const BUSY_MS = 1000;

/** `sqlite:PATH` or `sqlite::memory:`. Throws ConfigError with a sentence when the database cannot be used. */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const { now = () => new Date(), busyMs = BUSY_MS, migrations = allMigrations, log } = options;

  const named = readDatabaseUrl(url);

  if ("reason" in named) {
    throw new ConfigError([`DATABASE_URL ${named.reason}.`]);
  }
  return openSqlite(named.path, { now, busyMs, migrations, ...(log === undefined ? {} : { log }) });
}
