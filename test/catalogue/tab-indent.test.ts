import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Problem } from "../../src/catalogue/types.ts";
import { readYaml } from "../../src/catalogue/yaml-reading.ts";

const yaml = (readFileSync("frameworks/engineering/backend.md", "utf8").split("\n---\n")[0] ?? "").replace(/^---/, "");

test.for([
  ["an entry among entries", /^ *(?=- "Debugs production issues")/m],
  ["the first entry of a list", /^ *(?=- criteria: "Writes idiomatic Go code")/m],
  ["a key of an entry", /^ *(?=criteria:)/m],
] as const)("a tab before %s is one problem, and not also one for each line below", ([, indent]) => {
  const problems: Problem[] = [];

  readYaml("backend.md", yaml.replace(indent, "\t"), problems);
  expect(problems.map(({ code }) => code)).toEqual(["tab-indent"]);
});
