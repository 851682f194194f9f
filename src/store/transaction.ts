import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export type Tx = Transaction<Tables>;

/**
 * Everything that belongs together, or none of it. Inside, nothing but the database may be waited for: there is one connection, and
 * everybody else's statements wait until the transaction ends (a test reads the sources for it).
 */
export function inTransaction<T>(db: Kysely<Tables>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}
