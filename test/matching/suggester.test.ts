import { describe, expect, test } from "vitest";
import { readBackend } from "../../bench/suggestions/seed.ts";
import { LEXICON } from "../../src/matching/lexicon/lexicon.ts";
import { createSuggester, type Suggester, type Suggestion } from "../../src/matching/suggester.ts";
import { reasonsInWords } from "../../src/text/reasons-in-words.ts";
import { sampleFramework } from "./sample.ts";

const sample = createSuggester(sampleFramework());
const backend = createSuggester(readBackend());
const NOBODY = { level: null };
const ROLLBACK = "Got paged at 3am, rolled back the bad deploy and wrote the postmortem";

function texts(found: readonly Suggestion[]): string[] {
  return found.map((suggestion) => suggestion.criterion.text);
}

function withAirships(): Suggester {
  const framework = sampleFramework();
  const own = { id: "zeppelin00", text: "Polishes zeppelins", examples: [], source: "own", todo: false } as const;
  const airships = { name: "airships", title: "Airships", levels: [{ level: 1, criteria: [own] }] };
  return createSuggester({ ...framework, topics: [...framework.topics, airships] });
}

describe("what is proposed", () => {
  test("a win finds criteria that share no word with it", () => {
    expect(texts(sample.suggest(ROLLBACK, NOBODY)).slice(0, 2)).toContain("Takes part in resolving incidents");
  });

  test("words that both texts hold find a criterion that no concept speaks of", () => {
    expect(texts(withAirships().suggest("polished a zeppelin", NOBODY))[0]).toBe("Polishes zeppelins");
  });

  test("an unwritten criterion is never proposed", () => {
    expect(texts(sample.suggest("TODO incidents incidents", { level: null, limit: 100 }))).not.toContain(
      "TODO incidents",
    );
  });

  test("what comes from generic is proposed like the framework's own", () => {
    expect(texts(sample.suggest("Was the buddy of our new joiner in her first week", NOBODY))[0]).toBe(
      "Onboards new joiners",
    );
  });

  test.each(["", "   ", "\n\t", "the of and to", "🎉🎉🎉", "…", "!?"])(
    "nothing to go by in %j: nothing is proposed",
    (text) => {
      expect(sample.suggest(text, NOBODY)).toEqual([]);
    },
  );
});

describe("the five that are shown", () => {
  test.each([ROLLBACK, "Fixed a bug, fixed another bug, wrote tests and tests and tests", "paired with the new grad"])(
    "%s: five, over three topics, best first, none twice",
    (text) => {
      const found = backend.suggest(text, NOBODY);
      expect(found).toHaveLength(5);
      expect(new Set(found.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(3);
      expect(new Set(found.map(({ criterion }) => criterion.id)).size).toBe(5);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    },
  );

  test("topics that share nothing with the win complete the three, last and without a reason", () => {
    const found = withAirships().suggest("zeppelin", NOBODY);
    expect(found[0]?.reasons).toEqual(["zeppelin"]);
    expect(new Set(found.map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(3);
    expect(found.slice(1).map(({ reasons }) => reasons)).toEqual([[], [], [], []]);
  });

  test("a framework of two topics is spread over two", () => {
    const framework = sampleFramework();
    const small = createSuggester({ ...framework, topics: framework.topics.slice(0, 2) });
    expect(new Set(small.suggest("incident", NOBODY).map(({ topic }) => topic)).size).toBe(2);
  });

  test("the same text gives the same answer, from another suggester too", () => {
    expect(createSuggester(readBackend()).suggest(ROLLBACK, NOBODY)).toEqual(backend.suggest(ROLLBACK, NOBODY));
  });

  test("fewer or more when asked", () => {
    expect(backend.suggest(ROLLBACK, { level: null, limit: 2 })).toHaveLength(2);
    expect(backend.suggest(ROLLBACK, { level: null, limit: 9 })).toHaveLength(9);
  });
});

describe("what is known of the person", () => {
  const text = "incident";

  test("their level draws its criteria up, its neighbours less, and shuts none out", () => {
    const score = (level: number | null): number =>
      backend
        .suggest(ROLLBACK, { level, limit: 200 })
        .find(({ criterion }) => criterion.text === "Leads incident resolutions")?.score ?? 0;
    expect(score(5)).toBeGreaterThan(score(4));
    expect(score(4)).toBeGreaterThan(score(null));
    expect(score(1)).toBeLessThan(score(null));
    expect(score(1)).toBeGreaterThan(0);
  });

  test("a topic or a criterion in focus scores higher than without", () => {
    const plain = sample.suggest(text, NOBODY)[0];
    for (const focus of [plain?.topic ?? "", plain?.criterion.id ?? ""]) {
      expect(sample.suggest(text, { level: null, focus: [focus] })[0]?.score).toBeGreaterThan(plain?.score ?? 0);
    }
  });
});

describe("reasons", () => {
  test("every reason stands in the win or is the name of a concept", () => {
    const names = new Set(LEXICON.map(({ name }) => name));
    for (const { reasons } of backend.suggest(ROLLBACK, NOBODY)) {
      expect(reasons.length).toBeLessThanOrEqual(3);
      for (const reason of reasons) {
        expect(names.has(reason) || ROLLBACK.includes(reason)).toBe(true);
      }
    }
  });

  test("the person's own words come first, and then what they speak of", () => {
    const text = "rolled back the release after the outage";
    const reasons = backend.suggest(text, NOBODY).map((found) => found.reasons);

    expect(reasons).toContainEqual(["rolled back", "incidents"]);
    expect(reasonsInWords(["rolled back", "release", "incidents"], text)).toBe("“rolled back”, “release” (incidents)");
    expect(reasonsInWords(["delegating"], text)).toBe("delegating");
  });
});

describe("a framework's own lexicon", () => {
  const text = "bluebird, again";

  test("a new concept joins words of the company to a criterion that speaks of it", () => {
    expect(sample.suggest(text, NOBODY)[0]?.criterion.text).not.toBe("Improves documentation");
    const own = createSuggester(sampleFramework(), { lexicon: { documentation: ["bluebird"] } });
    expect(own.suggest(text, NOBODY)[0]?.criterion.text).toBe("Improves documentation");
  });

  test("a phrase with a comma is one phrase, and choices without end are cut", () => {
    const own = createSuggester(sampleFramework(), { lexicon: { documentation: ["blue, bird", "a|b ".repeat(40)] } });
    expect(own.suggest("blue bird", NOBODY)[0]?.criterion.text).toBe("Improves documentation");
    expect(own.suggest("bird", NOBODY)).toEqual([]);
  });

  test("names that mean something to JavaScript are only names", () => {
    const own = createSuggester(sampleFramework(), {
      lexicon: { constructor: ["toString"], coaches: ["falcon chat"] },
    });
    expect(own.suggest("weekly falcon chat with Ana", NOBODY)[0]?.criterion.text).toBe(
      "Mentors and coaches other engineers",
    );
  });
});

describe("hostile text", () => {
  test.each([
    ["40,000 characters", "rolled back the deploy and paired with the grad ".repeat(850)],
    ["one word 10,000 times", "incident ".repeat(10_000)],
    ["one phrase opener 10,000 times", "asked ".repeat(10_000)],
    ["emoji", "🔥🧯👩‍🚒".repeat(5_000)],
    ["one word without end", "a".repeat(40_000)],
    ["control characters", "\u0000\u202e\u200b incident \ud800".repeat(100)],
  ])("%s is answered within the size of an answer", (_name, text) => {
    expect(backend.suggest(text, NOBODY).length).toBeLessThanOrEqual(5);
  });
});
