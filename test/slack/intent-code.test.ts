import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Intent } from "../../src/command/intent.ts";
import { decodeIntent, encodeIntent } from "../../src/slack/intent-code.ts";
import { catalogue, framework, level, topic } from "../support/frameworks.ts";
import { backend, longest, nasty, prefixed } from "../support/sample-frameworks.ts";

const all = [backend, longest, nasty, prefixed];
const loaded = catalogue(...all);
const page = fc.integer({ min: 1, max: 99_999 });

const intents: fc.Arbitrary<Intent> = fc.constantFrom(...all).chain((one) => {
  const path = fc.constant(one.path);
  const name = fc.constantFrom(...one.topics.map(({ name }) => name));
  const number = fc.integer({ min: 1, max: one.levels });
  return fc.oneof(
    fc.constantFrom<Intent>({ kind: "welcome" }, { kind: "help" }, { kind: "about" }, { kind: "reload" }),
    fc.record({ kind: fc.constant("frameworks" as const), page }),
    fc.record({ kind: fc.constant("framework" as const), framework: path, page }),
    fc.record({ kind: fc.constant("topic" as const), framework: path, topic: name, page }),
    fc.record({
      kind: fc.constant("level" as const),
      framework: path,
      topic: name,
      level: number,
      examples: fc.boolean(),
      page,
    }),
    fc.record({
      kind: fc.constant("all-topics" as const),
      framework: path,
      level: number,
      examples: fc.boolean(),
      page,
    }),
    fc.record({
      kind: fc.constant("compare" as const),
      framework: path,
      topic: fc.option(name),
      from: number,
      to: number,
      page,
    }),
    fc.record({
      kind: fc.constant("search" as const),
      query: fc.string({ maxLength: 200, unit: "binary" }).filter((text) => text.length <= 200 && text.isWellFormed()),
      framework: fc.option(path),
      page,
    }),
  );
});

test("every intent comes back as it was", () => {
  fc.assert(
    fc.property(intents, (intent) => {
      expect(decodeIntent(encodeIntent(intent), loaded)).toEqual({ intent });
    }),
  );
});

test("every intent but a search fits into the value of an option", () => {
  fc.assert(
    fc.property(intents, (intent) => {
      expect(encodeIntent(intent).length).toBeLessThanOrEqual(intent.kind === "search" ? 300 : 75);
    }),
  );
});

test("a search longer than 200 characters keeps its beginning, in whole characters", () => {
  const code = encodeIntent({ kind: "search", query: `${"a".repeat(199)}👍 and more`, framework: null, page: 1 });
  expect(decodeIntent(code, loaded)).toEqual({
    intent: { kind: "search", query: "a".repeat(199), framework: null, page: 1 },
  });
});

test("a page that cannot be becomes one that can", () => {
  for (const [page, read] of [
    [0, 1],
    [-3, 1],
    [1.5, 1],
    [Number.NaN, 1],
    [1e9, 99_999],
  ] as const) {
    expect(decodeIntent(encodeIntent({ kind: "frameworks", page }), loaded)).toEqual({
      intent: { kind: "frameworks", page: read },
    });
  }
});

test("what only words can ask leads to the welcome", () => {
  const choose: Intent = { kind: "choose", typed: "x", between: "readings", options: [] };
  expect(decodeIntent(encodeIntent(choose), loaded)).toEqual({ intent: { kind: "welcome" } });
});

describe("a code of yesterday is stale when today's catalogue", () => {
  const mastery: Intent = {
    kind: "level",
    framework: backend.path,
    topic: "mastery",
    level: 6,
    examples: false,
    page: 1,
  };
  const code = encodeIntent(mastery);

  test("has no such framework", () => {
    const stale = { stale: true, missing: "framework", framework: null, topic: null };
    expect(decodeIntent(code, catalogue(prefixed))).toEqual(stale);
    expect(decodeIntent(code, catalogue())).toEqual(stale);
  });

  test("has no such topic in it", () => {
    const changed = framework(backend.path, "Backend", [topic("impact", "Impact", [level(6, "Sets direction")])]);
    expect(decodeIntent(code, catalogue(changed))).toEqual({
      stale: true,
      missing: "topic",
      framework: changed,
      topic: null,
    });
  });

  test("has no such level in it", () => {
    const changed = framework(backend.path, "Backend", [topic("mastery", "Mastery", [level(5, "Leads")])]);
    expect(decodeIntent(code, catalogue(changed))).toEqual({
      stale: true,
      missing: "level",
      framework: changed,
      topic: changed.topics[0],
    });
    const compare = encodeIntent({ kind: "compare", framework: backend.path, topic: null, from: 5, to: 6, page: 1 });
    expect(decodeIntent(compare, catalogue(changed))).toMatchObject({ stale: true, missing: "level" });
  });
});

describe("what no button of ours holds is invalid", () => {
  const good = encodeIntent({
    kind: "level",
    framework: backend.path,
    topic: "mastery",
    level: 3,
    examples: true,
    page: 1,
  });
  const forged: unknown[] = [
    undefined,
    null,
    3,
    {},
    [good],
    "",
    "Z",
    "W.",
    "__proto__",
    "constructor.a",
    `${good}.1`,
    `${good} `,
    `${good}\n`,
    good.replace(".3.", ".0."),
    good.replace(".3.", ".-3."),
    good.replace(".3.", ".03."),
    good.replace(".3.", ".1e9."),
    good.replace(".3.", ".999999."),
    "I.0",
    "I.1.2",
    "S.-.0.words",
    "S.-.1",
    "L".repeat(10_000),
    `S.-.1.${"a".repeat(400)}`,
  ];

  test.each(forged.map((code) => [code]))("%j", (code) => {
    expect(decodeIntent(code, loaded)).toEqual({ invalid: true });
  });

  test("nor does anything else make decoding fail", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.stringMatching(/^[FTLECSI](\.[\w-]{0,9}){0,6}$/)), (code) => {
        const decoded = decodeIntent(code, loaded);
        expect(["intent", "stale", "invalid"].filter((name) => name in decoded)).toHaveLength(1);
      }),
    );
  });
});
