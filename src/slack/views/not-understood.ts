import type { Choice, GoneAnswer, MineAnswer, NotUnderstoodAnswer, RefusedAnswer } from "../../answers/answer.ts";
import { encodeIntent } from "../intent-code.ts";
import { paragraph, quiet, type Span } from "../rich-text/line.ts";
import { shorten } from "../rich-text/plain.ts";
import type { Card, Part } from "./card.ts";
import { choiceParts } from "./choices.ts";
import { button, rows } from "./controls.ts";
import { remarkNotes } from "./words.ts";

/** The three answers that could not do what was asked: each says what happened, then what to do. */

export function notUnderstoodCard(answer: NotUnderstoodAnswer): Card {
  const { typed, nearest } = answer;
  const frameworks = apartFrom(nearest, answer.frameworks);
  return {
    title: "Not found as typed",
    notes: [...remarkNotes(answer.remarks), ...(typed.trim() === "" ? [] : [`You typed “${shorten(typed, 200)}”.`])],
    parts: [
      paragraph(sentenceSpans(answer.sentence)),
      ...nearestParts(nearest),
      ...(frameworks.length === 0 ? [] : [quiet("Or begin with a framework:")]),
      ...choiceParts(frameworks, "Choose a framework", "framework"),
    ],
    foot: rows([button("Help", { kind: "help" }, "help")]),
    paged: null,
    rest: "The list of frameworks has them all.",
  };
}

export function goneCard(answer: GoneAnswer): Card {
  return {
    title: "No longer there",
    notes: remarkNotes(answer.remarks),
    parts: [paragraph(sentenceSpans(answer.sentence)), ...nearestParts(answer.nearest)],
    foot: rows([button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks")]),
    paged: null,
    rest: "The list of frameworks has them all.",
  };
}

export function refusedCard(answer: RefusedAnswer | MineAnswer): Card {
  return {
    title: answer.kind === "mine" ? "Yours alone" : "Not allowed here",
    notes: remarkNotes(answer.remarks),
    parts: [paragraph(sentenceSpans(answer.sentence))],
    foot: rows([button("Help", { kind: "help" }, "help")]),
    paged: null,
    rest: "",
  };
}

/** The frameworks that are not offered already, by their short names, and more only where two have the same: what they are is said when they are opened. */
function apartFrom(nearest: readonly Choice[], frameworks: readonly Choice[]): Choice[] {
  const offered = new Set(nearest.map(({ intent }) => encodeIntent(intent)));
  const named = Map.groupBy(frameworks, ({ label }) => label);
  return frameworks
    .filter(({ intent }) => !offered.has(encodeIntent(intent)))
    .map((one) => ((named.get(one.label)?.length ?? 0) > 1 ? one : { ...one, detail: null }));
}

function nearestParts(nearest: NotUnderstoodAnswer["nearest"]): Part[] {
  return nearest.length === 0 ? [] : [quiet("Nearest to it:"), ...choiceParts(nearest, "Choose one", "nearest")];
}

/** What stands between backticks is something to type. */
function sentenceSpans(sentence: string): Span[] {
  return sentence
    .split(/`([^`]+)`/)
    .map((text, index): Span => (index % 2 === 0 ? { text } : { text, style: { code: true } }))
    .filter(({ text }) => text !== "");
}
