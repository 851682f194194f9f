import type {
  Answer,
  Choice,
  CompareAnswer,
  FrameworkSummary,
  LevelAnswer,
  TopicComparison,
} from "../../src/answers/answer.ts";
import type { Framework, Problem, Topic } from "../../src/catalogue/types.ts";
import type { Intent, Remark } from "../../src/command/intent.ts";
import type { SearchHit, SearchPlace } from "../../src/search/hit.ts";
import { criterion, inherited } from "./frameworks.ts";
import { backend, emptyProse, howWeUse, longest, management, NASTY, nasty, prefixed } from "./sample-frameworks.ts";

/** Every kind of answer: none, one, many, the longest, the nastiest. The views' tests and the gallery are made from these. */

export interface Sample {
  /** Unique within its kind; kebab-case. */
  readonly name: string;
  readonly title: string;
  /** What to look at. */
  readonly look: string;
  readonly answer: Answer;
}

type Samples = {
  readonly [Kind in Answer["kind"]]: readonly (Sample & { readonly answer: { readonly kind: Kind } })[];
};

const frameworks = [backend, management, prefixed, howWeUse];
const corrected: Remark = { kind: "corrected", typed: "bakend mastry", read: "backend · mastery" };

function summary(one: Framework): FrameworkSummary {
  return {
    path: one.path,
    title: one.title,
    kind: one.kind,
    group: one.sidebarGroup,
    levels: one.levels,
    topicTitles: one.topics.map(({ title }) => title),
  };
}

const summaries = frameworks.map(summary);
const thousand: readonly FrameworkSummary[] = Array.from({ length: 1000 }, (_, index) => ({
  path: `/many/framework-${index + 1}`,
  title: `Framework number ${index + 1} & its friends`,
  kind: "topics",
  group: `Group ${1 + Math.floor(index / 130)}`,
  levels: 6,
  topicTitles: Array.from({ length: 20 }, (_, at) => `Topic ${at + 1}`),
}));

function toFramework(one: Pick<Framework, "path" | "title">): Choice {
  return { label: one.title, detail: null, intent: { kind: "framework", framework: one.path, page: 1 } };
}

function getTopic(one: Framework, name: string): Topic {
  const found = one.topics.find((topic) => topic.name === name);
  if (found === undefined) throw new Error(`no topic ${name}`);
  return found;
}

interface LevelOptions {
  readonly examples?: boolean;
  readonly page?: number;
  readonly remarks?: readonly Remark[];
}

export function levelAnswer(one: Framework, name: string, number: number, options: LevelOptions = {}): LevelAnswer {
  const topic = getTopic(one, name);
  const level = topic.levels[number - 1];
  if (level === undefined) throw new Error(`no level ${number}`);
  const { examples = false, page = 1, remarks = [] } = options;
  const intent: Intent = { kind: "level", framework: one.path, topic: name, level: number, examples, page };
  return { kind: "level", intent, remarks, framework: one, topic, level };
}

export function allTopicsAnswer(one: Framework, level: number, examples = false, page = 1) {
  const intent: Intent = { kind: "all-topics", framework: one.path, level, examples, page };
  const topics = one.topics.flatMap((topic) => {
    const found = topic.levels[level - 1];
    return found === undefined ? [] : [{ topic, level: found }];
  });
  return { kind: "all-topics" as const, intent, remarks: [], framework: one, level, topics };
}

export function topicAnswer(one: Framework, name: string, page = 1) {
  const intent: Intent = { kind: "topic", framework: one.path, topic: name, page };
  return { kind: "topic" as const, intent, remarks: [], framework: one, topic: getTopic(one, name) };
}

export function frameworkAnswer(one: Framework, page = 1) {
  const intent: Intent = { kind: "framework", framework: one.path, page };
  return { kind: "framework" as const, intent, remarks: [], framework: one };
}

function proseAnswer(one: Framework, page = 1) {
  const intent: Intent = { kind: "framework", framework: one.path, page };
  return { kind: "prose" as const, intent, remarks: [], framework: one };
}

export function compareAnswer(
  one: Framework,
  topic: string | null,
  [from, to]: readonly [number, number],
  topics: readonly TopicComparison[],
  page = 1,
): CompareAnswer {
  const intent: Intent = { kind: "compare", framework: one.path, topic, from, to, page };
  return { kind: "compare", intent, remarks: [], framework: one, from, to, topics };
}

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
  return { kind: "search" as const, intent, remarks: [], query, framework, hits, leftOut: [], nearest: [] };
}

