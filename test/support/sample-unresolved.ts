import type { Choice } from "../../src/answers/answer.ts";
import { type Samples, toFramework } from "./answer-builders.ts";
import { backend, howWeUse, longest, management, NASTY, nasty, prefixed } from "./sample-frameworks.ts";

/** Where something has to be chosen, is not known, is gone or is not allowed. */

const loaded = [backend, management, prefixed, howWeUse];
const many = Array.from({ length: 350 }, (_, index) => ({
  path: `/many/framework-${index + 1}`,
  title: `Framework number ${index + 1} & its friends`,
}));
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

export const sampleUnresolved: Pick<Samples, "choose" | "not-understood" | "gone" | "refused" | "mine"> = {
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
        choices: loaded.slice(0, 3).map((one) => ({
          label: "💬 Communication, level 3",
          detail: one.sidebarTitle,
          intent: { kind: "level", framework: one.path, topic: "communication", level: 3, examples: false, page: 1 },
        })),
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
        frameworks: [...loaded, nasty, longest].map(toFramework),
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
        frameworks: many.map(toFramework),
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
  mine: [
    {
      name: "usual",
      title: "A page of one's own, in a terminal",
      look: "where it is shown",
      answer: {
        kind: "mine",
        intent: { kind: "mine", what: "me" },
        remarks: [],
        what: "me",
        sentence: "This is about you, so it is shown in Slack and nowhere else.",
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
