import SQLite from "better-sqlite3";
import { StoreBusyError, StoreFullError } from "../store-errors.ts";

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
