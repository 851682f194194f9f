import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../src/catalogue/types.ts";
import { suggest } from "../../src/cli/suggest.ts";
import { sampleFramework } from "../matching/sample.ts";

const prose = {
  ...sampleFramework(),
  path: "/prose",
  title: "Prose",
  sidebarTitle: "Prose",
  kind: "prose",
  topics: [],
} as const;
const backend = {
  ...sampleFramework(),
  path: "/engineering/backend",
  title: "🛠️ Backend Engineering",
  sidebarTitle: "🛠️ Backend",
};
const catalogue: Catalogue = { frameworks: [backend, sampleFramework(), prose], version: "" };
const WIN = "Rolled back the bad deploy during the outage";

async function run(args: readonly string[], lines: readonly string[] = [WIN], on: Catalogue = catalogue) {
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    async *readLines() {
      yield* lines;
    },
  };
  const code = await suggest(args, io, on);
  return { code, out, err };
}

describe("progression suggest", () => {
  test("--json prints one object per win, five proposals each, best first", async () => {
    const { code, out, err } = await run(["--framework", "backend", "--json"], [WIN, "", "Paired with the new joiner"]);
    expect([code, err]).toEqual([0, ""]);
    const printed = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(printed.map(({ text }) => text)).toEqual([WIN, "Paired with the new joiner"]);
    expect(Object.keys(printed[0].suggestions[0])).toEqual(["topic", "level", "criterion", "id", "score", "reasons"]);
    expect(printed[0].suggestions).toHaveLength(5);
    expect(printed[0].suggestions[0].topic).toBe("operations");
  });

  test.each([
    "/engineering/backend",
    "engineering/backend",
    "backend",
    "Backend",
    "Backend Engineering",
    "🛠️ Backend Engineering",
  ])("%s names the framework", async (name) => {
    expect((await run(["--framework", name])).code).toBe(0);
  });

  test("--limit and --level are followed", async () => {
    const { out } = await run(
      ["--framework", "sample", "--json", "--limit", "1", "--level", "2"],
      ["Led the incident call"],
    );
    const { suggestions } = JSON.parse(out);
    expect(suggestions.map(({ criterion }: { criterion: string }) => criterion)).toEqual([
      "Leads incident resolutions",
    ]);
  });

  test("for people: the win, then place, full wording and why", async () => {
    const { out } = await run(["--framework", "sample", "--limit", "1"]);
    expect(out).toMatch(
      /^Rolled back .*\n {2}OPERATIONS 1: Takes part in resolving incidents\n {4}because of “Rolled back” \(incidents\)\n/,
    );
  });

  test("a text that says nothing has an empty list, and a sentence for people", async () => {
    expect((await run(["--framework", "sample", "--json"], ["the of and"])).out).toBe(
      '{"text":"the of and","suggestions":[]}\n',
    );
    expect((await run(["--framework", "sample"], ["the of and"])).out).toContain("Nothing here says");
  });

  test.each([
    [["--json"], "Say which framework: --framework NAME. There are: /engineering/backend, /sample."],
    [
      ["--framework", "nothing"],
      "There is no framework with topics called “nothing”. There are: /engineering/backend, /sample.",
    ],
    [["--framework", "bakend"], "called “bakend”. Did you mean /engineering/backend? There are: "],
    [["--framework", "smaple"], "called “smaple”. Did you mean /sample? There are: "],
    [
      ["--framework", "prose"],
      "There is no framework with topics called “prose”. There are: /engineering/backend, /sample.",
    ],
    [["--framework", "sample", "--level", "3"], "--level takes a whole number from 1 to 2."],
    [["--framework", "sample", "--level", "x"], "--level takes a whole number from 1 to 2."],
    [["--framework", "sample", "--limit", "0"], "--limit takes a whole number from 1."],
    [["--frame", "sample"], "Usage: progression suggest --framework NAME"],
    [["sample"], "Usage: progression suggest --framework NAME"],
  ])("%j is wrong use", async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(sentence);
  });

  test("two frameworks of one title are told apart by path", async () => {
    const twin = { ...backend, path: "/other/backend" };
    const { code, err } = await run(["--framework", "backend"], [WIN], { ...catalogue, frameworks: [backend, twin] });
    expect(code).toBe(2);
    expect(err).toContain("/engineering/backend, /other/backend");
  });
});
