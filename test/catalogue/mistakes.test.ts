import { expect, test } from "vitest";
import { buildCatalogue } from "../../src/catalogue/build.ts";
import { parseFramework } from "../../src/catalogue/parse.ts";

/** What authors get wrong in YAML, and the lines that they are sent to: those to mend, each once, and no other. */

const good = `---
path: /web
title: Web
yaml: true
levels: 1
topics:
  - name: craft
    title: Craft
    content:
      - level: 1
        criteria:
          - Fixes simple bugs
---
How to read this page.
`;

function problemsOf(text: string): string[] {
  return parseFramework("web.md", Buffer.from(text)).problems.map(({ line, code }) => `${line} ${code}`);
}

test("the page that the mistakes are made in is a good one", () => {
  expect(problemsOf(good)).toEqual([]);
});

test.for([
  ["a key without its colon", "title: Web", "title Web", ["3 missing-colon"]],
  ["a key of a list without its colon", "criteria:", "criteria", ["11 missing-colon"]],
  [
    "a sentence over two lines in quotes",
    "- Fixes simple bugs",
    '- "Fixes\nsimple bugs"\n          - Asks',
    ["12 broken-quotes"],
  ],
  ["a bracket that is not closed", "- Fixes", "- [draft Fixes", ["12 open-bracket"]],
  ["a colon without its space", "path: /web", "path:/web", ["2 missing-space"]],
  ["a no-break space behind a colon", "title: Web", "title:\u00a0Web", ["3 missing-space"]],
  ["a level without its space", "level: 1", "level:1", ["10 missing-space"]],
  ["a dash without its space", "bugs\n", "bugs\n          -Asks\n", ["13 missing-space"]],
  ["a no-break space behind a dash", "bugs\n", "bugs\n          -\u00a0Asks\n", ["13 missing-space"]],
  ["a tab behind a dash", "- name", "-\tname", ["7 missing-space"]],
  ["a key one space too far in", "        criteria:", "         criteria:", ["11 bad-indent"]],
  ["a key two spaces too far out", "        criteria:", "      criteria:", ["11 bad-indent"]],
  ["a sentence that goes on below its dash", "simple bugs", "simple\n          bugs", ["13 bad-indent"]],
  ["two colons in one line", "bugs\n", "bugs\n          - note: this: and that\n", ["13 unquoted-colon"]],
  ["a criterion without its id", "- Fixes", "- text: Fixes", ["12 missing-key"]],
  ["a level that is empty", "level: 1", "level:", ["10 wrong-type"]],
  ["criteria that are no list", "criteria:\n          - Fixes", "criteria: Fixes", ["11 wrong-type"]],
  ["a text that begins where the front matter should end", "---\nHow", "\nHow", ["1 unclosed-front-matter"]],
  [
    "a rule below a text in the front matter",
    "---\nHow to read this page.",
    "\nHow to read this page.\n\n---",
    ["14 missing-colon"],
  ],
] as const)("%s is one problem, on its own line", ([, right, wrong, expected]) => {
  expect(good).toContain(right);
  expect(problemsOf(good.replace(right, wrong))).toEqual(expected);
});

test("a file indented with tabs has one problem a line", () => {
  const tabs = good.replace(/^(?: {2})+/gm, (spaces) => "\t".repeat(spaces.length / 2));
  expect(problemsOf(tabs)).toEqual([7, 8, 9, 10, 11, 12].map((line) => `${line} tab-indent`));
});

test.for([
  ["a topic without a name", "name: craft", "name: 101", "7 wrong-type"],
  ["an alias", "- Fixes", "- *z\n          - Fixes", "12 yaml-alias"],
  ["a tag", "- Fixes", "- !important Fixes", "12 yaml-tag"],
  [
    "thirty lines that cannot be read",
    "          - Fixes",
    `${"          - @team\n".repeat(30)}          - Fixes`,
    "12 invalid-yaml",
  ],
  ["a missing closing fence", "---\nHow to read this page.\n", "", "14 missing-closing-fence"],
] as const)("%s does not hide what is wrong below it", ([, right, wrong, expected]) => {
  const text = good.replace(right, wrong).replace("simple bugs", "bugs\n          - Writes: docs\n          - 5");
  const problems = problemsOf(text);
  expect(problems.map((found) => found.replace(/^\d+ /, ""))).toEqual(
    expect.arrayContaining(["criterion-object", "criterion-not-text"]),
  );
  expect(problems).toContain(expected);
});

test("a topic of generic itself needs a title too", () => {
  const { problems } = buildCatalogue([
    parseFramework(
      "generic.md",
      Buffer.from(good.replace("path: /web", "path: /generic").replace("title: Craft", "title: null")),
    ),
  ]);
  expect(problems).toMatchObject([{ code: "topic-without-title", line: 7 }]);
});

test("names that differ only in a space are shown with it", () => {
  const files = [
    parseFramework("generic.md", Buffer.from(good.replace("path: /web", "path: /generic"))),
    parseFramework("web.md", Buffer.from(good.replace("name: craft", 'name: "craft "'))),
  ];
  expect(buildCatalogue(files).problems.map(({ message }) => message)).toEqual([
    "The topic “craft␣” inherits nothing: the generic one is called “craft”.",
  ]);
});
