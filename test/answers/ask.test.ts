import { describe, expect, test } from "vitest";
import type { AskParts } from "../../src/answers/ask.ts";
import { ask, askOrReload } from "../../src/answers/ask.ts";
import type { Catalogue } from "../../src/catalogue/types.ts";
import { parseCommand } from "../../src/command/parse.ts";
import { createSearch } from "../../src/search/search.ts";
import { answerText } from "../../src/slack/views/answer.ts";
import { catalogueOf, frameworkOf, sampleCatalogue } from "../support/sample-catalogue.ts";

const SAMPLE = sampleCatalogue();

function partsOf(catalogue: Catalogue, over: Partial<AskParts> = {}): AskParts {
  return {
    catalogue,
    search: createSearch(catalogue),
    reader: { framework: null, level: null },
    isAdmin: false,
    command: "/progression",
    version: "1.2.3",
    loadedAt: "2026-11-21T10:00:00Z",
    ...over,
  };
}

async function answerTo(typed: string, over: Partial<AskParts> = {}) {
  const parts = partsOf(SAMPLE, over);
  const { intent, remarks } = parseCommand(typed, parts.catalogue, parts.reader);
  return askOrReload(intent, parts, async () => ({ changed: true, frameworks: 5, problems: [] }), remarks);
}

test.each([
  ["", "welcome"],
  ["help", "help"],
  ["about", "about"],
  ["frameworks", "frameworks"],
  ["backend", "framework"],
  ["how we use frameworks", "prose"],
  ["backend mastery", "topic"],
  ["backend mastery 3", "level"],
  ["backend 3", "all-topics"],
  ["compare backend 3 4", "compare"],
  ["search incident", "search"],
  ["mastery", "choose"],
  ["backend foo", "not-understood"],
  ["reload", "refused"],
])("%j is answered with: %s", async (typed, kind) => {
  expect((await answerTo(typed)).kind).toBe(kind);
});

test("an answer carries its intent and how the words were read", async () => {
  expect(await answerTo("bakend mastery 3")).toMatchObject({
    intent: { kind: "level", framework: "/engineering/backend", topic: "mastery", level: 3 },
    remarks: [{ kind: "corrected", typed: "bakend", read: "backend" }],
  });
});

test("a word that names no page and stands in a criterion is offered as a search, before the nearest names", async () => {
  const [first] = Reflect.get(await answerTo("backend incident"), "nearest");
  const unheard = Reflect.get(await answerTo("backend zzzxqj"), "nearest");

  expect(first).toMatchObject({
    label: "Search for “incident”",
    intent: { kind: "search", query: "incident", framework: null, page: 1 },
  });
  expect(JSON.stringify(unheard)).not.toContain("Search for");
});

test("an admin may reload", async () => {
  expect(await answerTo("reload", { isAdmin: true })).toMatchObject({ kind: "reload", changed: true, frameworks: 5 });
});

test("the welcome's examples all lead to a page", async () => {
  const answer = await answerTo("", { command: "/growth" });

  expect(answer).toMatchObject({
    examples: [
      "/growth backend mastery 3",
      "/growth compare backend mastery 3 4",
      "/growth backend",
      expect.stringMatching(/^\/growth search \w+$/),
      "/growth help",
    ],
  });
});

test.each([
  ["backend foo", "I know 🛠️ Backend, but it has no topic “foo”. The nearest are communication"],
  ["backend mastery 9", "🛠️ Backend has levels 1 to 6; there is no level “9”."],
  ["management 9", "🧭 Management has levels M1 to M4; there is no level “9”."],
  ["backend planning", "🛠️ Backend has no topic “🗺️ Planning”; 🧭 Management has it."],
  ["settings backend", "`/progression settings` is a command of its own and takes no other words."],
  ["forget backend", "`/progression forget-me` is a command of its own and takes no other words."],
  ["my wins", "Wins have commands of their own: `/win WORDS` saves one, and `/wins` lists yours."],
  ["backend vs frontend", "Two frameworks cannot be laid side by side: a comparison shows two levels of one."],
  ["compare backend mastery impact 3", "Two topics cannot be laid side by side: a comparison shows two levels of one."],
  ["hlep", "I do not know “hlep”. `/progression help` lists what I can show."],
  ["how we use frameworks 3", "How we use frameworks is a page of text and has no levels."],
  ["search", "Add a word to search for, for example `/progression search incident`."],
  [
    "search same",
    "There is too little to search for in “same”. Add another word, for example `/progression search incident`.",
  ],
  ["search the of", "There is too little to search for in “the” or “of”. Add another word"],
  ["x ".repeat(400), "That is more than I can read at once: please keep to 300 characters."],
])("%j is answered with a sentence that says what is wrong", async (typed, sentence) => {
  const answer = await answerTo(typed);

  expect(
    answer.kind === "not-understood" ? answer.sentence.replace("💬 Comms & Feedback", "communication") : "",
  ).toContain(sentence);
});

