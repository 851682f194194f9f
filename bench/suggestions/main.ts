import type { Framework } from "../../src/catalogue/types.ts";
import { WEIGHTS, type Weights } from "../../src/matching/weights.ts";
import type { Aim, Print } from "../aim.ts";
import { crossValidate } from "./cross-validate.ts";
import { historyRanker } from "./history.ts";
import { type Measures, measure, measureShown, type Ranker } from "./measure.ts";
import { miniSearchRanker, ourRanker, randomRanker } from "./rankers.ts";
import { readBackend, readBackendWithGeneric, readWins } from "./seed.ts";
import { speedRows } from "./speed.ts";

/**
 * How often the right criterion is among those proposed, for every ranker side by side, on the development wins and on two more sets that
 * say more about texts of others; then what each part of ours is worth, and how fast it is.
 */
export async function benchSuggestions(print: Print): Promise<Aim[]> {
  const framework = readBackend();
  const development = readWins("wins-dev.jsonl");
  for (const [name, wins] of [
    ["development wins", development],
    ["held-out wins", readWins("wins-held-out.jsonl")],
    ["untuned wins", readWins("wins-untuned.jsonl")],
  ] as const) {
    print(`${name} (${wins.length})`.padEnd(52).concat("topic@1 topic@3  hit@3  hit@5   MRR"));
    for (const [label, ranker] of rankersOf(framework)) {
      print(row(label, measure(wins, ranker)));
    }
    print(row("ours, weights chosen on other wins (5 folds)", crossValidate(wins, framework)));
    print(row("ours, leaning to where a like win is filed", measure(wins, historyRanker(framework, wins))));
    print(row("ours, the person's level known", measure(wins, ourRanker(framework, {}, true))));
    const inherited = readBackendWithGeneric();
    if (inherited !== null) {
      print(row("ours, inherited criteria among them", measure(wins, ourRanker(inherited))));
    }
    const shown = measureShown(wins, ourRanker(framework));
    print(`  the five that are shown hold an acceptable topic in ${shown.toFixed(0)} of 100`);
    print("");
  }
  for (const line of speedRows(framework, development)) {
    print(line);
  }
  return [];
}

function rankersOf(framework: Framework): (readonly [string, Ranker])[] {
  const without = (change: Partial<Weights>): Ranker => ourRanker(framework, { weights: { ...WEIGHTS, ...change } });
  const fields = ["text", "title", "examples"];
  return [
    ["random", randomRanker(framework)],
    ["MiniSearch", miniSearchRanker(framework, { fields: ["text"], stems: false, search: {} })],
    [
      "MiniSearch, prefix and fuzzy",
      miniSearchRanker(framework, { fields: ["text"], stems: false, search: { prefix: true, fuzzy: 0.2 } }),
    ],
    ["MiniSearch, stop words and stems", miniSearchRanker(framework, { fields: ["text"], stems: true, search: {} })],
    [
      "MiniSearch, stems, topic and examples",
      miniSearchRanker(framework, { fields, stems: true, search: { boost: { text: 3 } } }),
    ],
    ["ours without the lexicon", without({ concepts: 0 })],
    ["ours without shared words", without({ words: 0 })],
    ["ours without weak signs", without({ hints: 0 })],
    ["ours without holding back broad criteria", without({ breadth: 0 })],
    ["ours without holding back large topics", without({ size: 0 })],
    ["ours without spreading", without({ spread: 1 })],
    ["ours", ourRanker(framework)],
  ];
}

function row(label: string, measures: Measures): string {
  const { topic1, topic3, hit3, hit5, mrr } = measures;
  const numbers = [topic1, topic3, hit3, hit5].map((value) => value.toFixed(0).padStart(7));
  return `  ${label}`.padEnd(52).concat(numbers.join(""), mrr.toFixed(2).padStart(7));
}
