import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareLevels } from "../../src/answers/compare.ts";
import type { Topic } from "../../src/catalogue/types.ts";
import { frameworkOf, sampleBackend, sampleCatalogue } from "../support/sample-catalogue.ts";

function topicOf(levels: Record<number, readonly string[]>): Topic {
  const [topic] = frameworkOf({ path: "/t", topics: [{ name: "t", levels }] }).topics;
  if (topic === undefined) throw new Error("one topic was drafted");
  return topic;
}

test("what grows out of what in the whole backend framework", () => {
  const lines = sampleBackend().topics.flatMap((topic) =>
    [1, 2, 3, 4, 5].flatMap((level) =>
      compareLevels(topic, level, level + 1).grows.map(
        ({ criterion, growsFrom }) => `${topic.name} ${level}: ${growsFrom?.text} → ${criterion.text}`,
      ),
    ),
  );

  const golden = readFileSync(new URL("./backend-grows.txt", import.meta.url), "utf8");
  expect(lines).toEqual(golden.trimEnd().split("\n"));
});

test("every criterion of both levels stands in exactly one list", () => {
  for (const { topics } of sampleCatalogue().frameworks) {
    for (const topic of topics) {
      for (let level = 1; level < topic.levels.length; level += 1) {
        const { appears, grows, same, stays } = compareLevels(topic, level, level + 1);
        const higher = [...appears, ...same, ...grows.map(({ criterion }) => criterion)];
        expect(new Set(higher)).toEqual(new Set(topic.levels[level]?.criteria));
        const lower = [...stays, ...grows.map(({ growsFrom }) => growsFrom)];
        expect(lower.length + same.length).toBe(topic.levels[level - 1]?.criteria.length);
        expect(new Set(lower).size).toBe(lower.length);
      }
    }
  }
});

test("the same words at both levels are the same, whatever their spacing and case", () => {
  const { same, appears, stays } = compareLevels(topicOf({ 1: ["Reviews  code"], 2: ["reviews code", "Plans"] }), 1, 2);

  expect(same.map(({ text }) => text)).toEqual(["reviews code"]);
  expect(appears.map(({ text }) => text)).toEqual(["Plans"]);
  expect(stays).toEqual([]);
});

test("levels the other way round give the same comparison", () => {
  const [topic] = sampleBackend().topics;
  if (topic === undefined) throw new Error("backend has topics");

  expect(compareLevels(topic, 4, 3)).toEqual(compareLevels(topic, 3, 4));
});

test("an empty level asks nothing, so all of the higher one appears", () => {
  const { appears, grows, stays } = compareLevels(topicOf({ 1: [], 2: ["Reviews code with care"] }), 1, 2);

  expect(appears).toHaveLength(1);
  expect([grows, stays]).toEqual([[], []]);
});
