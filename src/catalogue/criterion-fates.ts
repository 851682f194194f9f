import { eachInSteps } from "./breath.ts";
import type { CriterionBoard } from "./criterion-board.ts";
import { type OldEntry, SeenEntry } from "./criterion-entry.ts";
import { leastFor, nameNow, type Pair, pairsOf } from "./criterion-pairs.ts";
import { addTo } from "./groups.ts";
import { GENERIC_PATH } from "./inherit.ts";
import { buildLikenessIndex, type LikenessIndex } from "./likeness-index.ts";
import type { GoneCriterion, SeenCriterion } from "./match-criteria.ts";
import { ShardedSet } from "./sharded.ts";

/** What became of the criteria whose id has no place any more, when all others are matched. */

/** `after` is all that is seen now, also what is not on the board because it did not change. */
export function* findFates(
  { old, seen, renamed }: CriterionBoard,
  after: readonly SeenCriterion[],
): Generator<void, GoneCriterion[]> {
  const present = new ShardedSet();
  const missing: OldEntry[] = [];
  yield* eachInSteps(seen, ({ id }) => present.add(id));
  yield* eachInSteps(old, (entry) => {
    if (!entry.criterion.retired && !present.has(entry.criterion.id)) missing.push(entry);
  });
  if (missing.length === 0) return [];

  const heirless = missing.filter(({ heir }) => heir === undefined);
  const frameworks = new Set([GENERIC_PATH, ...heirless.map(({ criterion }) => nameNow(criterion, renamed))]);
  const seenIn = yield* standingIn(frameworks, seen, after);
  const likeHeirless = yield* buildLikenessIndex(heirless);
  const likeSeenIn = new Map<string, LikenessIndex<SeenEntry>>();

  function* likeSeen(framework: string): Generator<void, LikenessIndex<SeenEntry>> {
    const known = likeSeenIn.get(framework) ?? (yield* buildLikenessIndex(seenIn.get(framework) ?? []));
    likeSeenIn.set(framework, known);
    return known;
  }

  /** The same words stand elsewhere already; or words of several criteria became the words of this one. */
  function tookIn({ old: gone, seen: by, likeness }: Pair): boolean {
    if (likeness === 1 || by.match === "reworded") {
      return true;
    }
    const others = () => likeHeirless(by.compared, (entry) => leastFor(entry, by, renamed));

    return by.match === "new" && others().some(({ entry }) => entry !== gone);
  }

  /** Among what is read together with it: the same framework, and what everybody inherits. */
  function* successorOf(gone: OldEntry): Generator<void, SeenEntry | undefined> {
    const pairs: Pair[] = [];
    for (const framework of new Set([nameNow(gone.criterion, renamed), GENERIC_PATH])) {
      pairs.push(...pairsOf(gone, yield* likeSeen(framework), renamed));
    }
    const distance = (pair: Pair) => leastFor(pair.old, pair.seen, renamed);
    const [nearest] = pairs.sort((a, b) => b.likeness - a.likeness || distance(a) - distance(b));

    return nearest !== undefined && tookIn(nearest) ? nearest.seen : undefined;
  }

  const fates: GoneCriterion[] = [];
  for (const gone of missing) {
    const { id } = gone.criterion;
    const successor = gone.heir ?? (yield* successorOf(gone));

    if (successor === undefined) fates.push({ id, fate: "removed", successor: null });
    else fates.push({ id, fate: gone.heir === undefined ? "merged" : "replaced", successor: successor.id });
    yield;
  }
  return fates;
}

function* standingIn(
  frameworks: ReadonlySet<string>,
  seen: readonly SeenEntry[],
  after: readonly SeenCriterion[],
): Generator<void, ReadonlyMap<string, readonly SeenEntry[]>> {
  const seenIn = new Map<string, SeenEntry[]>();
  const onBoard = new Set<SeenCriterion>();
  yield* eachInSteps(seen, (entry) => {
    if (!frameworks.has(entry.criterion.framework)) return;
    onBoard.add(entry.criterion);
    addTo(seenIn, entry.criterion.framework, entry);
  });
  yield* eachInSteps(after, (criterion) => {
    if (!frameworks.has(criterion.framework) || onBoard.has(criterion)) return;
    addTo(seenIn, criterion.framework, untouched(criterion));
  });
  return seenIn;
}

function untouched(criterion: SeenCriterion): SeenEntry {
  const entry = new SeenEntry(criterion);
  entry.match = "same";
  entry.id = criterion.firstId;
  return entry;
}
