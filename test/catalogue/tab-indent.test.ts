import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFramework } from "../../src/catalogue/parse.ts";

const seed = readFileSync("frameworks/engineering/backend.md", "utf8");

test.for([2, 4, 8])("one tab of %i columns is one problem, and no echo of it", (width) => {
  const broken = seed.replace("        criteria:", `${"\t".repeat(8 / width)}criteria:`);

  const { problems } = parseFramework("backend.md", Buffer.from(broken));

  expect(problems.map(({ code, line }) => [code, line])).toEqual([["tab-indent", 14]]);
});
