import type { ProseAnswer } from "../../answers/answer.ts";
import { paragraph } from "../rich-text/line.ts";
import { bodyLines } from "./body.ts";
import type { Card, Surface } from "./card.ts";
import { button, rows } from "./controls.ts";
import { shareButton } from "./level.ts";
import { remarkNotes } from "./words.ts";

export function proseCard(answer: ProseAnswer, surface: Surface): Card {
  const { framework } = answer;
  const page = "page" in answer.intent ? answer.intent.page : 1;
  const lines = bodyLines(framework);
  return {
    title: framework.title,
    notes: remarkNotes(answer.remarks),
    parts: lines.length === 0 ? [paragraph("This page has no text yet.")] : lines,
    foot: rows([
      button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
      shareButton({ kind: "framework", framework: framework.path, page }, surface),
    ]),
    paged: { kind: "framework", framework: framework.path, page },
    rest: "",
  };
}
