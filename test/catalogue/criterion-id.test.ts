import fc from "fast-check";
import { expect, test } from "vitest";
import { firstIds, isPinnedId, normaliseCriterion } from "../../src/catalogue/criterion-id.ts";

const words = fc.uniqueArray(fc.stringMatching(/^[A-Za-z’é ,]{1,60}$/), {
  maxLength: 30,
  selector: normaliseCriterion,
});

test("an id is ten characters of 0-9a-z", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (path, text) => {
      expect(firstIds(path, [{ text }])[0]).toMatch(/^[0-9a-z]{10}$/);
    }),
  );
});

test("re-ordering changes no id", () => {
  fc.assert(
    fc.property(words, (texts) => {
      const entries = texts.map((text) => ({ text }));
      expect(firstIds("/a", entries.toReversed()).toReversed()).toEqual(firstIds("/a", entries));
    }),
  );
});

test("twins have different ids, the first that of a single one", () => {
  const [first, second, third] = firstIds("/a", [
    { text: "Fixes bugs" },
    { text: "fixes bugs." },
    { text: "Fixes  bugs" },
  ]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(firstIds("/a", [{ text: "Fixes bugs" }])).toEqual([first]);
});

test("the next twin leaves the ids of those before it as they are, even where an author has pinned one of theirs", () => {
  const twins = (count: number) => Array.from({ length: count }, () => ({ text: "Fixes bugs" }));
  const many = firstIds("/a", twins(2_000));
  expect(new Set(many).size).toBe(2_000);
  expect(firstIds("/a", twins(40))).toEqual(many.slice(0, 40));
  const pinned = { text: "Helps", id: many[1] ?? "" };
  expect(firstIds("/a", [pinned, ...twins(3)])).toEqual([many[1], many[0], many[2], many[3]]);
});

test("what an editor changes by itself changes no id", () => {
  const [plain] = firstIds("/a", [{ text: "Says 'no' - kindly" }]);
  expect(firstIds("/a", [{ text: " Says ‘no’ – kindly. " }])).toEqual([plain]);
});

test("a text and its normal form have one id", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[ A-Za-z.“-]{0,30}$/));
  fc.assert(
    fc.property(text, (written) => {
      expect(firstIds("/a", [{ text: written }])).toEqual(firstIds("/a", [{ text: normaliseCriterion(written) }]));
    }),
  );
});

test("the same sentence in another framework has another id", () => {
  expect(firstIds("/a", [{ text: "Fixes bugs" }])).not.toEqual(firstIds("/b", [{ text: "Fixes bugs" }]));
});

test("ids do not change from one release to the next", () => {
  expect(
    firstIds("/engineering/backend", [{ text: "Fixes simple bugs" }, { text: "Écrit bien" }]),
  ).toMatchInlineSnapshot(`
    [
      "bfod16po8y",
      "m4frhvkler",
    ]
  `);
});

test("a pinned id is used as it is, and never given to another", () => {
  expect(firstIds("/a", [{ text: "Fixes bugs", id: "bugs" }])).toEqual(["bugs"]);
  const [taken = ""] = firstIds("/a", [{ text: "Fixes bugs" }]);
  const ids = firstIds("/a", [{ text: "Fixes bugs" }, { text: "Other", id: taken }]);
  expect(new Set(ids).size).toBe(2);
});

test("a hundred thousand sentences share no id", () => {
  const entries = Array.from({ length: 100_000 }, (_, index) => ({ text: `Leads part ${index} of the work` }));
  expect(new Set(firstIds("/a", entries)).size).toBe(100_000);
});

test("pinned ids are short and plain", () => {
  expect(["fast-reviews", "a", "9"].map(isPinnedId)).toEqual([true, true, true]);
  expect(["", "-a", "A", "a b", "a".repeat(41)].map(isPinnedId)).toEqual([false, false, false, false, false]);
});
