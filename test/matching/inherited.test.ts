import { expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.ts";
import { createSuggester } from "../../src/matching/suggester.ts";

const { catalogue } = await loadCatalogue("frameworks");
const wins = [
  "Paged at 3am for the payouts outage, found the bad config, rolled back and wrote the postmortem",
  "Paired with Sam on his first migration and let him drive",
  "Asked why twice in planning and we dropped half of the report",
];

test.for(catalogue.frameworks.filter(({ kind }) => kind === "topics"))(
  "every score in $path is a number, best first",
  (framework) => {
    const suggester = createSuggester(framework);

    for (const win of wins) {
      const scores = suggester.suggest(win, { level: null, limit: 50 }).map(({ score }) => score);

      expect(scores.every(Number.isFinite)).toBe(true);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  },
);

test("what a framework inherits does not push its own criteria aside", () => {
  const backend = catalogue.frameworks.find(({ path }) => path === "/engineering/backend");
  const [incident = ""] = wins;

  const texts =
    backend &&
    createSuggester(backend)
      .suggest(incident, { level: null })
      .map(({ criterion }) => criterion.text);

  expect(texts).toContain("Leads incident resolutions");
  expect(texts).toContain("Thrown at fires and resolves / contributes heavily to resolving them");
});
