import { createHash } from "node:crypto";
import { atOnce, eachInSteps } from "./breath.ts";
import { CriterionBoard } from "./criterion-board.ts";
import type { SeenEntry } from "./criterion-entry.ts";
import { findFates } from "./criterion-fates.ts";
import { ShardedSet } from "./sharded.ts";
import { findChanged } from "./untouched.ts";

/**
 * Which criterion of a changed framework is which of before. Ids must survive re-ordering, moving and small rewording, and must never slip
 * to a criterion that asks for something else: evidence hangs on them. So: pinned by the author, the same words in the same place, the same
 * words elsewhere, words so alike that nothing else comes near; what is left is new, or gone and said to be gone.
 */

export interface CriterionPlaceText {
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
  readonly text: string;
}

/** A criterion that was seen before. */
export interface KnownCriterion extends CriterionPlaceText {
  readonly id: string;
  /** It was gone at the last reload: its id is kept in case the same words return. */
  readonly retired: boolean;
}

/** A criterion as it stands in a file now, each once: in the framework that it is written in. */
export interface SeenCriterion extends CriterionPlaceText {
  /** The author's own `id:`. */
  readonly pinnedId: string | null;
  /** Ten characters made of place and words; what the id is as long as nobody has seen the criterion before. */
  readonly firstId: string;
}

export type Match = "pinned" | "same" | "moved" | "reworded" | "new";

export interface GoneCriterion {
  readonly id: string;
  /** `replaced`: the author pinned another id. `merged`: another criterion now says it. `removed`: nothing does. */
  readonly fate: "replaced" | "merged" | "removed";
  /** Where evidence is followed to; null when it is removed. */
  readonly successor: string | null;
}

export interface CriterionMatches {
  /** One per seen criterion, in order. */
  readonly ids: readonly string[];
  readonly matches: readonly Match[];
  /** Every criterion of before (retired ones apart) that has no place any more. */
  readonly gone: readonly GoneCriterion[];
}

/** `reserved`: ids that mean something already and must not be given again. */
export function* matchInSteps(
  before: readonly KnownCriterion[],
  after: readonly SeenCriterion[],
  reserved: ReadonlySet<string> = new Set(),
): Generator<void, CriterionMatches> {
  const changed = yield* findChanged(before, after);
  const board = new CriterionBoard();
  yield* board.match(changed, { before, after });
  yield* giveIds(board.seen, before, reserved);

  const ids: string[] = [];
  const matches: Match[] = [];
  let next = 0;
  yield* eachInSteps(after, ({ firstId }, position) => {
    const seen = changed.wasUntouched(position) ? undefined : board.seen[next++];
    ids.push(seen?.id ?? firstId);
    matches.push(seen === undefined ? "same" : seen.pin === undefined ? seen.match : "pinned");
  });

  const gone = yield* findFates(board, after);
  return { ids, matches, gone };
}

/** The pin; else the id of the one whose heir it is, unless a pin claims it; else an id that meant nothing yet. */
function* giveIds(
  entries: readonly SeenEntry[],
  before: readonly KnownCriterion[],
  reserved: ReadonlySet<string>,
): Generator<void, void> {
  const claimed = new Set(entries.flatMap(({ pin }) => pin ?? []));
  const fresh: SeenEntry[] = [];
  yield* eachInSteps(entries, (seen) => {
    const inherited = seen.old?.criterion.id;
    const own = seen.pin ?? (inherited !== undefined && !claimed.has(inherited) ? inherited : undefined);
    if (own === undefined) fresh.push(seen);
    else seen.id = own;
  });
  if (fresh.length === 0) return;

  const taken = new ShardedSet();
  for (const id of claimed) taken.add(id);
  for (const id of reserved) taken.add(id);
  yield* eachInSteps(before, ({ id }) => taken.add(id));
  yield* eachInSteps(fresh, (seen) => {
    seen.id = freeId(seen.criterion.firstId, taken);
    taken.add(seen.id);
  });
}

/** The same without a pause. */
export function matchCriteria(...given: Parameters<typeof matchInSteps>): CriterionMatches {
  return atOnce(matchInSteps(...given));
}

const ID_LENGTH = 10;

/** A first id is made of words; when those words were another criterion's once, its id is not free. */
function freeId(firstId: string, taken: ShardedSet): string {
  for (let attempt = 1, id = firstId; ; attempt += 1) {
    if (!taken.has(id)) {
      return id;
    }
    const hash = createHash("sha256").update(`${firstId}\n${attempt}`).digest("hex");
    id = BigInt(`0x${hash}`).toString(36).slice(0, ID_LENGTH);
  }
}
