import type { LabelledWin } from "./seed.ts";

/** The study's measures, in per cent but MRR: how far down the first acceptable criterion and topic stand. */

export interface Answered {
  readonly topic: string;
  readonly text: string;
  readonly score?: number;
}

export type Ranker = (win: LabelledWin) => readonly Answered[];

export interface Measures {
  readonly topic1: number;
  readonly topic3: number;
  readonly hit3: number;
  readonly hit5: number;
  readonly mrr: number;
}

export function measure(wins: readonly LabelledWin[], ranker: Ranker): Measures {
  const rows = wins.map((win) => {
    const answered = ranker(win);
    const topics = [...new Set(answered.map((item) => item.topic))];
    const place = answered.findIndex((item) => win.criteria.includes(item.text)) + 1;
    return {
      topic1: win.topics.includes(topics[0] ?? "") ? 100 : 0,
      topic3: topics.slice(0, 3).some((topic) => win.topics.includes(topic)) ? 100 : 0,
      hit3: place >= 1 && place <= 3 ? 100 : 0,
      hit5: place >= 1 && place <= 5 ? 100 : 0,
      mrr: place === 0 ? 0 : 1 / place,
    };
  });
  const mean = (key: keyof Measures): number => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  return { topic1: mean("topic1"), topic3: mean("topic3"), hit3: mean("hit3"), hit5: mean("hit5"), mrr: mean("mrr") };
}

/** In how many of a hundred wins an acceptable topic is anywhere among those shown. */
export function measureShown(wins: readonly LabelledWin[], ranker: Ranker): number {
  const found = wins.filter((win) => ranker(win).some((item) => win.topics.includes(item.topic)));
  return (100 * found.length) / wins.length;
}
