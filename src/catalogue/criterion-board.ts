import { atOnce, eachInSteps } from "./breath.ts";
import { type Entry, OldEntry, SeenEntry } from "./criterion-entry.ts";
import { type FrameworkPaths, findRenames } from "./framework-renames.ts";
import { addTo } from "./groups.ts";
import { buildLikenessIndex, type LikenessIndex } from "./likeness-index.ts";
import type { CriterionPlaceText, KnownCriterion, Match, SeenCriterion } from "./match-criteria.ts";
import { ShardedMap } from "./sharded.ts";

/**
 * The work of matching criteria: what changed on both sides lies on a board, and step by step, the surest first, a seen criterion is
 * declared the heir of one of before. Nothing is taken back.
 */

interface Pair {
  readonly old: OldEntry;
  readonly seen: SeenEntry;
  readonly likeness: number;
}

interface Fate {
  readonly fate: "replaced" | "merged" | "removed";
  readonly successor: SeenEntry | null;
}

interface BothSides {
  readonly before: readonly KnownCriterion[];
  readonly after: readonly SeenCriterion[];
}

/** The heir must be better than any rival by this much, seen from both sides: the halves of a split are equally good, and neither inherits. */
const MARGIN = 0.12;

/** The further a criterion went, the more of its words must have stayed. Chosen on the fixtures and on invented edits, see the tests. */
const leastLikeness = { cell: 0.55, topic: 0.7, framework: 0.75, elsewhere: 0.85 } as const;

/** Everybody reads it. */
const GENERIC = "/generic";

export class CriterionBoard {
  readonly old: OldEntry[] = [];
  readonly seen: SeenEntry[] = [];
  #renamed: ReadonlyMap<string, string> = new Map();
  /** By the framework that they stand in. */
  readonly #seenIn = new Map<string, SeenEntry[]>();
  readonly #likeSeenIn = new Map<string, LikenessIndex<SeenEntry>>();
  /** Of those that are left when all is matched. */
  #likeHeirless: LikenessIndex<OldEntry> = () => [];

  /** All of the matching, with pauses: a thousand frameworks are a hundred thousand criteria. `all` holds what did not change as well. */
  *match(changed: BothSides, all: BothSides): Generator<void, void> {
    yield* eachInSteps(changed.before, (criterion) => this.old.push(new OldEntry(criterion)));
    yield* eachInSteps(changed.after, (criterion) => this.seen.push(new SeenEntry(criterion)));

    this.#matchPinned();
    yield;
    this.#renamed = yield* findRenames(yield* pathsOf(all), this.old, this.seen);
    yield* this.#matchWords("same", (place) => [this.#nameNow(place), place.topic, place.level]);
    // Nearest place first, so that of two twins each stays as near as it can.
    yield* this.#matchWords("moved", (place) => [this.#nameNow(place), place.topic]);
    yield* this.#matchWords("moved", (place) => [this.#nameNow(place)]);
    yield* this.#matchWords("moved", () => []);
    yield* this.#matchReworded();
  }

  /** What `fateOf` needs; `after` is all that is seen now. */
  *prepareFates(after: readonly SeenCriterion[]): Generator<void, void> {
    const heirless = yield* this.#heirless();

    if (heirless.length === 0) {
      return;
    }
    const frameworks = new Set([GENERIC, ...heirless.map(({ criterion }) => this.#nameNow(criterion))]);
    const onBoard = new Set<SeenCriterion>();
    this.#likeHeirless = yield* buildLikenessIndex(heirless);
    yield* eachInSteps(this.seen, (seen) => {
      if (frameworks.has(seen.criterion.framework)) {
        onBoard.add(seen.criterion);
        addTo(this.#seenIn, seen.criterion.framework, seen);
      }
    });
    yield* eachInSteps(after, (criterion) => {
      if (frameworks.has(criterion.framework) && !onBoard.has(criterion)) {
        addTo(this.#seenIn, criterion.framework, untouched(criterion));
      }
    });
  }

  /** For a criterion of before whose id has no place now. Only whoever reads the one framework reads the other: it is the same, or everybody's. */
  fateOf(old: OldEntry): Fate {
    if (old.heir !== undefined) {
      return { fate: "replaced", successor: old.heir };
    }
    const readTogether = new Set([this.#nameNow(old.criterion), GENERIC]);
    const [nearest] = [...readTogether]
      .flatMap((framework) => this.#pairs(old, this.#likeSeen(framework)))
      .sort((a, b) => b.likeness - a.likeness || this.#leastFor(a) - this.#leastFor(b));

    return nearest !== undefined && this.#tookIn(nearest)
      ? { fate: "merged", successor: nearest.seen }
      : { fate: "removed", successor: null };
  }

  #likeSeen(framework: string): LikenessIndex<SeenEntry> {
    const known = this.#likeSeenIn.get(framework) ?? atOnce(buildLikenessIndex(this.#seenIn.get(framework) ?? []));

    this.#likeSeenIn.set(framework, known);
    return known;
  }

  /** The same words stand elsewhere already; or words of several criteria became the words of this one. */
  #tookIn({ old, seen, likeness }: Pair): boolean {
    if (likeness === 1 || seen.match === "reworded") {
      return true;
    }
    const others = () => this.#likeHeirless(seen.compared, (entry) => this.#leastFor({ old: entry, seen }));

    return seen.match === "new" && others().some(({ entry }) => entry !== old);
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
    const isAtHome = ({ old, seen }: Pair) => this.#nameNow(old.criterion) === seen.criterion.framework;
    const leftIn = Map.groupBy(yield* this.#heirless(), ({ criterion }) => this.#nameNow(criterion));
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
    yield* eachInSteps(olds, (old) => pairs.push(...this.#pairs(old, likeFree)));
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

  /** Those that are alike enough for the distance between them. */
  #pairs(old: OldEntry, likeSeen: LikenessIndex<SeenEntry>): Pair[] {
    return likeSeen(old.compared, (seen) => this.#leastFor({ old, seen })).map(({ entry, likeness }) => ({
      old,
      seen: entry,
      likeness,
    }));
  }

  #leastFor({ old: { criterion: old }, seen: { criterion: seen } }: Pick<Pair, "old" | "seen">): number {
    if (this.#nameNow(old) !== seen.framework) {
      return leastLikeness.elsewhere;
    }
    if (old.topic !== seen.topic) {
      return leastLikeness.framework;
    }
    return old.level === seen.level ? leastLikeness.cell : leastLikeness.topic;
  }

  #join(old: OldEntry, seen: SeenEntry, match: Match): void {
    old.heir = seen;
    seen.old = old;
    seen.match = match;
  }

  #nameNow({ framework }: CriterionPlaceText): string {
    return this.#renamed.get(framework) ?? framework;
  }
}

function untouched(criterion: SeenCriterion): SeenEntry {
  const entry = new SeenEntry(criterion);
  entry.match = "same";
  entry.id = criterion.firstId;
  return entry;
}

function* pathsOf({ before, after }: BothSides): Generator<void, FrameworkPaths> {
  const paths = { before: new Set<string>(), now: new Set<string>() };

  yield* eachInSteps(before, ({ framework, retired }) => {
    if (!retired) paths.before.add(framework);
  });
  yield* eachInSteps(after, ({ framework }) => paths.now.add(framework));
  return paths;
}
