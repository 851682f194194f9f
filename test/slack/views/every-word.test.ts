import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import type { Criterion } from "../../../src/catalogue/types.ts";
import { checkMessage } from "../../../src/slack/block-kit/check.ts";
import { findLive } from "../../../src/slack/block-kit/live.ts";
import { checkOwnRules } from "../../../src/slack/block-kit/own-rules.ts";
import { clean } from "../../../src/slack/rich-text/plain.ts";
import { answerText } from "../../../src/slack/views/answer.ts";
import {
  allTopicsAnswer,
  compareAnswer,
  frameworkAnswer,
  levelAnswer,
  topicAnswer,
} from "../../support/answer-builders.ts";
import { criterion, framework, level, topic } from "../../support/frameworks.ts";
import { NASTY } from "../../support/sample-frameworks.ts";
import { actionIds, allPages, checkNothingLive, richText } from "./reading.ts";

/** Whatever an author writes: every page can be sent, nothing is live, and all of it is there, in the blocks and in the text. */

const short = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ minLength: 1, maxLength: 80, unit: "binary" }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
);
const long = fc.oneof(
  fc.tuple(short, fc.integer({ min: 2, max: 60 })).map(([text, times]) => `${text} `.repeat(times).slice(0, 3000)),
  fc.constantFrom(
    "x".repeat(3000),
    "&".repeat(3000),
    `e${"\u0301".repeat(2999)}`,
    "👩‍👩‍👧‍👦".repeat(270),
    "\uD83D".repeat(3000),
  ),
);
const texts = fc
  .oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: long })
  .filter((text) => clean(text).trim() !== "");
const criteria: fc.Arbitrary<Criterion> = fc
  .record({
    text: texts,
    examples: fc.array(texts, { maxLength: 3 }),
    source: fc.constantFrom("own" as const, "generic" as const),
    todo: fc.boolean(),
  })
  .map(({ text, ...rest }) => criterion(text, rest));
const frameworks = fc
  .record({
    title: texts,
    topicTitle: texts,
    other: texts,
    criteria: fc.array(criteria, { maxLength: 12 }),
    prefix: fc.constantFrom("", "E", "<!here>"),
  })
  .map((made) =>
    framework(
      "/made",
      made.title,
      [
        topic("one", made.topicTitle, [level(1, ...made.criteria), level(2, "Second")]),
        topic("two", made.other, [level(2)]),
      ],
      { levelPrefix: made.prefix },
    ),
  );

function written(answer: Answer, criteria: readonly Criterion[], examples: boolean): void {
  const pages = allPages(answer, { kind: "message", canShare: true });
  for (const { text, blocks } of pages) {
    expect(checkMessage({ text, blocks })).toEqual([]);
    expect(checkOwnRules({ text, blocks })).toEqual([]);
    expect(findLive({ text, blocks })).toEqual([]);
    checkNothingLive(text, blocks);
    const ids = actionIds(blocks);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const shown = squeezed(pages.map(({ blocks }) => richText(blocks)).join("\n"));
  const read = squeezed(pages.map(({ text }) => bodyOf(unescaped(text))).join("\n"));
  const whole = squeezed(answerText(answer));
  const texts = criteria.flatMap((one) => [one.text, ...(examples ? one.examples : [])]).map(squeezed);
  expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
  expect(texts.filter((text) => !read.includes(text))).toEqual([]);
  expect(texts.filter((text) => !whole.includes(text))).toEqual([]);
}

/** Without what stands above the first blank line and below the last one: the head and the foot. */
function bodyOf(text: string): string {
  return text.split("\n\n").slice(1, -1).join("\n");
}

/** Without headings that are named again, white space, split marks, list marks and word joiners: what remains is the author's. */
function squeezed(text: string): string {
  return clean(text)
    .replace(/^.*\(continued\)$/gmu, "")
    .replace(/[\s…•◦\u2060]/gu, "");
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

const runs = { numRuns: 40 };

test("a level shows every word of its criteria and examples", () => {
  fc.assert(
    fc.property(frameworks, fc.boolean(), (one, examples) => {
      const answer = levelAnswer(one, "one", 1, { examples });
      written(answer, answer.level.criteria, examples);
    }),
    runs,
  );
});

test("a topic, and all topics of a level, show every word of the criteria", () => {
  fc.assert(
    fc.property(frameworks, (one) => {
      const criteria = one.topics[0]?.levels[0]?.criteria ?? [];
      written(topicAnswer(one, "one"), criteria, false);
      written(allTopicsAnswer(one, 1), criteria, false);
    }),
    runs,
  );
});

test("a comparison shows every word of the criteria", () => {
  fc.assert(
    fc.property(frameworks, (one) => {
      const [first] = one.topics;
      if (first === undefined) return;
      const criteria = first.levels[0]?.criteria ?? [];
      const grows = criteria.map((each) => ({ criterion: each, growsFrom: criteria[0] ?? null }));
      const compared = { topic: first, appears: criteria, grows, same: [], stays: criteria };
      written(compareAnswer(one, "one", [2, 1], [compared]), criteria, false);
    }),
    runs,
  );
});

test("a framework's page can be sent whatever its introduction holds", () => {
  fc.assert(
    fc.property(frameworks, fc.array(texts, { maxLength: 8 }), (one, paragraphs) => {
      written(frameworkAnswer({ ...one, body: paragraphs.join("\n\n") }), [], false);
    }),
    runs,
  );
});

test("sixty criteria of 3,000 characters are all there", () => {
  const sixty = Array.from({ length: 60 }, (_, index) =>
    criterion(`${index}: ${"many words & more ".repeat(170)}`.trim()),
  );
  const one = framework("/sixty", "Sixty", [topic("one", "One", [level(1, ...sixty)])]);
  written(levelAnswer(one, "one", 1), sixty, false);
});
