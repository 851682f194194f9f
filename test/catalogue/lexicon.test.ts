import { expect, test } from "vitest";
import { buildCatalogue } from "../../src/catalogue/build.ts";
import { parseFramework } from "../../src/catalogue/parse.ts";
import { createSuggester } from "../../src/matching/suggester.ts";

const file = (lexicon: string) =>
  Buffer.from(`---
path: "/platform"
title: "Platform"
yaml: true
levels: 1
${lexicon}
topics:
  - name: "running"
    title: "Running"
    content:
      - level: 1
        criteria:
          - "Looks after an incident until it is over"
          - "Keeps the dashboards of the team readable"
---
`);

test("an author's own words lead a win to the criterion that they stand for", () => {
  const suggested = (lexicon: string) => {
    const { catalogue } = buildCatalogue([parseFramework("platform.md", file(lexicon))]);
    const [framework] = catalogue.frameworks;

    return (
      framework && createSuggester(framework).suggest("rang the bluebell twice", { level: null })[0]?.criterion.text
    );
  };

  expect(suggested("")).toBeUndefined();
  expect(suggested('lexicon:\n  incidents: ["bluebell"]')).toBe("Looks after an incident until it is over");
});

test.for([
  ['lexicon: "red phone"', 6, "“lexicon” must be keys with values."],
  ['lexicon:\n  incidents: "red phone"', 7, "“incidents” must be a list."],
])("%s is refused with its line", ([lexicon, line, message]) => {
  const { problems } = parseFramework("platform.md", file(String(lexicon)));

  expect(problems.map((problem) => [problem.line, problem.message])).toEqual([[line, message]]);
});
