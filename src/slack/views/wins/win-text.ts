import type { ActionsBlock, Button, ContextBlock, RichTextBlock } from "@slack/types";
import { context } from "../../rich-text/blocks.ts";
import { clean, escapeText, shorten, splitText, weight } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import type { View } from "../render.ts";

/** How people's own words are shown: as text and nothing else, whatever they look like. */

/** The name that a user id is shown by. */
export type NameOf = (user: string) => string | undefined;

/** What a message shows of a win's words. All of them stand in the edit form. */
const MOST_SHOWN = 1500;
/** Slack's limit for a section, kept for rich text. */
const MOST_PER_BLOCK = 2900;
const MOST_TEXT = 4000;

/** Mentions as names, channels as a word; everything else as typed. */
export function shownWords(text: string, nameOf: NameOf): string {
  return text
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^<>\n]*)?>/g, (_, id: string) => `@${nameOf(id) ?? "somebody"}`)
    .replace(/<#C[A-Z0-9]+>/g, "#channel");
}

/** The beginning of long words, and how much more there is. */
export function beginning(words: string, most = MOST_SHOWN): { readonly shown: string; readonly left: number } {
  if (weight(words) <= most) return { shown: clean(words), left: 0 };
  const [first = ""] = splitText(words, most - 1);
  return { shown: `${first.trimEnd()}…`, left: words.length - first.length };
}

export function quoted(words: string): RichTextBlock {
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_quote", elements: [{ type: "text", text: spoken(words) }] }],
  };
}

/** A sentence of ours, with what matters in it in bold. */
export function says(sentence: string, strong = ""): RichTextBlock {
  const bold = strong === "" ? [] : [{ type: "text" as const, text: spoken(strong), style: { bold: true } }];
  const rest = sentence === "" ? [] : [{ type: "text" as const, text: spoken(sentence) }];
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [...bold, ...rest] }] };
}

export function note(text: string): ContextBlock {
  return context(shorten(text, 1900));
}

function spoken(text: string): string {
  return clean(text) || " ";
}

export interface Press {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly style?: "primary" | "danger";
  readonly aloud?: string;
}

export function press({ label, action, value, style, aloud }: Press): Button {
  return {
    type: "button",
    text: plain(shorten(label, 75)),
    action_id: action,
    value,
    ...(style === undefined ? {} : { style }),
    ...(aloud === undefined ? {} : { accessibility_label: labelAloud(aloud) }),
  };
}

/** What a screen reader is given for a button: Slack's limit is a label's. */
export function labelAloud(text: string): string {
  return shorten(text, 75);
}

export function buttonRow(...buttons: readonly (Press | null)[]): ActionsBlock {
  return { type: "actions", elements: buttons.filter((one) => one !== null).map(press) };
}

/** All the words, for copying: at most `most` characters, the rest for the next message. */
export function wordsInFull(words: string, most = 9000): { readonly blocks: RichTextBlock[]; readonly rest: string } {
  const [now = "", ...later] = splitText(words, most);
  const blocks = splitText(now, MOST_PER_BLOCK).map(
    (text): RichTextBlock => ({
      type: "rich_text",
      elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text: spoken(text) }] }],
    }),
  );
  return { blocks, rest: later.join("") };
}

/** What a screen reader is given: every line, cut at Slack's own limit. */
export function aloudText(lines: readonly string[]): string {
  const whole = escapeText(lines.filter((line) => line !== "").join("\n"));
  if (whole.length <= MOST_TEXT) return whole;
  const most = Math.floor(MOST_TEXT / lines.length);
  const fitting = escapeText(lines.map((line) => beginning(line, Math.max(60, most)).shown).join("\n"));
  return fitting.length <= MOST_TEXT ? fitting : `${fitting.slice(0, MOST_TEXT - 1).replace(/&[a-z]*$/, "")}…`;
}

export function sentenceView(sentence: string, ...buttons: readonly Press[]): View {
  return {
    text: aloudText([sentence, buttonsAloud(buttons)]),
    blocks: [says(sentence), ...(buttons.length === 0 ? [] : [buttonRow(...buttons)])],
  };
}

export function buttonsAloud(buttons: readonly (Press | null)[]): string {
  const labels = buttons.filter((one) => one !== null).map(({ label }) => label);
  return labels.length === 0 ? "" : `${labels.length === 1 ? "Button" : "Buttons"}: ${labels.join(", ")}.`;
}
