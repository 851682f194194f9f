import { expect, test } from "vitest";
import { lexiconOf, warmLexicon } from "../../src/command/names.ts";
import { sampleCatalogue } from "../support/sample-catalogue.ts";

test("names collected ahead are those that the first line would collect, and are collected once", async () => {
  const [warmed, cold] = [sampleCatalogue(), sampleCatalogue()];

  await warmLexicon(warmed);
  expect(lexiconOf(warmed)).toEqual(lexiconOf(cold));

  const before = lexiconOf(warmed);

  await warmLexicon(warmed);
  expect(lexiconOf(warmed)).toBe(before);
});
