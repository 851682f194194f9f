import type { AboutAnswer, ReloadAnswer } from "../../answers/answer.ts";
import { bullet, heading, paragraph } from "../rich-text/line.ts";
import type { Card } from "./card.ts";
import { button, rows } from "./controls.ts";
import { summarySpans } from "./frameworks.ts";
import { problemLines } from "./problem-lines.ts";
import { count, remarkNotes } from "./words.ts";

const MOST_FRAMEWORKS = 10;

export function aboutCard(answer: AboutAnswer): Card {
  const { frameworks, version, catalogueVersion, loadedAt, privacy } = answer;
  const more = frameworks.length - MOST_FRAMEWORKS;
  return {
    title: "About Progression",
    notes: [
      ...remarkNotes(answer.remarks),
      `Version ${version}. Frameworks ${catalogueVersion.slice(0, 12)}, loaded ${moment(loadedAt)}.`,
    ],
    parts: [
      ...(privacy.length === 0 ? [] : [heading("Who can see what")]),
      ...privacy.map((sentence) => bullet(sentence)),
      heading("Loaded frameworks"),
      ...(frameworks.length === 0 ? [paragraph("None yet.")] : []),
      ...frameworks.slice(0, MOST_FRAMEWORKS).map((one) => bullet(summarySpans(one))),
      ...(more > 0 ? [paragraph(`And ${count(more, "more framework", "more frameworks")} in the list.`)] : []),
    ],
    foot: rows([
      button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
      button("Help", { kind: "help" }, "help"),
    ]),
    paged: null,
    rest: "The list of frameworks has them all.",
  };
}

export function reloadCard(answer: ReloadAnswer): Card {
  const { changed, frameworks, problems } = answer;
  const found = problems.length === 0 ? "" : ` ${count(problems.length, "finding", "findings")} in the files:`;
  const outcome = changed
    ? "The frameworks were read again and have changed."
    : "The frameworks were read again; nothing has changed.";
  return {
    title: "Reload",
    notes: remarkNotes(answer.remarks),
    parts: [
      paragraph(`${outcome} ${count(frameworks, "framework is", "frameworks are")} in service.${found}`),
      ...problems.flatMap(problemLines),
    ],
    foot: rows([button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks")]),
    paged: null,
    rest: "The lint command lists them all.",
  };
}

/** `2026-11-21T10:00:00Z` as "21 November 2026, 10:00 UTC". */
function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const shape = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return `${date.toLocaleDateString("en-GB", shape)}, ${date.toISOString().slice(11, 16)} UTC`;
}
