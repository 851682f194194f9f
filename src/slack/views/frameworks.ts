import type { Choice, FrameworkSummary, FrameworksAnswer } from "../../answers/answer.ts";
import { bold, bullet, heading, paragraph, type Span } from "../rich-text/line.ts";
import { shorten } from "../rich-text/plain.ts";
import type { Card, Part } from "./card.ts";
import { button, menu, rows } from "./controls.ts";
import { count, remarkNotes } from "./words.ts";

/** One menu serves up to here; longer lists have a menu below every fifty. */
const ONE_MENU = 100;
const MENU_EVERY = 50;
const MOST_TITLES = 12;

export function frameworksCard(answer: FrameworksAnswer): Card {
  const { frameworks } = answer;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const single = frameworks.length <= ONE_MENU;
  return {
    title: "Frameworks",
    notes: remarkNotes(answer.remarks),
    parts:
      frameworks.length === 0
        ? [
            paragraph(
              "No framework is loaded yet. Whoever runs Progression puts Markdown files into its folder of frameworks.",
            ),
          ]
        : listParts(frameworks, !single),
    foot: rows([
      button("Help", { kind: "help" }, "help"),
      single ? menu("Open a framework", frameworks.map(frameworkChoice), "framework") : null,
    ]),
    paged: { kind: "frameworks", page },
    rest: "",
  };
}

export function frameworkChoice(summary: FrameworkSummary): Choice {
  return {
    label: summary.title,
    detail: null,
    intent: { kind: "framework", framework: summary.path, page: 1 },
  };
}

function listParts(frameworks: readonly FrameworkSummary[], menus: boolean): Part[] {
  const groups = Map.groupBy(frameworks, (one) => one.group);
  return [...groups].flatMap(([group, members]) => {
    const chunks: FrameworkSummary[][] = [];
    for (let at = 0; at < members.length; at += MENU_EVERY) chunks.push(members.slice(at, at + MENU_EVERY));
    const title = group ?? (groups.size > 1 ? "Others" : null);
    return [
      ...(title === null ? [] : [heading(title)]),
      ...chunks.flatMap((chunk): Part[] => [
        ...chunk.map((one) => bullet(summarySpans(one))),
        ...(menus
          ? rows([
              menu(
                "Open one of these",
                chunk.map(frameworkChoice),
                `framework-${frameworks.indexOf(chunk[0] as FrameworkSummary) + 1}`,
              ),
            ])
          : []),
      ]),
    ];
  });
}

export function summarySpans(one: FrameworkSummary): Span[] {
  const title = bold({ text: one.title });
  if (one.kind === "prose") return [title, { text: ": a page to read" }];
  const titles = one.topicTitles.slice(0, MOST_TITLES).map((topic) => shorten(topic, 60));
  const more = one.topicTitles.length - titles.length;
  const topics = `${titles.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [title, { text: `: ${count(one.levels, "level", "levels")}${topics === "" ? "" : `; ${topics}`}` }];
}
