import type { CompareAnswer, ComparedCriterion, TopicComparison } from "../../answers/answer.ts";
import type { Criterion } from "../../catalogue/types.ts";
import type { Intent } from "../../command/intent.ts";
import { bullet, heading, italic, type Line, paragraph, quiet, type Span } from "../rich-text/line.ts";
import type { Card, Surface } from "./card.ts";
import { button, rows } from "./controls.ts";
import { allTopics, shareButton } from "./level.ts";
import { otherTopics } from "./topics.ts";
import { levelName, levelWord, remarkNotes, titled } from "./words.ts";

const SECTION_RANK = 2;
const CRITERION_RANK = 9;

/** Always what the higher level asks, whichever way round the two were named. */
export function compareCard(answer: CompareAnswer, surface: Surface): Card {
  const { framework, topics } = answer;
  const [from, to] = [Math.min(answer.from, answer.to), Math.max(answer.from, answer.to)];
  const topic = answer.intent.kind === "compare" ? answer.intent.topic : (topics[0]?.topic.name ?? null);
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const between = (a: number, b: number, name = topic, at = 1): Intent => ({
    kind: "compare",
    framework: framework.path,
    topic: name,
    from: a,
    to: b,
    page: at,
  });
  const only = topic === null ? null : (topics[0]?.topic ?? null);
  const about = only?.title ?? "all topics";
  const names: Names = { from: levelWord(framework, from), to: levelWord(framework, to) };
  return {
    title: titled(framework.sidebarTitle, about, `${levelName(framework, from)} and ${levelWord(framework, to)}`),
    notes: [
      ...remarkNotes(answer.remarks),
      "A reading aid, made from the wording: what counts is what the framework says at each level.",
    ],
    parts: topics.flatMap((one) => [
      ...(only === null ? [heading(one.topic.title)] : []),
      ...comparisonLines(one, names, only === null),
    ]),
    foot: rows(
      [
        ...[from, to].map((level, index) => {
          const open: Intent =
            only === null
              ? allTopics(framework, level)
              : { kind: "level", framework: framework.path, topic: only.name, level, examples: false, page: 1 };
          return button(levelName(framework, level), open, index === 0 ? "from" : "to");
        }),
        ...[-1, 1].map((step) => {
          const [a, b] = [from + step, to + step];
          if (from === to || a < 1 || b > framework.levels) return null;
          const label = `Compare ${framework.levelPrefix}${a} and ${framework.levelPrefix}${b}`;
          return button(label, between(a, b), step < 0 ? "previous" : "next");
        }),
        shareButton(between(from, to, topic, page), surface),
        otherTopics(framework, topic, "Compare in another topic", (other) => between(from, to, other.name)),
      ],
      [topic === null ? null : button("All topics", between(from, to, null), "topics")],
    ),
    paged: between(from, to, topic, page),
    rest: "",
  };
}

interface Names {
  readonly from: string;
  readonly to: string;
}

/** `below`: the topic's name stands above, so the sections are marked more quietly. */
function comparisonLines({ appears, grows, same, stays }: TopicComparison, names: Names, below: boolean): Line[] {
  const section = (title: string, lines: readonly Line[]): Line[] => {
    if (lines.length === 0) return [];
    return [below ? quiet(title, SECTION_RANK) : heading(title, SECTION_RANK), ...lines];
  };
  const listed = (criteria: readonly Criterion[]) => criteria.map((one) => bullet(spans(one)));
  const lines = [
    ...section(`Asked at ${names.to}, not at ${names.from}`, listed(appears)),
    ...section(
      `Grows out of ${names.from}`,
      grows.flatMap((one) => grownLines(one, names)),
    ),
    ...section("In the same words at both", listed(same)),
    ...section(`Still expected from ${names.from}`, listed(stays)),
  ];
  return lines.length === 0 ? [paragraph("Nothing is written at either level yet.")] : lines;
}

function grownLines({ criterion, growsFrom }: ComparedCriterion, names: Names): Line[] {
  if (growsFrom === null) return [bullet(spans(criterion))];
  return [
    bullet(spans(criterion), { rank: CRITERION_RANK, keep: true }),
    bullet([italic(`at ${names.from}: `), ...spans(growsFrom, true)], { depth: 1 }),
  ];
}

function spans(criterion: Criterion, slanted = false): Span[] {
  const text = criterion.todo ? `Not written yet: ${criterion.text}` : criterion.text;
  const first = slanted || criterion.todo ? italic(text) : { text };
  return criterion.source === "generic" ? [first, italic(" (from the generic framework)")] : [first];
}
