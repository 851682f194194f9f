import { expect, test } from "vitest";
import { commandHelp, SUBCOMMAND_WORDS, usageHint } from "../../src/command/grammar.ts";
import { parseCommand } from "../../src/command/parse.ts";
import { sampleCatalogue } from "../support/sample-catalogue.ts";

const NOBODY = { framework: null, level: null };

test("help names the installed command and no other", () => {
  for (const { usage, example } of commandHelp("/growth")) {
    expect(usage).toMatch(/^\/growth\b/);
    expect(example).not.toContain("progression");
  }
});

test("every example of help is understood", () => {
  for (const { example } of commandHelp("/p")) {
    const { intent } = parseCommand(example.slice("/p".length), sampleCatalogue(), NOBODY);
    expect(intent.kind, example).not.toMatch(/choose|not-understood/);
  }
});

test("only reloading is for admins", () => {
  expect(
    commandHelp()
      .filter(({ adminOnly }) => adminOnly)
      .map(({ usage }) => usage),
  ).toEqual(["/progression reload"]);
});

test("no word stands for two subcommands, and the usage hint fits Slack's field", () => {
  expect(new Set(SUBCOMMAND_WORDS).size).toBe(SUBCOMMAND_WORDS.length);
  expect(usageHint.length).toBeLessThanOrEqual(100);
});
