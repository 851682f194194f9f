import type { Answer } from "../answers/answer.ts";
import type { Catalogue } from "../catalogue/types.ts";

/**
 * Answers that were given lately, so that what many people ask is worked out once. Only the catalogue of this moment has any: a reload
 * that changed something begins anew. Bounded in number and length, so that no flood of lines costs memory.
 */
export interface KeptAnswers {
  find(catalogue: Catalogue, key: string): Answer | undefined;
  keep(catalogue: Catalogue, key: string, answer: Answer): void;
}

const MOST_ANSWERS = 256;
const MOST_KEY = 120;

export function keepAnswers(most = MOST_ANSWERS): KeptAnswers {
  let of: Catalogue | undefined;
  let answers = new Map<string, Answer>();

  return {
    find: (catalogue, key) => (of === catalogue ? answers.get(key) : undefined),
    keep(catalogue, key, answer) {
      if (key.length > MOST_KEY || !isOfTheFramework(answer)) {
        return;
      }
      if (of !== catalogue) {
        of = catalogue;
        answers = new Map();
      }
      for (const oldest of answers.keys()) {
        if (answers.size < most) {
          break;
        }
        answers.delete(oldest);
      }
      answers.set(key, answer);
    },
  };
}

/**
 * Pages of the framework, asked for by their names alone. A search, or a line of which some words were left over, holds what somebody
 * wrote, and that is not ours to keep.
 */
function isOfTheFramework({ kind, remarks }: Answer): boolean {
  switch (kind) {
    case "welcome":
    case "help":
    case "frameworks":
    case "framework":
    case "prose":
    case "topic":
    case "level":
    case "all-topics":
    case "compare":
      return remarks.length === 0;
    default:
      return false;
  }
}
