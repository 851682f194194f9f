import { createBreath, eachInSteps, gently } from "../catalogue/breath.ts";
import { addTo } from "../catalogue/groups.ts";
import { type CriterionMatches, matchInSteps, type SeenCriterion } from "../catalogue/match-criteria.ts";
import { ShardedMap } from "../catalogue/sharded.ts";
import { inParts } from "./in-parts.ts";
import type { Database } from "./open-database.ts";
import type { CriterionRow } from "./tables.ts";
import { inTransaction, type Tx } from "./transaction.ts";

export interface CriterionIds extends CriterionMatches {
  /** From ids of former times to the ids that took their place and are there now. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * The registry of every criterion that was ever seen. At each load of the catalogue it says which id each criterion has, remembers where
 * they stand now, and keeps what is gone: evidence points at it. Called by one at a time, and nobody else writes these tables: so reading,
 * matching and writing can pause for others. A process that dies in between leaves nothing that the next start would match otherwise.
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

  await keepChanges(database, changed, matches, time);
  const successors = new Map([
    ...aliases.map(({ alias, criterion_id }) => [alias, criterion_id] as const),
    ...matches.gone.flatMap(({ id, successor }) => (successor === null ? [] : [[id, successor] as const])),
  ]);
  return { ...matches, aliases: successors.size === 0 ? successors : followed(successors, new Set(matches.ids)) };
}

interface KnownRow extends CriterionRow {
  readonly retired: boolean;
}

const ROWS_AT_ONCE = 300;

/** In the order in which they were first seen, page by page, with a pause between. */
async function readKnown(database: Database): Promise<KnownRow[]> {
  const bySeen = new Map<string, KnownRow[]>();
  const breath = createBreath();
  const once = keepOnce();

  for (let after = ""; ; ) {
    const page = await database.queries
      .selectFrom("criterion")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(ROWS_AT_ONCE)
      .execute();

    for (const { id, framework, topic, level, text, first_seen_at, retired_at } of page) {
      addTo(bySeen, first_seen_at, {
        id,
        framework: once(framework),
        topic: once(topic),
        level,
        text,
        first_seen_at: once(first_seen_at),
        retired_at,
        retired: retired_at !== null,
      });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < ROWS_AT_ONCE) break;
    after = last.id;
    await breath();
  }
  return [...bySeen.keys()].toSorted().flatMap((time) => bySeen.get(time) ?? []);
}

/** A hundred thousand rows name a few paths and topics: each is kept once, or the garbage collector has as many texts to carry about. */
function keepOnce(): (text: string) => string {
  const kept = new Map<string, string>();

  return (text) => {
    const known = kept.get(text);
    if (known === undefined) kept.set(text, text);
    return known ?? text;
  };
}

function* changedRows(
  seen: readonly SeenCriterion[],
  { ids }: CriterionMatches,
  knownRows: readonly KnownRow[],
  time: string,
): Generator<void, CriterionRow[]> {
  const known = new ShardedMap<KnownRow>();
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
/** A commit waits for the disk; what is written between two of them makes everybody wait. */
const ROWS_PER_COMMIT = 300;

/** A criterion that is gone and the one that took its place are written together: apart, one would look new and the other lost. */
async function keepChanges(
  database: Database,
  changed: readonly CriterionRow[],
  { gone }: CriterionMatches,
  time: string,
): Promise<void> {
  const wanted = new Set(gone.flatMap(({ successor }) => successor ?? []));
  const successors = new Map(changed.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
  const others = changed.filter(({ id }) => !wanted.has(id));

  for (const group of inParts(gone, ROWS_PER_COMMIT)) {
    const rows = new Set(group.flatMap(({ successor }) => successors.get(successor ?? "") ?? []));
    await inTransaction(database.queries, async (tx) => {
      await keepCriteria(tx, [...rows]);
      await keepGone(tx, group, time);
    });
  }
  for (const group of inParts(others, ROWS_PER_COMMIT)) {
    await inTransaction(database.queries, (tx) => keepCriteria(tx, group));
  }
}

async function keepCriteria(tx: Tx, rows: readonly CriterionRow[]): Promise<void> {
  for (const group of inParts(rows, ROWS_PER_STATEMENT)) {
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

async function keepGone(tx: Tx, gone: CriterionMatches["gone"], time: string): Promise<void> {
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
