import { expect, test } from "vitest";
import { spreadOver } from "../../src/matching/spread.ts";

const item = (topic: string, score: number) => ({ topic, score });

test("one strong topic leaves room for two others, and the order stays best first", () => {
  const ranked = [9, 8, 7, 6, 5, 4].map((score) => item("a", score)).concat(item("b", 0.2), item("c", 0.1));
  const chosen = spreadOver(ranked, 5, 1);
  expect(chosen.map(({ topic }) => topic)).toEqual(["a", "a", "a", "b", "c"]);
  expect(spreadOver(ranked, 7, 1).map(({ score }) => score)).toEqual([9, 8, 7, 6, 5, 0.2, 0.1]);
});

test("a further one from the same topic counts less", () => {
  const chosen = spreadOver([item("a", 9), item("a", 8), item("b", 7)], 3, 0.5);
  expect(chosen.map(({ topic, score }) => [topic, score])).toEqual([
    ["a", 9],
    ["b", 7],
    ["a", 4],
  ]);
});

test("nothing to choose from, or nothing asked for, is nothing", () => {
  expect(spreadOver([], 5, 1)).toEqual([]);
  expect(spreadOver([item("a", 1)], 0, 1)).toEqual([]);
});
