import type { WelcomeAnswer } from "../../answers/answer.ts";
import { bullet, heading, paragraph } from "../rich-text/line.ts";
import type { Card } from "./card.ts";
import { button, menu, rows, windowed } from "./controls.ts";
import { frameworkChoice, summarySpans } from "./frameworks.ts";
import { count, remarkNotes } from "./words.ts";

const MOST_EXAMPLES = 3;
const MOST_FRAMEWORKS = 10;

export function welcomeCard(answer: WelcomeAnswer): Card {
  const { frameworks, examples } = answer;
  const shown = frameworks.slice(0, MOST_FRAMEWORKS);
  const more = frameworks.length - shown.length;
  return {
    title: "What does good look like here?",
    notes: remarkNotes(answer.remarks),
    parts: [
      paragraph(
        "Progression keeps your company’s frameworks at hand: read a level, compare two, or search for a word. They are a compass, not a checklist.",
      ),
      ...(examples.length === 0 ? [] : [heading("Worth typing")]),
      ...examples.slice(0, MOST_EXAMPLES).map((line) => bullet([{ text: line, style: { code: true } }])),
      ...(shown.length === 0
        ? [
            paragraph(
              "No framework is loaded yet. Whoever runs Progression puts Markdown files into its folder of frameworks.",
            ),
          ]
        : [heading("Frameworks")]),
      ...shown.map((one) => bullet(summarySpans(one))),
      ...(more > 0 ? [paragraph(`And ${count(more, "more framework", "more frameworks")} in the list.`)] : []),
    ],
    foot: rows([
      button("All frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
      button("Help", { kind: "help" }, "help"),
      windowed(menu("Open a framework", frameworks.map(frameworkChoice), "framework")),
    ]),
    paged: null,
    rest: "The list of frameworks has them all.",
  };
}
