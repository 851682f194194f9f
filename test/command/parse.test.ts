import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../src/catalogue/types.ts";
import type { Intent, Reader } from "../../src/command/intent.ts";
import { foldedWords } from "../../src/command/names.ts";
import { parseCommand } from "../../src/command/parse.ts";
import { catalogueOf, frameworkOf, nastyCatalogue, sampleCatalogue } from "../support/sample-catalogue.ts";
import { shortIntent, shortReading } from "../support/short-intent.ts";

const SAMPLE = sampleCatalogue();
const NASTY = nastyCatalogue();
const NOBODY: Reader = { framework: null, level: null };
const BACKEND_3: Reader = { framework: "/engineering/backend", level: 3 };
const SECTIONS: Record<string, [Catalogue, Reader]> = {
  newcomer: [SAMPLE, NOBODY],
  "reader of backend at level 3": [SAMPLE, BACKEND_3],
  "nasty names": [NASTY, NOBODY],
  "a framework that is called like a number": [
    catalogueOf(frameworkOf({ path: "/three", topics: [{ name: "craft", levels: { 2: ["Draws"] } }] })),
    NOBODY,
  ],
};

const sections = readFileSync(new URL("./parse-rows.txt", import.meta.url), "utf8")
  .split("\n# ")
  .slice(1);

describe.each(sections)("%#: a typed line is read as the table says", (section) => {
  const [name = "", ...lines] = section.split("\n");
  const rows = lines.filter((line) => line !== "").map((line) => line.split(" ⇒ "));
  const [catalogue, reader] = SECTIONS[name] ?? [catalogueOf(), NOBODY];

  test.each(rows)("%s", (typed = "", read = "") => {
    expect(shortReading(parseCommand(typed, catalogue, reader)).trim()).toBe(read.trim());
  });
});

test.each(["", " ", "\n\t "])("nothing typed is a welcome", (typed) => {
  expect(parseCommand(typed, SAMPLE, NOBODY).intent).toEqual({ kind: "welcome" });
});

test("what is too long is not read, and the limit is said", () => {
  expect(shortIntent(parseCommand("noise ".repeat(700), SAMPLE, NOBODY).intent)).toBe(
    "not understood (too-long 300): ",
  );
  expect(shortIntent(parseCommand(`search ${"a".repeat(201)}`, SAMPLE, NOBODY).intent)).toContain("too-long 200");
});

test("what the beginning of a line that is too long leads to is offered", () => {
  const offer = (typed: string) => shortIntent(parseCommand(typed, SAMPLE, NOBODY).intent);

  expect(offer(`backend mastery 3 ${"noise ".repeat(600)}`)).toBe(
    "not understood (too-long 300): level /engineering/backend mastery 3",
  );
  expect(offer(`search incident ${"noise ".repeat(600)}`)).toBe("not understood (too-long 300): ");
});

test("a word that says nothing stays a filler when a title holds it", () => {
  const catalogue = catalogueOf(
    ...SAMPLE.frameworks.map((framework) =>
      framework.path === "/generic" ? { ...framework, title: "Everyone in Engineering" } : framework,
    ),
  );

  expect(shortReading(parseCommand("mastery at 3 in backend", catalogue, NOBODY))).toBe(
    shortReading(parseCommand("mastery 3 backend", SAMPLE, NOBODY)),
  );
});

test.each([
  ["バックエンド", "バックエンド"],
  ["café", "café"],
  ["backend Kubernetes Öl", "Kubernetes Öl"],
])("words that are not known are said as they were typed: %s", (typed, words) => {
  expect(parseCommand(typed, SAMPLE, NOBODY).intent).toMatchObject({
    because: { kind: "unknown-words", words: words.split(" ") },
  });
});

test("what was corrected or left out is said as it was typed", () => {
  expect(parseCommand("Bakend Mastery Müller 3", SAMPLE, NOBODY).remarks).toEqual([
    { kind: "corrected", typed: "Bakend", read: "backend" },
    { kind: "ignored", words: ["Müller"] },
  ]);
  expect(parseCommand("Comprae backend 3 4", SAMPLE, NOBODY).remarks).toEqual([
    { kind: "corrected", typed: "Comprae", read: "compare" },
  ]);
  expect(parseCommand("Serach incident", SAMPLE, NOBODY).remarks).toEqual([
    { kind: "corrected", typed: "Serach", read: "search" },
  ]);
});

