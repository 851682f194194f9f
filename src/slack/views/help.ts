import type { HelpAnswer } from "../../answers/answer.ts";
import { bullet, type Span } from "../rich-text/line.ts";
import type { Card } from "./card.ts";
import { button, rows } from "./controls.ts";
import { remarkNotes } from "./words.ts";

export function helpCard(answer: HelpAnswer): Card {
  return {
    title: "What you can type",
    notes: [...remarkNotes(answer.remarks), "Words in any order, short forms and small slips are fine."],
    parts: answer.commands.flatMap(({ example, usage, does, adminOnly }) => {
      const spans: Span[] = [
        { text: example, style: { code: true } },
        { text: `: ${does}${adminOnly ? " (admins)" : ""}` },
      ];
      if (usage === "" || usage === example) return [bullet(spans)];
      return [bullet(spans, { keep: true }), bullet([{ text: usage, style: { code: true } }], { depth: 1 })];
    }),
    foot: rows([
      button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
      button("About", { kind: "about" }, "about"),
    ]),
    paged: null,
    rest: "",
  };
}
