import type { Database as SQLiteFile, Statement } from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect as KyselySqliteDialect,
  type QueryResult,
} from "kysely";
import type { Patience } from "./patience.ts";
import { toStoreError } from "./store-error.ts";

/**
 * Kysely's SQLite dialect with three differences: a transaction takes the write lock when it begins (a deferred one fails at its first write
 * if another process wrote meanwhile, without waiting), statements are prepared once, and a locked or full database has an error of its own.
 */
export class SqliteDialect extends KyselySqliteDialect {
  readonly #file: SQLiteFile;
  readonly #patience: Patience;

  constructor(file: SQLiteFile, patience: Patience) {
    super({ database: file });
    this.#file = file;
    this.#patience = patience;
  }

  override createDriver(): Driver {
    return new SqliteDriver(this.#file, this.#patience);
  }
}

class SqliteDriver implements Driver {
  readonly #file: SQLiteFile;
  readonly #connection: SqliteConnection;
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #rollback: Statement;
  readonly #patience: Patience;

  constructor(file: SQLiteFile, patience: Patience) {
    this.#file = file;
    this.#patience = patience;
    this.#connection = new SqliteConnection(file, patience);
    this.#begin = file.prepare("begin immediate");
    this.#commit = file.prepare("commit");
    this.#rollback = file.prepare("rollback");
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await this.#patience.write(() => this.#begin.run());
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
  readonly #patience: Patience;

  constructor(file: SQLiteFile, patience: Patience) {
    this.#file = file;
    this.#patience = patience;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    // A transaction has its lock.
    if (this.#file.inTransaction) return run(() => this.#execute<R>(sql, parameters));
    return /^select/i.test(sql)
      ? await this.#patience.read(() => this.#execute<R>(sql, parameters))
      : await this.#patience.write(() => this.#execute<R>(sql, parameters));
  }

  #execute<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const statement = this.#prepare(sql);

    if (statement.reader) {
      return { rows: statement.all(...parameters) as R[] };
    }
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
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

function run<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error);
  }
}
