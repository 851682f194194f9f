import type { TopicComparison } from "../../src/answers/answer.ts";
import type { Framework, Topic } from "../../src/catalogue/types.ts";
import type { Intent } from "../../src/command/intent.ts";
import type { SearchHit, SearchPlace } from "../../src/search/hit.ts";
import { compareAnswer, getTopic, type Samples } from "./answer-builders.ts";
import { criterion, inherited } from "./frameworks.ts";
import { backend, longest, management, NASTY, nasty, prefixed } from "./sample-frameworks.ts";

/** Comparisons and searches. */

const mastery = getTopic(backend, "mastery");
const [three, four] = [mastery.levels[2]?.criteria ?? [], mastery.levels[3]?.criteria ?? []];
const grown = four.slice(0, 2);
const masteryCompared: TopicComparison = {
  topic: mastery,
  appears: [...four.slice(2), inherited("Gives credit in public")],
  grows: [
    { criterion: grown[0] ?? criterion(""), growsFrom: three[1] ?? null },
    { criterion: grown[1] ?? criterion(""), growsFrom: three[0] ?? null },
  ],
  same: [criterion("Writes tests for what they change")],
  stays: three.slice(2),
};

function everythingAppears(one: Framework, topic: Topic, level: number): TopicComparison {
  const criteria = topic.levels[level - 1]?.criteria ?? [];
  const first = criteria[0] ?? criterion(one.title);
  const grows = criteria.slice(0, 5).map((each) => ({ criterion: each, growsFrom: first }));
  return { topic, appears: criteria, grows, same: criteria.slice(0, 3), stays: criteria.slice(0, 3) };
}

function place(one: Framework, name: string, level: number, rest: Partial<SearchPlace> = {}): SearchPlace {
  return {
    framework: one.path,
    frameworkTitle: one.sidebarTitle,
    topic: name,
    topicTitle: getTopic(one, name).title,
    level,
    levelPrefix: one.levelPrefix,
    inherited: false,
    ...rest,
  };
}

function hit(text: string, word: string, places: readonly SearchPlace[], illustrated: string | null = null): SearchHit {
  const at = text.indexOf(word);
  const matches = at < 0 ? [] : [[at, at + word.length] as const];
  const kind = illustrated === null ? "criterion" : "example";
  return { text, kind, criterion: illustrated ?? text, places, matches };
}

const incidentHits: readonly SearchHit[] = [
  hit("Leads the response to an incident and writes down what was learnt", "incident", [place(backend, "mastery", 3)]),
  hit("Leads the response to incidents that span several teams", "incidents", [place(backend, "mastery", 4)]),
  hit(
    "Led the rollback of the payments release during an incident",
    "incident",
    [place(backend, "mastery", 3)],
    "Leads the response to an incident and writes down what was learnt",
  ),
  hit("Seeks feedback, and acts on it, after an incident", "incident", [
    place(backend, "communication", 3, { inherited: true }),
    place(management, "people", 3, { inherited: true }),
  ]),
];
const manyHits: readonly SearchHit[] = Array.from({ length: 80 }, (_, index) =>
  hit(`Criterion ${index + 1}: stays calm in an incident and helps others to`, "incident", [
    place(backend, "mastery", 1 + (index % 6)),
    ...Array.from({ length: index % 5 }, (_, at) => place(prefixed, "craft", 1 + (at % 3), { inherited: true })),
  ]),
);
const everywhere = Array.from({ length: 1000 }, (_, index) =>
  place(longest, "long", 1, { framework: `/many/${index}`, frameworkTitle: `Framework ${index + 1}`, inherited: true }),
);

function searchAnswer(query: string, hits: readonly SearchHit[], framework: Framework | null = null, page = 1) {
  const intent: Intent = { kind: "search", query, framework: framework?.path ?? null, page };
  const found = { hits, cut: false, apart: [], leftOut: [], nearest: [] };
  return { kind: "search" as const, intent, remarks: [], query, framework, ...found };
}

export const sampleFindings: Pick<Samples, "compare" | "search"> = {
  compare: [
    {
      name: "usual",
      title: "Level 3 and level 4",
      look: "what appears, what grows, what stays",
      answer: compareAnswer(backend, "mastery", [3, 4], [masteryCompared]),
    },
    {
      name: "backward",
      title: "Level 4 and level 3, named the other way round",
      look: "the same: what the higher level asks",
      answer: compareAnswer(backend, "mastery", [4, 3], [masteryCompared]),
    },
    {
      name: "all-topics",
      title: "Two levels in all topics",
      look: "a heading for each topic; an empty one is said",
      answer: compareAnswer(
        backend,
        null,
        [3, 4],
        [masteryCompared, { topic: getTopic(backend, "impact"), appears: [], grows: [], same: [], stays: [] }],
      ),
    },
    {
      name: "longest",
      title: "A long comparison, second page",
      look: "topic and section are named again",
      answer: compareAnswer(longest, "long", [1, 2], [everythingAppears(longest, getTopic(longest, "long"), 2)], 2),
    },
    {
      name: "nasty",
      title: "Hostile comparison",
      look: "nothing is live",
      answer: compareAnswer(
        nasty,
        null,
        [1, 2],
        nasty.topics.map((one) => everythingAppears(nasty, one, 2)),
      ),
    },
  ],
  search: [
    {
      name: "usual",
      title: "Search: incident",
      look: "the word stands out, each hit once with its places",
      answer: searchAnswer("incident", incidentHits),
    },
    {
      name: "none",
      title: "Search without a hit",
      look: "words that are spelt like it, as buttons",
      answer: { ...searchAnswer("the incydent", [], backend), nearest: ["incident", "indent"], leftOut: ["the"] },
    },
    {
      name: "apart",
      title: "Words that no text holds together",
      look: "it is said, and each word is a button",
      answer: { ...searchAnswer("incident retro kubernetes", []), apart: ["incident", "retro"] },
    },
    {
      name: "some",
      title: "Texts that hold some of the words",
      look: "the note says that none holds them all",
      answer: { ...searchAnswer("incident retro", incidentHits.slice(0, 2)), apart: ["incident", "retro"] },
    },
    {
      name: "cut",
      title: "More hits than are shown",
      look: "the note says that these are the first",
      answer: { ...searchAnswer("incident", incidentHits), cut: true },
    },
    {
      name: "many",
      title: "Eighty hits, second page",
      look: "paged",
      answer: searchAnswer("incident", manyHits, backend, 2),
    },
    {
      name: "everywhere",
      title: "One text in a thousand frameworks",
      look: "the menu says which hundred it holds",
      answer: searchAnswer("calm", [hit("Stays calm", "calm", everywhere)]),
    },
    {
      name: "nasty",
      title: "Hostile hits",
      look: "nothing is live",
      answer: searchAnswer(
        "<!channel> @here".repeat(12),
        NASTY.map((text) => hit(text, "text", [place(nasty, "<!everyone>", 1)], text)),
      ),
    },
  ],
};
