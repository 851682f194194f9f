import type { Intent } from "../../command/intent.ts";
import type { Line } from "../rich-text/line.ts";

/**
 * A card before it is cut into pages: a head and a foot that every page has, and parts between them. Views make cards, `render.ts` makes
 * pages of them.
 */
export interface Card {
  readonly title: string;
  /** Small lines under the title, on every page. Short: they are not divided. */
  readonly notes: readonly string[];
  readonly parts: readonly Part[];
  /** Ways onward, on every page. */
  readonly foot: readonly Row[];
  /** What "More" and "Back" ask for, with another page; null when the card cannot be asked for by page. */
  readonly paged: Intent | null;
  /** Says which page it is and offers no other. */
  readonly still?: true;
  /** Where the rest is to be found, for a card that cannot be paged and is too long. */
  readonly rest: string;
}

export type Part = Line | Row | Break;

/** A new page begins here. */
export interface Break {
  readonly kind: "break";
  /** What the button says that leads there, in place of "More". */
  readonly label: string;
}

export interface Row {
  readonly kind: "row";
  readonly controls: readonly Control[];
  /** Comes back with every press in this row; see `listBlock`. */
  readonly block?: string;
}

export type Control = Button | Menu;

export interface Button {
  readonly kind: "button";
  readonly label: string;
  readonly action: string;
  readonly value: string;
  /** Read aloud in place of the label, where the label alone is said twice. */
  readonly aloud: string | null;
  readonly style: "primary" | "danger" | null;
}

export interface Menu {
  readonly kind: "menu";
  readonly label: string;
  readonly action: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly label: string;
  readonly detail: string | null;
  readonly value: string;
}

export type Surface = { readonly kind: "message"; readonly canShare: boolean } | { readonly kind: "home" };
