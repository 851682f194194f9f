import type { FrameworkSummary } from "../../src/answers/answer.ts";
import type { Problem } from "../../src/catalogue/types.ts";
import { type Samples, summary } from "./answer-builders.ts";
import { backend, howWeUse, management, NASTY, prefixed } from "./sample-frameworks.ts";

/** Answers about the bot and its frameworks as a whole. */

const summaries = [backend, management, prefixed, howWeUse].map(summary);
const thousand: readonly FrameworkSummary[] = Array.from({ length: 1000 }, (_, index) => ({
  path: `/many/framework-${index + 1}`,
  title: `Framework number ${index + 1} & its friends`,
  kind: "topics",
  group: `Group ${1 + Math.floor(index / 130)}`,
  levels: 6,
  topicTitles: Array.from({ length: 20 }, (_, at) => `Topic ${at + 1}`),
}));

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

export const sampleLists: Pick<Samples, "welcome" | "help" | "about" | "reload" | "frameworks"> = {
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
};
