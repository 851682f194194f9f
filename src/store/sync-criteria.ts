import { type CriterionMatches, matchCriteria, type SeenCriterion } from "../catalogue/match-criteria.ts";
import type { Database } from "./open-database.ts";
import type { CriterionRow } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";

export interface CriterionIds extends CriterionMatches {
  /** From ids of former times to the ids that took their place and are there now. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * The registry of every criterion that was ever seen. At each load of the catalogue it says which id each criterion has, remembers where
 * they stand now, and keeps what is gone: evidence points at it.
 */
export async function syncCriteria(
  database: Database,
  seen: readonly SeenCriterion[],
  now: Date,
): Promise<CriterionIds> {
  return inTransaction(database.queries, async (tx) => {
    const known = await tx.selectFrom("criterion").selectAll().orderBy("first_seen_at").orderBy("id").execute();
    const aliases = await tx.selectFrom("criterion_alias").selectAll().execute();
    const matches = matchCriteria(
      known.map((row) => ({ ...row, retired: row.retired_at !== null })),
      seen,
      new Set(aliases.map(({ alias }) => alias)),
    );
    const byId = new Map(known.map((row) => [row.id, row]));
    const time = now.toISOString();

    await keepCriteria(tx, changedRows(seen, matches, byId, time));
    await keepGone(tx, matches, time);

    const successors = new Map([
      ...aliases.map(({ alias, criterion_id }) => [alias, criterion_id] as const),
      ...matches.gone.flatMap(({ id, successor }) => (successor === null ? [] : [[id, successor] as const])),
    ]);
    return { ...matches, aliases: followed(successors, new Set(matches.ids)) };
  });
}

function changedRows(
  seen: readonly SeenCriterion[],
  { ids }: CriterionMatches,
  known: ReadonlyMap<string, CriterionRow>,
  time: string,
): CriterionRow[] {
  return seen.flatMap(({ framework, topic, level, text }, index) => {
    const id = ids[index] ?? "";
    const before = known.get(id);
    const same =
      before !== undefined &&
      before.retired_at === null &&
      before.framework === framework &&
      before.topic === topic &&
      before.level === level &&
      before.text === text;

    return same
      ? []
      : [{ id, framework, topic, level, text, first_seen_at: before?.first_seen_at ?? time, retired_at: null }];
  });
}

const ROWS_PER_STATEMENT = 100;

async function keepCriteria(tx: Tx, rows: readonly CriterionRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const group = rows.slice(from, from + ROWS_PER_STATEMENT);
    const ids = group.map(({ id }) => id);
    await tx
      .insertInto("criterion")
      .values(group)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((eb) => ({
          framework: eb.ref("excluded.framework"),
          topic: eb.ref("excluded.topic"),
          level: eb.ref("excluded.level"),
          text: eb.ref("excluded.text"),
          retired_at: eb.ref("excluded.retired_at"),
        })),
      )
      .execute();
    // An id that is there again stands for itself.
    await tx.deleteFrom("criterion_alias").where("alias", "in", ids).execute();
  }
}

async function keepGone(tx: Tx, { gone }: CriterionMatches, time: string): Promise<void> {
  for (const { id, successor } of gone) {
    await tx.updateTable("criterion").set({ retired_at: time }).where("id", "=", id).execute();

    if (successor !== null) {
      await tx
        .insertInto("criterion_alias")
        .values({ alias: id, criterion_id: successor, made_at: time })
        .onConflict((conflict) => conflict.column("alias").doUpdateSet({ criterion_id: successor, made_at: time }))
        .execute();
    }
  }
}

/** A successor may have been succeeded; what leads nowhere any more is left out. */
function followed(successors: ReadonlyMap<string, string>, present: ReadonlySet<string>): Map<string, string> {
  const aliases = new Map<string, string>();

  for (const alias of successors.keys()) {
    const passed = new Set<string>();
    let id: string | undefined = alias;

    while (id !== undefined && !present.has(id) && !passed.has(id)) {
      passed.add(id);
      id = successors.get(id);
    }
    if (id !== undefined && id !== alias && present.has(id)) {
      aliases.set(alias, id);
    }
  }
  return aliases;
}
