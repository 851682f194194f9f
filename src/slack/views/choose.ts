import type { ChooseAnswer } from "../../answers/answer.ts";
import { paragraph } from "../rich-text/line.ts";
import { shorten } from "../rich-text/plain.ts";
import type { Card } from "./card.ts";
import { choiceParts } from "./choices.ts";
import { button, rows } from "./controls.ts";
import { remarkNotes } from "./words.ts";

const QUESTIONS: Readonly<Record<ChooseAnswer["between"], string>> = {
  frameworks: "Which framework?",
  topics: "Which topic?",
  readings: "Which did you mean?",
};

const LABELS: Readonly<Record<ChooseAnswer["between"], string>> = {
  frameworks: "Choose a framework",
  topics: "Choose a topic",
  readings: "Choose a reading",
};

export function chooseCard(answer: ChooseAnswer): Card {
  const { between, choices, typed } = answer;
  return {
    title: QUESTIONS[between],
    notes: remarkNotes(answer.remarks),
    parts: [
      paragraph(`“${shorten(typed, 200)}” can be read in ${choices.length} ways.`),
      ...choiceParts(choices, LABELS[between], "choice"),
    ],
    foot: rows([
      button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
      button("Help", { kind: "help" }, "help"),
    ]),
    paged: null,
    rest: "More words narrow it down.",
  };
}
