import SQLite from "better-sqlite3";
import { ConfigError } from "../../errors.ts";
import { createPrivateFile } from "./private-files.ts";

/**
 * One process per database file: two would both send what is sent once. The lock is SQLite's own on an empty file next to the database, so the
 * operating system drops it with the process, however that ends, and reading the database from outside stays possible.
 */
export function lockForThisProcess(path: string): () => void {
  const lockPath = `${path}.lock`;
  createPrivateFile(lockPath);
  const file = new SQLite(lockPath, { timeout: 0 });

  try {
    // Without it an empty journal file would stay behind.
    file.pragma("journal_mode = MEMORY");
    file.exec("begin exclusive");
  } catch (error) {
    file.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new ConfigError([
        `${path} is in use by another process of this program. Stop that one first, or give this one its own DATABASE_URL.`,
      ]);
    }
    throw error;
  }
  return () => file.close();
}