const problems: readonly Problem[] = [
  {
    code: "tab-indent",
    severity: "error",
    file: "engineering/backend.md",
    line: 42,
    message: "A tab is used to indent.",
    hint: "Use two spaces for each step.",
  },
  {
    code: "todo-criterion",
    severity: "warning",
    file: "design.md",
    line: 7,
    message: "A criterion is still to be written.",
    hint: "Write it, or take it out.",
  },
];
const thousandProblems = Array.from(
  { length: 1000 },
  (_, index): Problem => ({
    code: "tab-indent",
    severity: "error",
    file: `many/framework-${index + 1}.md`,
    line: index + 1,
    message: "A tab is used to indent <!channel>.",
    hint: "Use two spaces.",
  }),
);

const readings: readonly Choice[] = [
  {
    label: "Mastery in Backend",
    detail: "A topic of 6 levels",
    intent: { kind: "topic", framework: backend.path, topic: "mastery", page: 1 },
  },
  {
    label: "Search for “mastery”",
    detail: null,
    intent: { kind: "search", query: "mastery", framework: null, page: 1 },
  },
];

export const sampleAnswers: Samples = {
  welcome: [
    {
      name: "usual",
      title: "First contact",
      look: "three lines worth typing, then the frameworks",
      answer: {
        kind: "welcome",
        intent: { kind: "welcome" },
        remarks: [],
        frameworks: summaries,
        examples: [
          "/progression backend mastery 3",
          "/progression compare backend mastery 3 4",
          "/progression search incident",
        ],
      },
    },
    {
      name: "none",
      title: "First contact before any framework is loaded",
      look: "no empty lists",
      answer: { kind: "welcome", intent: { kind: "welcome" }, remarks: [], frameworks: [], examples: [] },
    },
    {
      name: "many",
      title: "First contact with a thousand frameworks",
      look: "ten are named, the rest is counted",
      answer: { kind: "welcome", intent: { kind: "welcome" }, remarks: [], frameworks: thousand, examples: NASTY },
    },
  ],
  help: [
    {
      name: "usual",
      title: "Help",
      look: "each line is an example that works as it stands",
      answer: {
        kind: "help",
        intent: { kind: "help" },
        remarks: [],
        commands: [
          {
            example: "/progression backend mastery 3",
            usage: "/progression FRAMEWORK TOPIC LEVEL",
            does: "Shows what a level asks",
            adminOnly: false,
          },
          {
            example: "/progression search incident",
            usage: "/progression search WORDS",
            does: "Finds criteria and examples",
            adminOnly: false,
          },
          {
            example: "/progression reload",
            usage: "/progression reload",
            does: "Reads the files again",
            adminOnly: true,
          },
        ],
      },
    },
  ],
  about: [
    {
      name: "usual",
      title: "About",
      look: "who can see what comes before everything else",
      answer: {
        kind: "about",
        intent: { kind: "about" },
        remarks: [],
        version: "0.1.0",
        catalogueVersion: "3f786850e387550fdab836ed7e6dc881de23001b",
        frameworks: summaries,
        loadedAt: "2026-11-21T10:00:00.000Z",
        privacy: [
          "Answers are seen by you alone, until you share one.",
          "The operator of this bot can read its database.",
        ],
      },
    },
    {
      name: "many",
      title: "About, with a thousand frameworks",
      look: "what does not fit is counted",
      answer: {
        kind: "about",
        intent: { kind: "about" },
        remarks: [],
        version: "0.1.0",
        catalogueVersion: "3f786850e387550fdab836ed7e6dc881de23001b",
        frameworks: thousand,
        loadedAt: "not a date",
        privacy: NASTY,
      },
    },
  ],
  reload: [
    {
      name: "unchanged",
      title: "Reload without a change",
      look: "one sentence",
      answer: { kind: "reload", intent: { kind: "reload" }, remarks: [], changed: false, frameworks: 5, problems: [] },
    },
    {
      name: "problems",
      title: "Reload with findings",
      look: "file and line first, then what and how to mend it",
      answer: { kind: "reload", intent: { kind: "reload" }, remarks: [], changed: true, frameworks: 4, problems },
    },
    {
      name: "many",
      title: "Reload with a thousand findings",
      look: "what does not fit is counted",
      answer: {
        kind: "reload",
        intent: { kind: "reload" },
        remarks: [],
        changed: true,
        frameworks: 4,
        problems: thousandProblems,
      },
    },
  ],
  frameworks: [
    {
      name: "usual",
      title: "The list of frameworks",
      look: "grouped; a page to read is told apart",
      answer: { kind: "frameworks", intent: { kind: "frameworks", page: 1 }, remarks: [], frameworks: summaries },
    },
    {
      name: "none",
      title: "The list when it is empty",
      look: "a sentence",
      answer: { kind: "frameworks", intent: { kind: "frameworks", page: 1 }, remarks: [], frameworks: [] },
    },
    {
      name: "many",
      title: "The third page of three hundred",
      look: "the group is named again, and a menu follows every fifty",
      answer: {
        kind: "frameworks",
        intent: { kind: "frameworks", page: 3 },
        remarks: [],
        frameworks: thousand.slice(0, 300),
      },
    },
  ],
  framework: [
    {
      name: "usual",
      title: "A framework",
      look: "introduction folded, topics with their levels",
      answer: frameworkAnswer(backend),
    },
    {
      name: "second-page",
      title: "A framework’s introduction unfolded",
      look: "Markdown: list, quote, link, table, code",
      answer: frameworkAnswer(backend, 2),
    },
    {
      name: "prefixed",
      title: "A framework with levels E1 to E3",
      look: "the prefix on every button",
      answer: frameworkAnswer(prefixed),
    },
    {
      name: "longest",
      title: "120 topics, 40 levels",
      look: "levels in a menu; the topic menu says which hundred it holds",
      answer: frameworkAnswer(longest),
    },
    { name: "nasty", title: "Hostile framework text", look: "nothing is live", answer: frameworkAnswer(nasty) },
  ],
  prose: [
    {
      name: "usual",
      title: "A page of prose",
      look: "headings, lists, a quote, a link with its address",
      answer: proseAnswer(howWeUse),
    },
    {
      name: "second-page",
      title: "A page of prose, continued",
      look: "the heading is named again",
      answer: proseAnswer(howWeUse, 2),
    },
    { name: "empty", title: "A page without text", look: "a sentence", answer: proseAnswer(emptyProse) },
  ],
  topic: [
    {
      name: "usual",
      title: "A topic",
      look: "all levels with their criteria, gaps said",
      answer: topicAnswer(backend, "mastery"),
    },
    {
      name: "inherited",
      title: "A topic that inherits",
      look: "what comes from generic is marked at every level",
      answer: topicAnswer(backend, "communication"),
    },
    {
      name: "longest",
      title: "A long topic, second page",
      look: "the level is named again",
      answer: topicAnswer(longest, "long", 2),
    },
    { name: "nasty", title: "Hostile topic text", look: "nothing is live", answer: topicAnswer(nasty, "<!everyone>") },
  ],
  level: [
    {
      name: "usual",
      title: "A level",
      look: "criteria, an unwritten one, the ways onward",
      answer: levelAnswer(backend, "mastery", 3),
    },
    {
      name: "corrected",
      title: "A level after a typing slip",
      look: "how the words were read",
      answer: levelAnswer(backend, "mastery", 3, { remarks: [corrected] }),
    },
    {
      name: "examples",
      title: "Examples unfolded",
      look: "examples below their criterion, introduced as illustrations",
      answer: levelAnswer(backend, "mastery", 3, { examples: true }),
    },
    {
      name: "inherited",
      title: "A level with inherited criteria",
      look: "own first, then those for everyone",
      answer: levelAnswer(backend, "communication", 3, { remarks: [{ kind: "sub-level", typed: "3C", level: 3 }] }),
    },
    {
      name: "only-inherited",
      title: "A level with nothing of its own",
      look: "what is asked of everyone",
      answer: levelAnswer(backend, "impact", 3),
    },
    {
      name: "empty",
      title: "An empty level",
      look: "kindly said, with the nearest levels",
      answer: levelAnswer(backend, "mastery", 5),
    },
    {
      name: "prefixed",
      title: "Level E2",
      look: "the prefix everywhere",
      answer: levelAnswer(prefixed, "craft", 2, { remarks: [{ kind: "ignored", words: ["please", "show"] }] }),
    },
    {
      name: "sixty",
      title: "Sixty criteria, second page",
      look: "Back, More and the page’s number",
      answer: levelAnswer(longest, "long", 2, { page: 2 }),
    },
    {
      name: "longest",
      title: "Criteria of 3,000 characters with long examples",
      look: "split at words, with a mark",
      answer: levelAnswer(longest, "long", 1, { examples: true }),
    },
    {
      name: "nasty",
      title: "Hostile criteria",
      look: "nothing is live",
      answer: levelAnswer(nasty, "<!everyone>", 2, { examples: true }),
    },
    {
      name: "noise",
      title: "Remarks about 4,000 characters of noise",
      look: "remarks stay short",
      answer: levelAnswer(backend, "mastery", 1, {
        remarks: [
          { kind: "corrected", typed: "<!channel>".repeat(400), read: "&".repeat(4000) },
          { kind: "ignored", words: Array.from({ length: 900 }, (_, index) => `@here${index}`) },
        ],
      }),
    },
  ],
  "all-topics": [
    {
      name: "usual",
      title: "All topics at level 3",
      look: "one heading for each topic",
      answer: allTopicsAnswer(backend, 3),
    },
    {
      name: "examples",
      title: "All topics with examples",
      look: "examples below their criteria",
      answer: allTopicsAnswer(backend, 3, true),
    },
    {
      name: "longest",
      title: "All of 120 topics, third page",
      look: "paged",
      answer: allTopicsAnswer(longest, 2, false, 3),
    },
    { name: "nasty", title: "Hostile topics", look: "nothing is live", answer: allTopicsAnswer(nasty, 1) },
  ],
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
  choose: [
    {
      name: "readings",
      title: "Two readings",
      look: "both as buttons, none guessed",
      answer: {
        kind: "choose",
        intent: { kind: "welcome" },
        remarks: [],
        typed: "mastery",
        between: "readings",
        choices: readings,
      },
    },
    {
      name: "frameworks",
      title: "A topic in several frameworks",
      look: "buttons with the frameworks’ names",
      answer: {
        kind: "choose",
        intent: { kind: "welcome" },
        remarks: [],
        typed: "communication 3",
        between: "frameworks",
        choices: frameworks.map(toFramework),
      },
    },
    {
      name: "many",
      title: "120 topics to choose from",
      look: "two menus hold them all",
      answer: {
        kind: "choose",
        intent: { kind: "welcome" },
        remarks: [],
        typed: "topic",
        between: "topics",
        choices: longest.topics.map((one) => ({
          label: one.title,
          detail: longest.title,
          intent: { kind: "topic", framework: longest.path, topic: one.name, page: 1 },
        })),
      },
    },
  ],
  "not-understood": [
    {
      name: "usual",
      title: "Words that are not known",
      look: "a sentence, the nearest names, a picker",
      answer: {
        kind: "not-understood",
        intent: { kind: "welcome" },
        remarks: [],
        typed: "backend wizardry 3",
        because: { kind: "unknown-words", words: ["wizardry"] },
        sentence: "No topic of Backend is called “wizardry”.",
        nearest: [
          {
            label: "Mastery",
            detail: null,
            intent: { kind: "topic", framework: backend.path, topic: "mastery", page: 1 },
          },
        ],
        frameworks: [...frameworks, nasty, longest].map(toFramework),
      },
    },
    {
      name: "nothing",
      title: "Nothing is loaded",
      look: "a sentence that says what to do",
      answer: {
        kind: "not-understood",
        intent: { kind: "welcome" },
        remarks: [],
        typed: "",
        because: { kind: "no-frameworks" },
        sentence: "No framework is loaded yet. An admin can add one and reload.",
        nearest: [],
        frameworks: [],
      },
    },
    {
      name: "nasty",
      title: "Hostile words",
      look: "nothing is live; the picker holds all frameworks",
      answer: {
        kind: "not-understood",
        intent: { kind: "welcome" },
        remarks: [],
        typed: NASTY.join(" ").repeat(8),
        because: { kind: "too-long", limit: 300 },
        sentence: "This is longer than a look-up needs to be. A framework, a topic and a level are enough.",
        nearest: [],
        frameworks: thousand.slice(0, 350).map(toFramework),
      },
    },
  ],
  gone: [
    {
      name: "usual",
      title: "A button of yesterday",
      look: "what happened, and the way on",
      answer: {
        kind: "gone",
        intent: { kind: "welcome" },
        remarks: [],
        sentence: "Level 7 of Backend is no longer there: the framework has changed since this card was made.",
        nearest: [toFramework(backend)],
      },
    },
  ],
  refused: [
    {
      name: "usual",
      title: "A command for admins",
      look: "who may do it",
      answer: {
        kind: "refused",
        intent: { kind: "reload" },
        remarks: [],
        sentence: "Reloading is for workspace admins. Ask one of them to type the same.",
      },
    },
  ],
};

export const allSamples: readonly Sample[] = Object.values(sampleAnswers).flat();
