import type { Remark } from "../../src/command/intent.ts";
import {
  allTopicsAnswer,
  frameworkAnswer,
  levelAnswer,
  proseAnswer,
  type Samples,
  topicAnswer,
} from "./answer-builders.ts";
import { backend, emptyProse, howWeUse, longest, nasty, prefixed } from "./sample-frameworks.ts";

/** What a framework holds, a card for each size of question. */

const corrected: Remark = { kind: "corrected", typed: "bakend mastry", read: "backend · mastery" };

export const sampleCards: Pick<Samples, "framework" | "prose" | "topic" | "level" | "all-topics"> = {
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
};
