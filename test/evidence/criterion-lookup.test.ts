import { expect, test } from "vitest";
import type { Catalogue, Framework } from "../../src/catalogue/types.ts";
import { createCriterionLookup } from "../../src/evidence/criterion-lookup.ts";

const criterion = { id: "aaaaaaaaaa", text: "Writes tests", examples: [], source: "generic", todo: false } as const;

function framework(path: string): Framework {
  return {
    path,
    title: path,
    sidebarTitle: path,
    sidebarGroup: null,
    homepage: true,
    kind: "topics",
    levels: 1,
    levelPrefix: "",
    body: "",
    topics: [{ name: "mastery", title: "Mastery", levels: [{ level: 1, criteria: [criterion] }] }],
    file: `${path}.md`,
    contentHash: "",
  };
}

test("an inherited criterion has every place that it is read at, and is found by the ids that it had before", () => {
  const catalogue: Catalogue = { frameworks: [framework("/generic"), framework("/backend")], version: "" };
  const find = createCriterionLookup(catalogue, new Map([["old", "aaaaaaaaaa"]]));
  const found = {
    id: "aaaaaaaaaa",
    text: "Writes tests",
    places: [
      { framework: "/generic", topic: "mastery", level: 1 },
      { framework: "/backend", topic: "mastery", level: 1 },
    ],
  };

  expect(find("aaaaaaaaaa")).toEqual(found);
  expect(find("old")).toEqual(found);
  expect(find("unknown")).toBeUndefined();
});
