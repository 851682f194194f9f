import { createHash } from "node:crypto";
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
export function matchCriteria(
  before: readonly KnownCriterion[],
  after: readonly SeenCriterion[],
  reserved: ReadonlySet<string> = new Set(),
): CriterionMatches {
  const board = new CriterionBoard(before, after);
  const taken = new Set([...reserved, ...board.pins.values(), ...before.map(({ id }) => id)]);
  const claimed = new Set(board.pins.values());

  const ids = board.seen.map((seen) => {
    const inherited = board.heirs.get(seen)?.old.criterion.id;
    const own = board.pins.get(seen) ?? (inherited !== undefined && !claimed.has(inherited) ? inherited : undefined);
    const id = own ?? freeId(seen.criterion.firstId, taken);
    taken.add(id);
    return id;
  });
  const idOf = new Map(board.seen.map((seen, index) => [seen, ids[index] ?? ""]));
  const present = new Set(ids);

  return {
    ids,
    matches: board.seen.map((seen) => (board.pins.has(seen) ? "pinned" : (board.heirs.get(seen)?.match ?? "new"))),
    gone: board.old
      .filter(({ criterion }) => !criterion.retired && !present.has(criterion.id))
      .map((old) => {
        const { fate, successor, resembles } = board.fateOf(old);

        return {
          id: old.criterion.id,
          fate,
          successor: (successor && idOf.get(successor)) ?? null,
          resembles: resembles.map((seen) => idOf.get(seen) ?? ""),
        };
      }),
  };
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
