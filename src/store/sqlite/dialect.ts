import { setTimeout as pause } from "node:timers/promises";
import SQLite, { type Database as SQLiteFile, type Statement } from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect as KyselySqliteDialect,
  type QueryResult,
} from "kysely";
import { StoreBusyError, StoreFullError } from "../store-errors.ts";

/**
 * Kysely's SQLite dialect with three differences: a transaction takes the write lock when it begins (a deferred one fails at its first write
 * if another process wrote meanwhile, without waiting), statements are prepared once, and a locked or full database has an error of its own.
 */
export class SqliteDialect extends KyselySqliteDialect {
  readonly #file: SQLiteFile;

  readonly #busyMs: number;

  constructor(file: SQLiteFile, busyMs: number) {
    super({ database: file });
    this.#file = file;
    this.#busyMs = busyMs;
  }

  override createDriver(): Driver {
    return new SqliteDriver(this.#file, this.#busyMs);
  }
}

class SqliteDriver implements Driver {
  readonly #file: SQLiteFile;
  readonly #connection: SqliteConnection;
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #rollback: Statement;

  readonly #busyMs: number;

  constructor(file: SQLiteFile, busyMs: number) {
    this.#file = file;
    this.#busyMs = busyMs;
    this.#connection = new SqliteConnection(file, busyMs);
    this.#begin = file.prepare("begin immediate");
    this.#commit = file.prepare("commit");
    this.#rollback = file.prepare("rollback");
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await patiently(() => this.#begin.run(), this.#busyMs);
  }

  async commitTransaction(): Promise<void> {
    run(() => this.#commit.run());
  }

  /** A full disk makes SQLite roll back by itself; asking again would hide the reason. */
  async rollbackTransaction(): Promise<void> {
    if (this.#file.inTransaction) {
      run(() => this.#rollback.run());
    }
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#file.close();
  }
}

const MAX_STATEMENTS = 500;

class SqliteConnection implements DatabaseConnection {
  readonly #file: SQLiteFile;
  readonly #statements = new Map<string, Statement>();

  readonly #busyMs: number;

  constructor(file: SQLiteFile, busyMs: number) {
    this.#file = file;
    this.#busyMs = busyMs;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    // A transaction has its lock.
    const patience = this.#file.inTransaction ? 0 : this.#busyMs;

    return await patiently(() => {
      const statement = this.#prepare(sql);

      if (statement.reader) {
        return { rows: statement.all(...parameters) as R[] };
      }
      return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
    }, patience);
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("A stream would hold the only connection: read in pages instead.");
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);

    if (known !== undefined) {
      return known;
    }
    if (!/^(?:select|insert|update|delete|with|savepoint|release|rollback to)\b/i.test(sql)) {
      this.#statements.clear();
      return this.#file.prepare(sql);
    }
    if (this.#statements.size >= MAX_STATEMENTS) {
      this.#statements.clear();
    }
    const statement = this.#file.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const PAUSE_MS = 20;

/**
 * Does it now, and while another process holds the lock again and again for so long. SQLite waits without letting anybody else have a turn,
 * so it waits only for a moment (`busy_timeout`), and the rest is waited here.
 */
export async function patiently<T>(work: () => T, patienceMs: number): Promise<T> {
  for (const until = performance.now() + patienceMs; ; await pause(PAUSE_MS)) {
    try {
      return run(work);
    } catch (error) {
      if (!(error instanceof StoreBusyError) || performance.now() >= until) throw error;
    }
  }
}

function run<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** SQLite's messages name tables and columns and never hold a value. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof SQLite.SqliteError)) {
    return error;
  }
  if (error.code.startsWith("SQLITE_BUSY") || error.code.startsWith("SQLITE_LOCKED")) {
    return new StoreBusyError("The database is locked by another process.", { cause: error });
  }
  return error.code === "SQLITE_FULL" ? new StoreFullError("The disk is full.", { cause: error }) : error;
}
