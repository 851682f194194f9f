import type { AllTopicsAnswer } from "../../answers/answer.ts";
import type { Intent } from "../../command/intent.ts";
import { heading, paragraph, quiet } from "../rich-text/line.ts";
import type { Card, Surface } from "./card.ts";
import { button, rows } from "./controls.ts";
import { ABOUT_EXAMPLES, criteriaLines, examplesIn } from "./criteria.ts";
import { allTopics, compareButton, examplesButton, neighbours, shareButton } from "./level.ts";
import { otherTopics } from "./topics.ts";
import { levelName, levelWord, remarkNotes, titled } from "./words.ts";

export function allTopicsCard(answer: AllTopicsAnswer, surface: Surface): Card {
  const { framework, level, topics } = answer;
  const unfolded = "examples" in answer.intent && answer.intent.examples;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const here: Intent = { kind: "all-topics", framework: framework.path, level, examples: unfolded, page };
  const examples = topics.reduce((sum, one) => sum + examplesIn(one.level.criteria), 0);
  return {
    title: titled(framework.sidebarTitle, levelName(framework, level), "all topics"),
    notes: remarkNotes(answer.remarks),
    parts: [
      ...(unfolded && examples > 0 ? [quiet(ABOUT_EXAMPLES)] : []),
      ...topics.flatMap((one) => [
        heading(one.topic.title),
        ...(one.level.criteria.length === 0 ? [paragraph("Nothing is written here yet.")] : []),
        ...criteriaLines(one.level.criteria, unfolded),
      ]),
      ...(topics.length === 0 ? [paragraph(`No topic has anything at ${levelWord(framework, level)} yet.`)] : []),
    ],
    foot: rows(
      [
        ...neighbours(framework, level, (to) => allTopics(framework, to, unfolded)),
        compareButton(framework, null, level),
        examplesButton(examples, unfolded, (open) => allTopics(framework, level, open)),
        shareButton(here, surface),
        otherTopics(framework, null, `One topic at ${levelWord(framework, level)}`, (topic) => ({
          kind: "level",
          framework: framework.path,
          topic: topic.name,
          level,
          examples: unfolded,
          page: 1,
        })),
      ],
      [button("Whole framework", { kind: "framework", framework: framework.path, page: 1 }, "framework")],
    ),
    paged: here,
    rest: "",
  };
}
