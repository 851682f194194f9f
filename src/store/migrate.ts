import { type Kysely, sql } from "kysely";
import { ConfigError } from "../errors.ts";
import type { Migration, TableEnds } from "./migrations/migration.ts";
import type { Tables } from "./tables.ts";

interface Step {
  readonly number: number;
  readonly name: string;
  readonly applied_at: string;
}

/**
 * Brings the database to the last migration, each step in its own transaction. `copy` runs before the first step of a database that already
 * holds something. A database that a newer program has used is left alone: this one would not know what it may not touch.
 */
export async function migrate(
  queries: Kysely<Tables>,
  migrations: readonly Migration[],
  ends: TableEnds,
  now: () => Date,
  copy: (next: number) => Promise<void>,
): Promise<void> {
  const db = queries.withTables<{ schema_step: Step }>();

  await db.schema
    .createTable("schema_step")
    .ifNotExists()
    .addColumn("number", "integer", (column) => column.notNull().primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("applied_at", "text", (column) => column.notNull())
    .modifyEnd(ends.wide)
    .execute();

  const { last } = await db
    .selectFrom("schema_step")
    .select(sql<number>`coalesce(max(number), 0)`.as("last"))
    .executeTakeFirstOrThrow();

  if (last > migrations.length) {
    throw new ConfigError([
      `The database has schema ${last} and this version of the program knows schema ${migrations.length}. Start the newer version, or restore a backup from before the upgrade.`,
    ]);
  }
  if (last > 0 && last < migrations.length) {
    await copy(last + 1);
  }
  for (const [index, migration] of migrations.entries()) {
    const number = index + 1;

    if (number > last) {
      await db.transaction().execute(async (tx) => {
        await migration.up(tx, ends);
        await tx
          .insertInto("schema_step")
          .values({ number, name: migration.name, applied_at: now().toISOString() })
          .execute();
      });
    }
  }
}
