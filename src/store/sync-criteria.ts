import { createBreath, eachInSteps, gently } from "../catalogue/breath.ts";
import { type CriterionMatches, matchInSteps, type SeenCriterion } from "../catalogue/match-criteria.ts";
import type { Database } from "./open-database.ts";
import type { CriterionRow } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";

export interface CriterionIds extends CriterionMatches {
  /** From ids of former times to the ids that took their place and are there now. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * The registry of every criterion that was ever seen. At each load of the catalogue it says which id each criterion has, remembers where
 * they stand now, and keeps what is gone: evidence points at it. Called by one at a time, and nobody else writes these tables: so reading and
 * matching can pause for others, and only what has changed is written in one go.
 */
export async function syncCriteria(
  database: Database,
  seen: readonly SeenCriterion[],
  now: Date,
): Promise<CriterionIds> {
  const known = await readKnown(database);
  const aliases = await database.queries.selectFrom("criterion_alias").selectAll().execute();
  const matches = await gently(matchInSteps(known, seen, new Set(aliases.map(({ alias }) => alias))));
  const time = now.toISOString();
  const changed = await gently(changedRows(seen, matches, known, time));

  if (changed.length > 0 || matches.gone.length > 0) {
    await inTransaction(database.queries, async (tx) => {
      await keepCriteria(tx, changed);
      await keepGone(tx, matches, time);
    });
  }
  const successors = new Map([
    ...aliases.map(({ alias, criterion_id }) => [alias, criterion_id] as const),
    ...matches.gone.flatMap(({ id, successor }) => (successor === null ? [] : [[id, successor] as const])),
  ]);
  return { ...matches, aliases: successors.size === 0 ? successors : followed(successors, new Set(matches.ids)) };
}

interface KnownRow extends CriterionRow {
  readonly retired: boolean;
}

const ROWS_AT_ONCE = 500;

/** In the order in which they were first seen, page by page, with a pause between. */
async function readKnown(database: Database): Promise<KnownRow[]> {
  const bySeen = new Map<string, KnownRow[]>();
  const breath = createBreath();

  for (let after = ""; ; ) {
    const page = await database.queries
      .selectFrom("criterion")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(ROWS_AT_ONCE)
      .execute();

    for (const row of page) {
      const rows = bySeen.get(row.first_seen_at);
      const known = { ...row, retired: row.retired_at !== null };
      if (rows === undefined) bySeen.set(row.first_seen_at, [known]);
      else rows.push(known);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < ROWS_AT_ONCE) break;
    after = last.id;
    await breath();
  }
  return [...bySeen.keys()].toSorted().flatMap((time) => bySeen.get(time) ?? []);
}

function* changedRows(
  seen: readonly SeenCriterion[],
  { ids }: CriterionMatches,
  knownRows: readonly KnownRow[],
  time: string,
): Generator<void, CriterionRow[]> {
  const known = new Map<string, KnownRow>();
  const changed: CriterionRow[] = [];

  yield* eachInSteps(knownRows, (row) => known.set(row.id, row));
  yield* eachInSteps(seen, ({ framework, topic, level, text }, index) => {
    const id = ids[index] ?? "";
    const before = known.get(id);
    const same =
      before !== undefined &&
      !before.retired &&
      before.framework === framework &&
      before.topic === topic &&
      before.level === level &&
      before.text === text;

    if (!same) {
      const first_seen_at = before?.first_seen_at ?? time;
      changed.push({ id, framework, topic, level, text, first_seen_at, retired_at: null });
    }
  });
  return changed;
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
