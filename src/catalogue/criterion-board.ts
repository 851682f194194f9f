import { eachInSteps } from "./breath.ts";
import { type Entry, OldEntry, SeenEntry } from "./criterion-entry.ts";
import { nameNow, type Pair, pairsOf } from "./criterion-pairs.ts";
import { type FrameworkPaths, findRenames } from "./framework-renames.ts";
import { addTo } from "./groups.ts";
import { buildLikenessIndex } from "./likeness-index.ts";
import type { CriterionPlaceText, KnownCriterion, Match, SeenCriterion } from "./match-criteria.ts";
import { ShardedMap } from "./sharded.ts";

/**
 * The work of matching criteria: what changed on both sides lies on a board, and step by step, the surest first, a seen criterion is
 * declared the heir of one of before. Nothing is taken back.
 */

interface BothSides {
  readonly before: readonly KnownCriterion[];
  readonly after: readonly SeenCriterion[];
}

/** The heir must be better than any rival by this much, seen from both sides: the halves of a split are equally good, and neither inherits. */
const MARGIN = 0.12;

export class CriterionBoard {
  readonly old: OldEntry[] = [];
  readonly seen: SeenEntry[] = [];
  /** Of a framework whose path changed, the path that it has now. */
  renamed: ReadonlyMap<string, string> = new Map();

  /** All of the matching, with pauses: a thousand frameworks are a hundred thousand criteria. `all` holds what did not change as well. */
  *match(changed: BothSides, all: BothSides): Generator<void, void> {
    yield* eachInSteps(changed.before, (criterion) => this.old.push(new OldEntry(criterion)));
    yield* eachInSteps(changed.after, (criterion) => this.seen.push(new SeenEntry(criterion)));

    this.#matchPinned();
    yield;
    this.renamed = yield* findRenames(yield* pathsOf(all), this.old, this.seen);
    yield* this.#matchWords("same", (place) => [nameNow(place, this.renamed), place.topic, place.level]);
    // Nearest place first, so that of two twins each stays as near as it can.
    yield* this.#matchWords("moved", (place) => [nameNow(place, this.renamed), place.topic]);
    yield* this.#matchWords("moved", (place) => [nameNow(place, this.renamed)]);
    yield* this.#matchWords("moved", () => []);
    yield* this.#matchReworded();
  }

  *#heirless(): Generator<void, OldEntry[]> {
    const heirless: OldEntry[] = [];
    yield* eachInSteps(this.old, (old) => {
      if (!old.criterion.retired && old.heir === undefined) heirless.push(old);
    });
    return heirless;
  }

  /** A pin claims its id, wherever the criterion with that id stood. The second of two equal pins counts as none. */
  #matchPinned(): void {
    const pinning = this.seen.filter(({ criterion }) => criterion.pinnedId !== null);
    const wanted = new Set(pinning.map(({ criterion }) => criterion.pinnedId));
    const claimed = wanted.size === 0 ? [] : this.old.filter(({ criterion }) => wanted.has(criterion.id));
    const byId = new Map(claimed.map((old) => [old.criterion.id, old]));
    const pinned = new Set<string>();

    for (const seen of pinning) {
      const { pinnedId } = seen.criterion;

      if (pinnedId !== null && !pinned.has(pinnedId)) {
        const old = byId.get(pinnedId);
        pinned.add(pinnedId);
        seen.pin = pinnedId;
        if (old !== undefined) {
          this.#join(old, seen, "pinned");
        }
      }
    }
  }

  /** The same words, in places that have the same key; twins in the order of their files, those that were there last time first. */
  *#matchWords(
    match: Match,
    keyOf: (place: CriterionPlaceText) => readonly (string | number)[],
  ): Generator<void, void> {
    const key = ({ criterion, plain }: Entry<CriterionPlaceText>) => JSON.stringify([...keyOf(criterion), plain]);
    const waiting = new ShardedMap<OldEntry[]>();
    let some = false;

    for (const retired of [false, true]) {
      yield* eachInSteps(this.old, (old) => {
        if (old.criterion.retired !== retired || old.heir !== undefined) return;
        addTo(waiting, key(old), old);
        some = true;
      });
    }
    if (!some) {
      return;
    }
    yield* eachInSteps(this.seen, (seen) => {
      const old = seen.old !== undefined ? undefined : waiting.get(key(seen))?.shift();

      if (old !== undefined) {
        this.#join(old, seen, match);
      }
    });
  }

  /** Within a framework first: when two frameworks say the same and both are reworded, each keeps its own. */
  *#matchReworded(): Generator<void, void> {
    const isAtHome = ({ old, seen }: Pair) => nameNow(old.criterion, this.renamed) === seen.criterion.framework;
    const leftIn = Map.groupBy(yield* this.#heirless(), ({ criterion }) => nameNow(criterion, this.renamed));
    const freeIn = Map.groupBy(yield* this.#unclaimed(), ({ criterion }) => criterion.framework);

    for (const [framework, left] of leftIn) {
      this.#joinSure(yield* this.#pairsAmong(left, freeIn.get(framework) ?? []));
      yield;
    }
    const strangers = yield* this.#pairsAmong(yield* this.#heirless(), yield* this.#unclaimed());
    this.#joinSure(strangers.filter((pair) => !isAtHome(pair)));
  }

  *#unclaimed(): Generator<void, SeenEntry[]> {
    const unclaimed: SeenEntry[] = [];
    yield* eachInSteps(this.seen, (seen) => {
      if (seen.old === undefined) unclaimed.push(seen);
    });
    return unclaimed;
  }

  *#pairsAmong(olds: readonly OldEntry[], free: readonly SeenEntry[]): Generator<void, Pair[]> {
    const pairs: Pair[] = [];
    if (olds.length === 0) {
      return pairs;
    }
    const likeFree = yield* buildLikenessIndex(free);
    yield* eachInSteps(olds, (old) => pairs.push(...pairsOf(old, likeFree, this.renamed)));
    return pairs;
  }

  /** Round after round, because a rival that found its own heir is none any more. */
  #joinSure(candidates: readonly Pair[]): void {
    const isOpen = ({ old, seen }: Pair) => old.heir === undefined && seen.old === undefined;
    let pairs = candidates.filter(isOpen);

    for (;;) {
      const ofOld = Map.groupBy(pairs, ({ old }) => old);
      const ofSeen = Map.groupBy(pairs, ({ seen }) => seen);
      const sure = pairs.filter((pair) =>
        [...(ofOld.get(pair.old) ?? []), ...(ofSeen.get(pair.seen) ?? [])].every(
          (rival) => rival === pair || rival.likeness + MARGIN <= pair.likeness,
        ),
      );

      if (sure.length === 0) {
        return;
      }
      for (const { old, seen } of sure) {
        this.#join(old, seen, "reworded");
      }
      pairs = pairs.filter(isOpen);
    }
  }

  #join(old: OldEntry, seen: SeenEntry, match: Match): void {
    old.heir = seen;
    seen.old = old;
    seen.match = match;
  }
}

function* pathsOf({ before, after }: BothSides): Generator<void, FrameworkPaths> {
  const paths = { before: new Set<string>(), now: new Set<string>() };

  yield* eachInSteps(before, ({ framework, retired }) => {
    if (!retired) paths.before.add(framework);
  });
  yield* eachInSteps(after, ({ framework }) => paths.now.add(framework));
  return paths;
}
