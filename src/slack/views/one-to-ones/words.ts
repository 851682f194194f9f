import { shorten } from "../../rich-text/plain.ts";
import type { Button, Card, Part, Row } from "../card.ts";
import { rows } from "../controls.ts";
import { render, type View } from "../render.ts";
import { beginning, type NameOf, shownWords } from "../wins/win-text.ts";

/** Small makings that the messages about 1:1s and nudges share. */

export interface Pressed {
  readonly style?: Button["style"];
  readonly aloud?: string;
}

export function press(label: string, action: string, value: string, { style = null, aloud }: Pressed = {}): Button {
  return { kind: "button", label, action, value, aloud: aloud ?? null, style };
}

export interface Told {
  readonly title: string;
  readonly notes?: readonly string[];
  readonly parts?: readonly Part[];
  readonly foot?: readonly (Button | null)[];
  readonly rest?: string;
}

export function told({ title, notes = [], parts = [], foot = [], rest = "" }: Told): View {
  const card: Card = { title, notes, parts, foot: rows(foot), paged: null, rest };
  return render(card);
}

export function rowOf(...buttons: readonly (Button | null)[]): Row[] {
  return rows(buttons);
}

/** Somebody's name as plain words, short enough for a sentence and a label. */
export function nameIn(nameOf: NameOf, user: string): string {
  return shorten(nameOf(user) ?? "the other person", 40) || "the other person";
}

/** Words of a person on one line, as many as there is room for. */
export function oneLine(text: string, nameOf: NameOf, most: number): string {
  return beginning(shownWords(text, nameOf).replace(/\s+/g, " ").trim(), most).shown;
}

/** How many characters each of `count` lines gets, so that all of them fit into one message. */
export function roomFor(count: number, total: number, most = 600): number {
  return Math.max(90, Math.min(most, Math.floor(total / Math.max(1, count))));
}
