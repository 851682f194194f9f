import { describe, expect, test } from "vitest";
import { createSearch } from "../../src/search/search.ts";
import { catalogueOf, frameworkOf, sampleCatalogue } from "../support/sample-catalogue.ts";

const search = createSearch(sampleCatalogue());
const texts = (query: string, framework: string | null = null) =>
  search.find(query, framework).hits.map(({ text }) => text);

test("words are found whatever their inflection and case", () => {
  expect(texts("incident")).toEqual(texts("INCIDENTS"));
  expect(texts("incident")).toContain("Leads incident resolutions");
  expect(texts("debugging incidents")).toContain("Debugs an incident in the browser");
});

test("every word must be in the text when some text holds them all", () => {
  const found = texts("complex rpc");

  expect(found).toContain("Implements complex RPC handlers");
  expect(found).not.toContain("Implements simple RPC handlers");
});

test("a text that occurs in several places is one hit that names them all", () => {
  const [hit, ...others] = search
    .find("finishes start", null)
    .hits.filter(({ text }) => text === "Finishes what they start");

  expect(others).toEqual([]);
  expect(hit?.places.map(({ framework, inherited }) => [framework, inherited])).toEqual([
    ["/engineering/backend", true],
    ["/generic", false],
  ]);
});

test("an example is found with the criterion that it illustrates", () => {
  expect(search.find("idempotency", null).hits).toMatchObject([
    { kind: "example", criterion: "Implements complex RPC handlers", places: [{ topic: "mastery", level: 3 }] },
  ]);
});

test("matches are the words as they stand in the text", () => {
  for (const { text, matches } of search.find("race conditions", null).hits) {
    expect(matches.map(([start, end]) => text.slice(start, end))).toEqual(["race", "conditions"]);
  }
});

test("only the framework asked for is searched, and only its places are shown", () => {
  const { hits } = search.find("incident", "/engineering/frontend");

  expect(hits).toHaveLength(2);
  expect(new Set(hits.flatMap(({ places }) => places.map(({ framework }) => framework)))).toEqual(
    new Set(["/engineering/frontend"]),
  );
});

test("three letters are a beginning, two are not", () => {
  expect(texts("idemp")).toHaveLength(1);
  expect(texts("id")).toEqual([]);
});

test("a phrase in quotes stands together", () => {
  expect(texts('"production issues"')).toContain("Debugs production issues");
  expect(texts('"issues production"')).toEqual([]);
});

test("a word that says little counts inside quotes, and outside it is left out", () => {
  const levels = { 1: ["Takes part in on-call", "Is on call for the team", "Such as a call", "Calls on people"] };
  const calls = createSearch(catalogueOf(frameworkOf({ path: "/t", topics: [{ name: "t", levels }] })));

  const quoted = calls.find('"on call"', null);

  expect(quoted.hits.map(({ text }) => text).toSorted()).toEqual(["Is on call for the team", "Takes part in on-call"]);
  expect(quoted.leftOut).toEqual([]);
  expect(calls.find("on call", null)).toMatchObject({ hits: { length: 4 }, leftOut: ["on"] });
  expect(calls.find('on "part in" the', null).leftOut).toEqual(["on", "the"]);
});

test("a phrase is looked for in the first thousand texts that hold its words, and it is said that there are more", () => {
  const apart = Array.from({ length: 1_001 }, (_, at) => `Reviews the ${at} designs of others`);
  const levels = { 1: apart };
  const reviews = createSearch(catalogueOf(frameworkOf({ path: "/t", topics: [{ name: "t", levels }] })));

  expect(reviews.find('"designs reviews"', null)).toMatchObject({ hits: [], cut: true, apart: ["designs", "reviews"] });
});

describe("a query without a hit", () => {
  test("offers words that are spelt like it", () => {
    expect(search.find("incdient", null)).toMatchObject({ hits: [], nearest: expect.arrayContaining(["incident"]) });
  });

  test("of stop words alone is not searchable", () => {
    expect(search.find("the of", null)).toMatchObject({
      hits: [],
      leftOut: ["the", "of"],
      nearest: [],
      searchable: false,
    });
  });
});

describe("words that no text holds together", () => {
  test("are said, beside the texts that hold most of them", () => {
    expect(search.find("complex rpc xylophone", null)).toMatchObject({
      hits: { length: 2 },
      apart: ["complex", "rpc"],
    });
  });

  test("are said where too few of them stand in one text to show it", () => {
    expect(search.find("incidents xylophone kubernetes", null)).toMatchObject({ hits: [], apart: ["incidents"] });
  });

  test("are said of a phrase whose words stand apart", () => {
    expect(search.find('"issues production"', null)).toMatchObject({ hits: [], apart: ["issues", "production"] });
  });

  test("are those of the framework that is searched", () => {
    expect(search.find("browser rpc", "/engineering/frontend")).toMatchObject({
      hits: [{ text: "Debugs an incident in the browser" }, { text: "Debugs incidents across browser and service" }],
      apart: ["browser"],
    });
    expect(search.find("rpc", "/engineering/frontend")).toMatchObject({ hits: [], apart: [] });
  });

  test("are none where a text holds them all", () => {
    expect(search.find("complex rpc", null).apart).toEqual([]);
  });

  test("in one framework, the best there counts, whatever another holds", () => {
    expect(search.find("debugs production incident", "/engineering/frontend").hits).toHaveLength(2);
  });
});

test("a search that finds more than it shows says so", () => {
  const levels = (many: number) => ({ 1: Array.from({ length: many }, (_, at) => `Writes crit number ${at}`) });
  const of = (many: number) => catalogueOf(frameworkOf({ path: "/t", topics: [{ name: "t", levels: levels(many) }] }));

  const exact = createSearch(of(200)).find("crit", null);
  const more = createSearch(of(201)).find("crit", null);

  expect([exact.hits.length, exact.cut]).toEqual([200, false]);
  expect([more.hits.length, more.cut]).toEqual([200, true]);
});

test("an index warmed in the background answers like one built at the first search", async () => {
  const warmed = createSearch(sampleCatalogue());
  const warming = warmed.warm();
  const early = warmed.find("incident", null);
  await warming;

  expect(early).toEqual(search.find("incident", null));
  expect(warmed.find("incident", null)).toEqual(early);
});

test("a criterion that nobody wrote yet is not found", () => {
  const levels = { 1: ["TODO describe gardening"] };
  const drafts = createSearch(catalogueOf(frameworkOf({ path: "/t", topics: [{ name: "t", levels }] })));

  expect(drafts.find("gardening", null).hits).toEqual([]);
});

test.each(["", "-", '"', '""', "* OR ( ) ^ :", "\ud800", "__proto__", "a".repeat(5_000), "constructor toString"])(
  "%j is survived",
  (query) => {
    expect(search.find(query, null).hits).toEqual([]);
  },
);
