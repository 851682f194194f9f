import type { FrameworkAnswer } from "../../answers/answer.ts";
import type { Intent } from "../../command/intent.ts";
import { bold, bullet, heading, type Line, paragraph, plainOf } from "../rich-text/line.ts";
import { bodyLines } from "./body.ts";
import type { Card, Part, Surface } from "./card.ts";
import { rows } from "./controls.ts";
import { allTopics, shareButton } from "./level.ts";
import { levelControls, otherTopics } from "./topics.ts";
import { count, levelRanges, remarkNotes } from "./words.ts";

/** Of an introduction, the first page shows about this much. */
const FOLDED = 700;

export function frameworkCard(answer: FrameworkAnswer, surface: Surface): Card {
  const { framework } = answer;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const here: Intent = { kind: "framework", framework: framework.path, page };
  const [opening, rest] = fold(bodyLines(framework));
  const size = `${count(framework.topics.length, "topic", "topics")}, ${count(framework.levels, "level", "levels")}`;
  return {
    title: framework.title,
    notes: [...remarkNotes(answer.remarks), `${size}.`],
    parts: [...opening, ...topicLines(answer), ...introduction(rest)],
    foot: rows([
      ...levelControls(framework, (level) => allTopics(framework, level)),
      otherTopics(framework, null, "Open a topic", (topic) => ({
        kind: "topic",
        framework: framework.path,
        topic: topic.name,
        page: 1,
      })),
      shareButton(here, surface),
    ]),
    paged: here,
    rest: "",
  };
}

function topicLines({ framework }: FrameworkAnswer): Line[] {
  if (framework.topics.length === 0) return [paragraph("No topic is written here yet.")];
  return [
    heading("Topics"),
    ...framework.topics.map((topic) => {
      const ranges = levelRanges(topic);
      const levels =
        ranges === "" ? ": nothing written yet" : `: ${/[–,]/.test(ranges) ? "levels" : "level"} ${ranges}`;
      return bullet([bold({ text: topic.title }), { text: levels }]);
    }),
  ];
}

function introduction(rest: readonly Line[]): Part[] {
  return rest.length === 0 ? [] : [{ kind: "break", label: "Read more" }, heading("Introduction, continued"), ...rest];
}

/** The first sections that fit the bound; where the first is longer already, its first whole lines. Never a heading alone. */
function fold(lines: readonly Line[]): [Line[], Line[]] {
  let size = 0;
  let end = 0;
  for (const line of lines) {
    size += plainOf(line).length;
    if (end > 0 && size > FOLDED) break;
    end += 1;
  }
  const section = end === lines.length ? -1 : lines.findLastIndex(({ keep }, index) => index <= end && keep === true);
  if (section > 0) end = section;
  return [lines.slice(0, end), lines.slice(end)];
}