test("without frameworks only help, about, reload and the list are answered", () => {
  const nothing = catalogueOf();

  expect(shortIntent(parseCommand("backend", nothing, NOBODY).intent)).toBe("not understood (no-frameworks): ");
  expect(parseCommand("help", nothing, NOBODY).intent.kind).toBe("help");
  expect(parseCommand("reload", nothing, NOBODY).intent.kind).toBe("reload");
});

function leadsSomewhere(intent: Intent, catalogue: Catalogue): boolean {
  if (intent.kind === "choose") return intent.options.every((option) => leadsSomewhere(option, catalogue));
  if (intent.kind === "not-understood") return intent.nearest.every((near) => leadsSomewhere(near, catalogue));
  if (!("framework" in intent) || intent.framework === null) return true;
  const framework = catalogue.frameworks.find(({ path }) => path === intent.framework);
  if (framework === undefined) return false;
  if ("topic" in intent && intent.topic !== null && !framework.topics.some(({ name }) => name === intent.topic))
    return false;
  const levels = "level" in intent ? [intent.level] : intent.kind === "compare" ? [intent.from, intent.to] : [];
  return levels.every((level) => Number.isInteger(level) && level >= 1 && level <= framework.levels);
}

const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 4_000 }),
  fc
    .array(
      fc.constantFrom(
        ..."backend mastery 3 4 compare 3D level design scope: <@U1|x> &amp; “ ” -0 1e999 ma E3 foo search".split(" "),
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(" ")),
  fc.constantFrom(
    "<".repeat(4_000),
    `${"a".repeat(250)}!`,
    ":a".repeat(140),
    "\ud800",
    "__proto__ constructor",
    "ﷺ".repeat(200),
    "3->".repeat(90),
    "3,4&".repeat(70),
    "be3".repeat(90),
    "a1 ".repeat(100),
  ),
);

test("no line throws, and everything offered is there", () => {
  fc.assert(
    fc.property(
      noise,
      fc.constantFrom(SAMPLE, NASTY),
      fc.constantFrom(NOBODY, BACKEND_3),
      (typed, catalogue, reader) => {
        const { intent } = parseCommand(typed, catalogue, reader);
        expect(leadsSomewhere(intent, catalogue)).toBe(true);
        if (intent.kind === "not-understood") expect(intent.nearest.length).toBeLessThanOrEqual(5);
        if (intent.kind === "choose") expect(intent.options.length).toBeGreaterThan(1);
      },
    ),
    { numRuns: 500 },
  );
});

test("the order of the words of a lookup does not matter", () => {
  const lookup = fc.constantFrom(
    "backend mastery 3",
    "comms & feedback backend 2",
    "compare backend mastery 3 4",
    "engineering management planning",
    "be lead 5",
  );
  const shuffled = lookup.chain((line) => {
    const words = line.split(" ");
    return fc.tuple(fc.constant(line), fc.shuffledSubarray(words, { minLength: words.length }));
  });
  fc.assert(
    fc.property(shuffled, ([line, words]) => {
      const read = (typed: string) => shortReading(parseCommand(typed, SAMPLE, NOBODY));
      expect(read(words.join(" "))).toBe(read(line));
    }),
  );
});

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

function typosOf(word: string): string[] {
  const at = Array.from(word, (_, index) => index);
  return at.flatMap((index) => {
    const [before, after] = [word.slice(0, index), word.slice(index + 1)];
    const letter = ALPHABET[(index * 7 + 3) % 26] ?? "x";
    return [
      before + after,
      before + letter + after,
      before + letter + word.slice(index),
      before + (word[index + 1] ?? "") + word[index] + word.slice(index + 2),
    ];
  });
}

function offered(intent: Intent): Intent[] {
  if (intent.kind === "choose") return [...intent.options];
  return intent.kind === "not-understood" ? [...intent.nearest] : [intent];
}

test("one letter wrong in a name of five letters or more still leads to it, or offers it", () => {
  const missed: string[] = [];
  for (const { path, topics } of SAMPLE.frameworks) {
    const names = [
      { name: path.split("/").at(-1) ?? "", topic: null },
      ...topics.map(({ name }) => ({ name, topic: name })),
    ];
    for (const { name, topic } of names) {
      if (foldedWords(name).length !== 1 || name.length < 5) continue;
      for (const typo of typosOf(name)) {
        const found = offered(parseCommand(typo, SAMPLE, NOBODY).intent).some(
          (intent) =>
            "framework" in intent &&
            intent.framework === path &&
            (topic === null || ("topic" in intent && intent.topic === topic)),
        );
        if (!found) missed.push(`${typo} for ${name} of ${path}`);
      }
    }
  }
  expect(missed).toEqual([]);
});
