import { createHash } from "node:crypto";
import { atOnce, eachInSteps } from "./breath.ts";
import { CriterionBoard } from "./criterion-board.ts";

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

type Match = "pinned" | "same" | "moved" | "reworded" | "new";

interface GoneCriterion {
  readonly id: string;
  /** `replaced`: the author pinned another id. `merged`: another criterion now says it. `removed`: nothing does. */
  readonly fate: "replaced" | "merged" | "removed";
  /** Where evidence is followed to; null when it is removed. */
  readonly successor: string | null;
  /** For `removed`: criteria that resemble it, best first; the parts of a split are found here. */
  readonly resembles: readonly string[];
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
  const board = new CriterionBoard();
  yield* board.match(before, after);
  const taken = new Set([...reserved, ...board.pins.values()]);
  const claimed = new Set(board.pins.values());
  yield* eachInSteps(before, ({ id }) => taken.add(id));

  const ids: string[] = [];
  const matches: Match[] = [];
  const idOf = new Map<unknown, string>();
  yield* eachInSteps(board.seen, (seen) => {
    const heir = board.heirs.get(seen);
    const inherited = heir?.old.criterion.id;
    const own = board.pins.get(seen) ?? (inherited !== undefined && !claimed.has(inherited) ? inherited : undefined);
    const id = own ?? freeId(seen.criterion.firstId, taken);
    taken.add(id);
    ids.push(id);
    matches.push(board.pins.has(seen) ? "pinned" : (heir?.match ?? "new"));
    idOf.set(seen, id);
  });
  const present = new Set<string>();
  yield* eachInSteps(ids, (id) => present.add(id));

  const gone: GoneCriterion[] = [];
  yield* eachInSteps(board.old, (old) => {
    if (old.criterion.retired || present.has(old.criterion.id)) return;
    const { fate, successor, resembles } = board.fateOf(old);
    gone.push({
      id: old.criterion.id,
      fate,
      successor: (successor && idOf.get(successor)) ?? null,
      resembles: resembles.map((seen) => idOf.get(seen) ?? ""),
    });
  });
  return { ids, matches, gone };
}

/** The same without a pause. */
export function matchCriteria(...given: Parameters<typeof matchInSteps>): CriterionMatches {
  return atOnce(matchInSteps(...given));
}

const ID_LENGTH = 10;

/** A first id is made of words; when those words were another criterion's once, its id is not free. */
function freeId(firstId: string, taken: ReadonlySet<string>): string {
  for (let attempt = 1, id = firstId; ; attempt += 1) {
    if (!taken.has(id)) {
      return id;
    }
    const hash = createHash("sha256").update(`${firstId}\n${attempt}`).digest("hex");
    id = BigInt(`0x${hash}`).toString(36).slice(0, ID_LENGTH);
  }
}
