import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCatalogue } from "../../src/catalogue/build.ts";
import { parseFramework } from "../../src/catalogue/parse.ts";
import { hasError } from "../../src/catalogue/problems.ts";

const seed = readFileSync(new URL("../../frameworks/engineering/backend.md", import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const head = '---\npath: "/web"\ntitle: "Web"\nyaml: true\nlevels: 3\ntopics:\n';

function parseTopics(yaml: string, before = head) {
  const parsed = parseFramework("web.md", bytesOf(`${before}${yaml}---\nText.\n`));
  return { parsed, framework: buildCatalogue([parsed]).catalogue.frameworks[0] };
}

function mutate(bytes: Uint8Array, edits: readonly [number, number, Uint8Array][]): Uint8Array {
  return edits.reduce<Uint8Array>((all, [at, length, insert]) => {
    const from = at % (all.length + 1);
    return Buffer.concat([all.subarray(0, from), insert, all.subarray(from + (length % 40))]);
  }, bytes);
}

test("the seed file loads without an error: five topics, six levels", () => {
  const parsed = parseFramework("engineering/backend.md", seed);
  expect(parsed.problems).toEqual([]);
  const [framework] = buildCatalogue([parsed]).catalogue.frameworks;
  expect(framework).toMatchObject({ path: "/engineering/backend", levels: 6, kind: "topics", homepage: true });
  expect(framework?.topics.map(({ name, title, levels }) => [name, title, levels.length])).toEqual([
    ["communication", "communication", 6],
    ["impact", "impact", 6],
    ["leadership", "👩‍💼 Leadership", 6],
    ["influence", "✨ Influence", 6],
    ["mastery", "🛠️ Mastery", 6],
  ]);
  expect(framework?.body).toContain("The framework is a compass, not a GPS.");
});

test("own criteria come before example criteria, each with its examples", () => {
  const { framework } = parseTopics(
    '  - name: "c"\n    title: "C"\n    content:\n      - level: 1\n        exampleCriteria:\n          - criteria: "B"\n            examples: ["x", "y"]\n          - "D"\n        criteria:\n          - "A"\n',
  );
  const shown = framework?.topics[0]?.levels[0]?.criteria.map(({ text, examples }) => [text, examples]);
  expect(shown).toEqual([
    ["A", []],
    ["B", ["x", "y"]],
    ["D", []],
  ]);
});

test("an author can pin an id on both kinds of criterion", () => {
  const { parsed, framework } = parseTopics(
    '  - name: "c"\n    title: "C"\n    content:\n      - level: 1\n        criteria:\n          - id: first\n            text: "A"\n        exampleCriteria:\n          - id: second\n            criteria: "B"\n            examples: ["x"]\n',
  );
  expect(parsed.problems).toEqual([]);
  expect(framework?.topics[0]?.levels[0]?.criteria.map(({ id, text }) => [id, text])).toEqual([
    ["first", "A"],
    ["second", "B"],
  ]);
});

test("names may hold spaces, colons and semicolons, and null optional keys are accepted", () => {
  const { parsed, framework } = parseTopics(
    '  - name: "people: mentoring; hiring"\n    title: "P"\n    content:\n      - level: 1\n        criteria: ["A"]\n        exampleCriteria:\n',
    head.replace("levels: 3", 'levels: 3\nlevelPrefix: "E"\nsidebarTitle:\nsidebarGroup:\nhomepage:'),
  );
  expect(parsed.problems).toEqual([]);
  expect(framework).toMatchObject({ sidebarTitle: "Web", sidebarGroup: null, homepage: false, levelPrefix: "E" });
  expect(framework?.topics[0]?.name).toBe("people: mentoring; hiring");
});

test("a TODO is shown and marked, a topic that stands twice is one, a text level is a number", () => {
  const topic = (level: string, text: string) =>
    `  - name: "c"\n    title: "C"\n    content:\n      - level: ${level}\n        criteria: ["${text}"]\n`;
  const { framework } = parseTopics(topic("1", "TODO agree on this") + topic('"2"', "Second"));
  expect(framework?.topics).toHaveLength(1);
  expect(framework?.topics[0]?.levels.map(({ criteria }) => criteria.map(({ text, todo }) => [text, todo]))).toEqual([
    [["TODO agree on this", true]],
    [["Second", false]],
    [],
  ]);
});

test("a file without a level is not told to write levels: 0", () => {
  const { parsed } = parseTopics('  - name: "craft"\n', head.replace("levels: 3\n", ""));
  expect(parsed.problems.map(({ code }) => code)).toEqual(["empty-topic"]);
});

test("an accented letter in Latin-1 is named by its own byte", () => {
  const parsed = parseFramework("web.md", Buffer.from("---\ntitle: café\n---\n", "latin1"));
  expect(parsed.problems).toMatchObject([{ code: "not-utf8", line: 2, message: expect.stringContaining("0xe9") }]);
});

test("front matter in another language is refused and never run", () => {
  for (const fence of ["---js", "---javascript", "---JS", "--- js", "---json", "---coffee"]) {
    const bytes = bytesOf(`${fence}\n{ path: (globalThis.progressionExecuted = true) }\n---\n`);
    expect(parseFramework("web.md", bytes).problems.map(({ code }) => code)).toEqual(["opening-fence"]);
  }
  expect("progressionExecuted" in globalThis).toBe(false);
});

test("a broken file is as broken when it is read a second time", () => {
  const bytes = bytesOf(`${head}  - name: "c\n---\n`);
  expect(parseFramework("web.md", bytes)).toEqual(parseFramework("web.md", bytes));
  expect(parseFramework("web.md", bytes).framework).toBeUndefined();
});

test("any bytes give a framework or the reasons why not, and never throw", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom("", "---\n", "---\ntopics:\n  - "),
      (bytes, start) => {
        const { framework, problems } = parseFramework("a.md", Buffer.concat([bytesOf(start), bytes]));
        expect(framework === undefined).toBe(
          problems.some(({ severity, code }) => severity === "error" || code === "no-front-matter"),
        );
      },
    ),
  );
});

test("the seed file with pieces cut out and put in never throws, and every line is one of the file's", () => {
  const insert = fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      ": ",
      "\t",
      "---\n",
      " ---\n",
      "- ",
      "&a ",
      "*a",
      "\u00a0",
      "\r\n",
      "[",
      "{",
      "!!js/x ",
      "â€™",
      "#",
    ),
    fc.string({ unit: "binary", maxLength: 5 }),
  );
  const edit = fc.tuple(fc.nat(seed.length), fc.nat(40), insert.map(bytesOf));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const bytes = mutate(seed, edits);
      const parsed = parseFramework("a.md", bytes);
      const lines = bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 1);
      expect(parsed.framework === undefined).toBe(
        hasError(parsed.problems) || parsed.problems.some(({ code }) => code === "no-front-matter"),
      );
      for (const { line, message, hint } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(`${message}${hint}`).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 60 },
  );
});
