import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";
import SQLite, { type Database as SQLiteFile } from "better-sqlite3";
import { Kysely, type LogConfig, sql } from "kysely";
import { ConfigError } from "../../errors.ts";
import { migrate } from "../migrate.ts";
import type { Migration, TableEnds } from "../migrations/migration.ts";
import type { Database } from "../open-database.ts";
import type { Tables } from "../tables.ts";
import { copyBeforeMigration, dropExpiredCopies, keptCopies } from "./copies.ts";
import { SqliteDialect } from "./dialect.ts";
import { createPatience } from "./patience.ts";
import { createPrivateFile } from "./private-files.ts";
import { lockForThisProcess } from "./process-lock.ts";
import { toStoreError } from "./store-error.ts";

const ends: TableEnds = { wide: sql`strict`, narrow: sql`strict, without rowid` };

export interface SqliteOptions {
  readonly now: () => Date;
  readonly busyMs: number;
  readonly migrations: readonly Migration[];
  readonly log?: LogConfig;
}

/** How long everybody may stand still for a lock that another process holds, in milliseconds. */
const AT_ONCE_MS = 5;

/** `path` is a file, or `:memory:` for tests. */
export async function openSqlite(path: string, options: SqliteOptions): Promise<Database> {
  const inMemory = path === ":memory:";
  const unlock = inMemory ? () => undefined : openSafely(path, () => prepareFolder(path));
  const patience = createPatience(options.busyMs);
  const atOnceMs = Math.min(options.busyMs, AT_ONCE_MS);
  let file: SQLiteFile | undefined;

  try {
    const opened = openSafely(path, () => configure(new SQLite(path, { timeout: atOnceMs }), inMemory, atOnceMs));
    file = opened;
    const queries = new Kysely<Tables>({
      dialect: new SqliteDialect(opened, patience),
      ...(options.log === undefined ? {} : { log: options.log }),
    });

    await migrate(queries, options.migrations, ends, options.now, async (next) => {
      if (!inMemory) {
        await copyBeforeMigration(opened, path, next, options.now());
      }
    });
    // Asked again after the first write: the driver lowers `synchronous` at that moment unless it was set by hand.
    assertDurable(opened, inMemory, atOnceMs);
    if (!inMemory) {
      dropExpiredCopies(path, options.now());
    }

    const close = async () => {
      await queries.destroy();
      opened.close();
      unlock();
    };

    return {
      queries,
      copies: () => (inMemory ? [] : keptCopies(path)),
      async settle(now) {
        if (!inMemory) {
          // What was deleted still stands in the write-ahead log until that is written back and emptied.
          await patience.write(() => opened.pragma("wal_checkpoint(TRUNCATE)"));
          dropExpiredCopies(path, now);
        }
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    file?.close();
    unlock();
    throw error;
  }
}

function prepareFolder(path: string): () => void {
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new ConfigError([
      `DATABASE_URL: ${path} is a folder. Name a file in it, like sqlite:${path}/progression.db.`,
    ]);
  }
  if (isForeign(path)) {
    throw new ConfigError([notOurs(path)]);
  }
  const unlock = lockForThisProcess(path);

  try {
    createPrivateFile(path);
    return unlock;
  } catch (error) {
    unlock();
    throw error;
  }
}

const HEADER = "SQLite format 3\0";

/** Some other file, which is left as it is: not even its mode is changed. */
function isForeign(path: string): boolean {
  if (!existsSync(path) || statSync(path).size === 0) {
    return false;
  }
  const file = openSync(path, "r");

  try {
    const start = Buffer.alloc(HEADER.length);

    readSync(file, start, 0, start.length, 0);
    return start.toString("latin1") !== HEADER;
  } finally {
    closeSync(file);
  }
}

function configure(file: SQLiteFile, inMemory: boolean, busyMs: number): SQLiteFile {
  try {
    file.pragma("journal_mode = WAL");
    file.pragma("synchronous = FULL");
    file.pragma("foreign_keys = ON");
    // What is deleted is overwritten with zeros.
    file.pragma("secure_delete = ON");
    file.pragma(`busy_timeout = ${busyMs}`);
    assertDurable(file, inMemory, busyMs);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

function assertDurable(file: SQLiteFile, inMemory: boolean, busyMs: number): void {
  const wanted = {
    journal_mode: inMemory ? "memory" : "wal",
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
    busy_timeout: busyMs,
  };

  for (const [name, value] of Object.entries(wanted)) {
    const found = file.pragma(name, { simple: true });

    if (found !== value) {
      throw new Error(
        `SQLite answers ${name} = ${String(found)} where ${value} was set: saved wins would not be safe.`,
      );
    }
  }
}

function openSafely<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    const reason = reasonFor(path, error);
    throw reason === undefined ? toStoreError(error) : new ConfigError([reason]);
  }
}

function notOurs(path: string): string {
  return `DATABASE_URL: ${path} is not a database of this program. Name another file, or move this one away to begin with an empty database.`;
}

function reasonFor(path: string, error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";

  if (code === "SQLITE_NOTADB") {
    return notOurs(path);
  }
  if (code === "SQLITE_CORRUPT") {
    return `DATABASE_URL: ${path} is damaged. Restore it from a backup.`;
  }
  if (/^(?:EACCES|EPERM|EROFS|ENOENT|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) {
    return `DATABASE_URL: ${resolve(path)} cannot be written. Give the account that runs the program the right to write the file and its folder.`;
  }
  return /^(?:ENOTDIR|EEXIST)/.test(code)
    ? `DATABASE_URL: the folder of ${path} cannot be made, because a file stands in its place.`
    : undefined;
}
