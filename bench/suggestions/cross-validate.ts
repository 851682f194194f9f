import type { Framework } from "../../src/catalogue/types.ts";
import { WEIGHTS, type Weights } from "../../src/matching/weights.ts";
import { type Measures, measure, type Ranker } from "./measure.ts";
import { ourRanker } from "./rankers.ts";
import type { LabelledWin } from "./seed.ts";

/**
 * What the weights owe to the wins they were chosen on: choose them on four fifths, test on the fifth that had no say, five times over.
 * A row far below the plain one would mean that the weights are fitted.
 */
const FOLDS = 5;

const GRID: readonly Partial<Weights>[] = [0.25, 0.5, 0.75].flatMap((words) =>
  [0.1, 0.2, 0.3].flatMap((hints) =>
    [0.5, 0.75].flatMap((breadth) => [0, 0.35].map((size) => ({ words, hints, breadth, size }))),
  ),
);

export function crossValidate(wins: readonly LabelledWin[], framework: Framework): Measures {
  const rankers = GRID.map((change) => remember(ourRanker(framework, { weights: { ...WEIGHTS, ...change } })));
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const test = wins.filter((_win, at) => at % FOLDS === fold);
    const train = wins.filter((_win, at) => at % FOLDS !== fold);
    return { size: test.length, measures: measure(test, bestOn(train, rankers)) };
  });
  const mean = (key: keyof Measures): number =>
    parts.reduce((sum, part) => sum + part.size * part.measures[key], 0) / wins.length;
  return { topic1: mean("topic1"), topic3: mean("topic3"), hit3: mean("hit3"), hit5: mean("hit5"), mrr: mean("mrr") };
}

function bestOn(wins: readonly LabelledWin[], rankers: readonly Ranker[]): Ranker {
  let best: { ranker: Ranker; value: number } | null = null;
  for (const ranker of rankers) {
    const { hit5, topic3, mrr } = measure(wins, ranker);
    const value = hit5 + topic3 + 20 * mrr;
    if (best === null || value > best.value) {
      best = { ranker, value };
    }
  }
  if (best === null) {
    throw new Error("no setting to choose from");
  }
  return best.ranker;
}

/** Each win is answered once, however often it is measured. */
function remember(ranker: Ranker): Ranker {
  const answers = new Map<string, ReturnType<Ranker>>();
  return (win) => {
    const known = answers.get(win.id) ?? ranker(win);
    answers.set(win.id, known);
    return known;
  };
}
