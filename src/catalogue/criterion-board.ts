import { eachInSteps } from "./breath.ts";
import { Entry } from "./criterion-entry.ts";
import { findRenames } from "./framework-renames.ts";
import { addTo } from "./groups.ts";
import { buildLikenessIndex, type LikenessIndex } from "./likeness-index.ts";
import type { CriterionPlaceText, KnownCriterion, SeenCriterion } from "./match-criteria.ts";

/**
 * The work of matching criteria: both sides lie on a board, and step by step, the surest first, a seen criterion is declared the heir of
 * one of before. Nothing is taken back.
 */

type Old = Entry<KnownCriterion>;
type Seen = Entry<SeenCriterion>;

interface Pair {
  readonly old: Old;
  readonly seen: Seen;
  readonly likeness: number;
}

interface Heir {
  readonly old: Old;
  readonly match: "pinned" | "same" | "moved" | "reworded";
}

interface Fate {
  readonly fate: "replaced" | "merged" | "removed";
  readonly successor: Seen | null;
  readonly resembles: readonly Seen[];
}

/** The heir must be better than any rival by this much, seen from both sides: the halves of a split are equally good, and neither inherits. */
const MARGIN = 0.12;

/** The further a criterion went, the more of its words must have stayed. Chosen on the fixtures and on invented edits, see the tests. */
const leastLikeness = { cell: 0.55, topic: 0.7, framework: 0.75, elsewhere: 0.85 } as const;

const MAX_RESEMBLING = 3;

export class CriterionBoard {
  readonly old: Old[] = [];
  readonly seen: Seen[] = [];
  readonly heirs = new Map<Seen, Heir>();
  readonly pins = new Map<Seen, string>();
  readonly #heirOf = new Map<Old, Seen>();
  #renamed: ReadonlyMap<string, string> = new Map();
  #likeSeen: LikenessIndex<Seen> = () => [];
  /** Of those that are left when all is matched. */
  #likeHeirless: LikenessIndex<Old> = () => [];

  /** All of the matching, with pauses: a thousand frameworks are a hundred thousand criteria. */
  *match(before: readonly KnownCriterion[], after: readonly SeenCriterion[]): Generator<void, void> {
    yield* eachInSteps(before, (criterion) => this.old.push(new Entry(criterion)));
    yield* eachInSteps(after, (criterion) => this.seen.push(new Entry(criterion)));
    this.#renamed = yield* findRenames(this.old, this.seen);

    this.#matchPinned();
    yield;
    yield* this.#matchWords("same", (place) => [this.#nameNow(place), place.topic, place.level]);
    // Nearest place first, so that of two twins each stays as near as it can.
    yield* this.#matchWords("moved", (place) => [this.#nameNow(place), place.topic]);
    yield* this.#matchWords("moved", (place) => [this.#nameNow(place)]);
    yield* this.#matchWords("moved", () => []);
    const heirless = yield* this.#heirless();
    if (heirless.length === 0) {
      return;
    }
    yield;
    this.#likeSeen = yield* buildLikenessIndex(this.seen);
    yield* this.#matchReworded(heirless);
    this.#likeHeirless = yield* buildLikenessIndex(yield* this.#heirless());
  }

  /** For a criterion of before whose id has no place now. */
  fateOf(old: Old): Fate {
    const heir = this.#heirOf.get(old);

    if (heir !== undefined) {
      return { fate: "replaced", successor: heir, resembles: [] };
    }
    const near = this.#pairsOf(old).sort((a, b) => b.likeness - a.likeness || this.#leastFor(a) - this.#leastFor(b));
    const resembles = near.slice(0, MAX_RESEMBLING).map(({ seen }) => seen);
    const nearest = near.find(({ seen }) => this.#isReadWith(old.criterion, seen.criterion));

    return nearest !== undefined && this.#tookIn(nearest)
      ? { fate: "merged", successor: nearest.seen, resembles }
      : { fate: "removed", successor: null, resembles };
  }

  /** Whoever reads the one framework reads the other: it is the same, or everybody's. */
  #isReadWith(old: CriterionPlaceText, seen: CriterionPlaceText): boolean {
    return seen.framework === this.#nameNow(old) || seen.framework === "/generic";
  }

  /** The same words stand elsewhere already; or words of several criteria became the words of this one. */
  #tookIn({ old, seen, likeness: alike }: Pair): boolean {
    const match = this.heirs.get(seen)?.match;

    if (alike === 1) {
      return true;
    }
    return (
      match === "reworded" ||
      (match === undefined &&
        this.#likeHeirless(seen.compared, (entry) => this.#leastFor({ old: entry, seen })).some(
          ({ entry }) => entry !== old,
        ))
    );
  }

  *#heirless(): Generator<void, Old[]> {
    const heirless: Old[] = [];
    yield* eachInSteps(this.old, (old) => {
      if (!old.criterion.retired && !this.#heirOf.has(old)) heirless.push(old);
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
        this.pins.set(seen, pinnedId);
        if (old !== undefined) {
          this.#join(old, seen, "pinned");
        }
      }
    }
  }

  /** The same words, in places that have the same key; twins in the order of their files, those that were there last time first. */
  *#matchWords(
    match: Heir["match"],
    keyOf: (place: CriterionPlaceText) => readonly (string | number)[],
  ): Generator<void, void> {
    const key = ({ criterion, plain }: Entry<CriterionPlaceText>) => JSON.stringify([...keyOf(criterion), plain]);
    const waiting = new Map<string, Old[]>();

    for (const retired of [false, true]) {
      yield* eachInSteps(this.old, (old) => {
        if (old.criterion.retired === retired && !this.#heirOf.has(old)) addTo(waiting, key(old), old);
      });
    }
    if (waiting.size === 0) {
      return;
    }
    yield* eachInSteps(this.seen, (seen) => {
      const old = this.heirs.has(seen) ? undefined : waiting.get(key(seen))?.shift();

      if (old !== undefined) {
        this.#join(old, seen, match);
      }
    });
  }

  /** Within a framework first: when two frameworks say the same and both are reworded, each keeps its own. */
  *#matchReworded(heirless: readonly Old[]): Generator<void, void> {
    const pairs: Pair[] = [];
    yield* eachInSteps(heirless, (old) => {
      pairs.push(...this.#pairsOf(old).filter(({ seen }) => !this.heirs.has(seen)));
    });
    const isAtHome = ({ old, seen }: Pair) => this.#nameNow(old.criterion) === seen.criterion.framework;

    this.#joinSure(pairs.filter(isAtHome));
    yield;
    this.#joinSure(pairs.filter((pair) => !isAtHome(pair)));
  }

  /** Round after round, because a rival that found its own heir is none any more. */
  #joinSure(candidates: readonly Pair[]): void {
    const isOpen = ({ old, seen }: Pair) => !this.#heirOf.has(old) && !this.heirs.has(seen);
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
  #pairsOf(old: Old): Pair[] {
    return this.#likeSeen(old.compared, (seen) => this.#leastFor({ old, seen })).map(({ entry, likeness }) => ({
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

  #join(old: Old, seen: Seen, match: Heir["match"]): void {
    this.heirs.set(seen, { old, match });
    this.#heirOf.set(old, seen);
  }

  #nameNow({ framework }: CriterionPlaceText): string {
    return this.#renamed.get(framework) ?? framework;
  }
}
