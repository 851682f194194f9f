import type { TopicAnswer } from "../../answers/answer.ts";
import type { Topic } from "../../catalogue/types.ts";
import type { Intent } from "../../command/intent.ts";
import { heading, type Line, paragraph } from "../rich-text/line.ts";
import type { Card, Surface } from "./card.ts";
import { button, rows } from "./controls.ts";
import { criteriaLines } from "./criteria.ts";
import { shareButton } from "./level.ts";
import { levelControls, otherTopics } from "./topics.ts";
import { levelName, ranges, remarkNotes, titled } from "./words.ts";

export function topicCard(answer: TopicAnswer, surface: Surface): Card {
  const { framework, topic } = answer;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const here: Intent = { kind: "topic", framework: framework.path, topic: topic.name, page };
  const level = (to: number): Intent => ({
    kind: "level",
    framework: framework.path,
    topic: topic.name,
    level: to,
    examples: false,
    page: 1,
  });
  return {
    title: titled(framework.sidebarTitle, topic.title),
    notes: remarkNotes(answer.remarks),
    parts: [
      ...topic.levels
        .filter((one) => one.criteria.length > 0)
        .flatMap((one) => [heading(levelName(framework, one.level)), ...criteriaLines(one.criteria, false)]),
      ...unwritten(topic),
    ],
    foot: rows(
      [
        ...levelControls(framework, level),
        shareButton(here, surface),
        otherTopics(framework, topic.name, "Other topics", (other) => ({
          kind: "topic",
          framework: framework.path,
          topic: other.name,
          page: 1,
        })),
      ],
      [button("Whole framework", { kind: "framework", framework: framework.path, page: 1 }, "framework")],
    ),
    paged: here,
    rest: "",
  };
}

/** The levels that have nothing, in one line at the end. */
function unwritten(topic: Topic): Line[] {
  const empty = topic.levels.filter((one) => one.criteria.length === 0).map((one) => one.level);
  if (empty.length === 0) return [];
  return [paragraph(`Nothing is written at ${empty.length === 1 ? "level" : "levels"} ${ranges(empty)} yet.`)];
}