test("choices with one label are told apart by their framework", async () => {
  expect(await answerTo("mastery 3")).toMatchObject({
    choices: [
      { label: "🛠️ Mastery, level 3", detail: "🛠️ Backend" },
      { label: "🛠️ Mastery, level 3", detail: "🎨 Frontend" },
    ],
  });
});

describe("names that two things share", () => {
  const levels = { 1: ["Draws"] };
  const one = (path: string, ...titles: string[]) =>
    frameworkOf({
      path,
      title: "Same title",
      topics: titles.map((title, at) => ({ name: `${title}-${at}`.toLowerCase(), title, levels })),
    });
  const twins = catalogueOf(one("/a", "Craft"), one("/b", "Craft"), one("/c", "Calm", "Calm"));

  test("choices that would read alike are told apart by their paths", async () => {
    expect(await answerTo("same title", { catalogue: twins })).toMatchObject({
      choices: [
        { label: "Same title", detail: "/a" },
        { label: "Same title", detail: "/b" },
        { label: "Same title", detail: "/c" },
      ],
    });
    expect(await answerTo("craft", { catalogue: twins })).toMatchObject({
      choices: [
        { label: "Craft", detail: "Same title (/a)" },
        { label: "Craft", detail: "Same title (/b)" },
      ],
    });
  });

  test("and two topics of one framework by their names", async () => {
    expect(await answerTo("calm", { catalogue: twins })).toMatchObject({
      choices: [
        { label: "Calm", detail: "Same title (calm-0)" },
        { label: "Calm", detail: "Same title (calm-1)" },
      ],
    });
  });

  test("are told apart in the list of frameworks to begin with", async () => {
    const answer = await answerTo("xylophone", { catalogue: twins });

    expect(answer).toMatchObject({ frameworks: [{ detail: "/a" }, { detail: "/b" }, { detail: "/c" }] });
    expect(answer.kind === "not-understood" ? answerText({ ...answer, nearest: [] }) : "").toContain("Same title · /b");
  });
});

test("without frameworks the sentence says so", () => {
  const parts = partsOf(catalogueOf());
  const reading = parseCommand("backend", parts.catalogue, parts.reader);

  expect(reading.intent.kind === "reload" ? null : ask(reading.intent, parts)).toMatchObject({
    sentence: "No framework is loaded yet. The person who runs this bot can find out why.",
    frameworks: [],
  });
});

const PAGE = { page: 1, examples: false } as const;

test.each([
  [{ kind: "framework", framework: "/engineering/backnd", page: 1 }, "That framework is no longer here.", "🛠️ Backend"],
  [
    { kind: "level", framework: "/engineering/backend", topic: "mastering", level: 3, ...PAGE },
    "🛠️ Backend no longer has the topic “mastering”.",
    "🛠️ Mastery, level 3",
  ],
  [
    { kind: "level", framework: "/engineering/backend", topic: "mastery", level: 7, ...PAGE },
    "🛠️ Backend has levels 1 to 6; level 7 is no longer there.",
    "🛠️ Mastery, level 6",
  ],
  [
    { kind: "search", framework: "/engineering/frontnd", query: "incident", page: 1 },
    "That framework is no longer here.",
    "🎨 Frontend",
  ],
] as const)("a button that outlived its page is answered: %j", (intent, sentence, nearest) => {
  const answer = ask(intent, partsOf(SAMPLE));

  expect(answer).toMatchObject({ kind: "gone", sentence });
  expect(answer.kind === "gone" ? answer.nearest[0]?.label : "").toBe(nearest);
});

test("a search of a button that holds nothing to search for is answered like a typed one", () => {
  const intent = { kind: "search", query: "the same", framework: null, page: 1 } as const;

  expect(ask(intent, partsOf(SAMPLE))).toMatchObject({
    kind: "not-understood",
    because: { kind: "nothing-to-search", words: ["the", "same"] },
  });
});

test("where too many texts hold the words of a phrase to read them all, it is not said that none holds the phrase", async () => {
  const levels = { 1: Array.from({ length: 1_001 }, (_, at) => `Reviews the ${at} designs of others`) };
  const catalogue = catalogueOf(frameworkOf({ path: "/t", topics: [{ name: "t", levels }] }));

  const said = answerText(await answerTo('search "designs reviews"', partsOf(catalogue)));

  expect(said).toContain(
    "Too many texts hold these words to read them all, and none of the first holds them together. More words narrow it down.",
  );
});

test("a comparison given the other way round puts the lower level first", () => {
  const intent = { kind: "compare", framework: "/engineering/backend", topic: null, from: 4, to: 3, page: 1 } as const;

  expect(ask(intent, partsOf(SAMPLE))).toMatchObject({ from: 3, to: 4, topics: { length: 5 } });
});
