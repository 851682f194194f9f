import type { TopicAnswer } from "../../answers/answer.ts";
import type { Framework } from "../../catalogue/types.ts";
import type { Intent } from "../../command/intent.ts";
import { heading, paragraph } from "../rich-text/line.ts";
import type { Card, Control, Surface } from "./card.ts";
import { button, menu, rows, windowed } from "./controls.ts";
import { criteriaLines } from "./criteria.ts";
import { shareButton } from "./level.ts";
import { levelName, remarkNotes } from "./words.ts";

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
    title: `${framework.sidebarTitle} · ${topic.title}`,
    notes: remarkNotes(answer.remarks),
    parts: topic.levels.flatMap((one) => [
      heading(levelName(framework, one.level)),
      ...(one.criteria.length === 0 ? [paragraph("Nothing is written here yet.")] : []),
      ...criteriaLines(one.criteria, false),
    ]),
    foot: rows([
      ...levelControls(framework, level),
      framework.topics.length < 2
        ? null
        : windowed(
            menu(
              "Other topics",
              framework.topics.map((other) => ({
                label: other.title,
                detail: null,
                intent: { kind: "topic", framework: framework.path, topic: other.name, page: 1 },
              })),
              "topic",
            ),
            framework.topics.findIndex((other) => other.name === topic.name),
          ),
      button("Whole framework", { kind: "framework", framework: framework.path, page: 1 }, "framework"),
      shareButton(here, surface),
    ]),
    paged: here,
    rest: "",
  };
}

const MOST_LEVEL_BUTTONS = 8;

/** A button for each level; a menu where they are many. */
export function levelControls(framework: Framework, to: (level: number) => Intent): Control[] {
  const levels = Array.from({ length: Math.min(framework.levels, 1000) }, (_, index) => index + 1);
  if (levels.length <= MOST_LEVEL_BUTTONS) {
    return levels.map((level) => button(levelName(framework, level), to(level), `level-${level}`));
  }
  const choices = levels.map((level) => ({ label: levelName(framework, level), detail: null, intent: to(level) }));
  return [windowed(menu("Levels", choices, "level"))];
}
