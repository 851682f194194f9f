import type { WinReason } from "../evidence/parse-new-win.ts";
import type { Draft, Filing, Origin, Owner, Source, Win } from "../evidence/types.ts";

/** Words that a person handed to the bot, whichever way they did it. Every way makes one of these and nothing else. */
export interface Handed {
  readonly owner: Owner;
  /** Unescaped, mentions as `<@U…>`. */
  readonly text: string;
  readonly origin: Origin;
  readonly source: Source;
  /** Milliseconds since 1970: when the words were written. The day is the person's own. */
  readonly writtenAt: number;
  /** `YYYY-MM-DD` where the person chose a day. */
  readonly happenedOn?: string | null;
  readonly outcome?: string | null;
  readonly note?: string | null;
  readonly people?: readonly string[];
  readonly links?: readonly string[];
  readonly filings?: readonly Filing[];
  /** Unique for one press, one command, one event, one modal. */
  readonly gesture: string;
  /** The person was told that the same text is there already, and wants it again. */
  readonly again?: boolean;
  /** The envelope says that the person is of another workspace. */
  readonly foreign?: boolean;
}

/** What became of it. Whatever did not become a win still has its words. */
export type Captured =
  | { readonly kind: "saved"; readonly win: Win }
  /** The same gesture or the same message again: the win that it made the first time. */
  | { readonly kind: "repeat"; readonly win: Win; readonly differs: boolean }
  /** The same words as a moment ago. */
  | { readonly kind: "same-text"; readonly win: Win }
  | { readonly kind: "too-long"; readonly draft: Draft }
  | { readonly kind: "invalid"; readonly reasons: readonly WinReason[]; readonly text: string }
  | { readonly kind: "refused"; readonly standing: "guest" | "stranger"; readonly text: string }
  /** The database is held by somebody else, or the disk is full. `held` names the words in memory. */
  | { readonly kind: "unsaved"; readonly because: "busy" | "full"; readonly held: string; readonly text: string };

export const NO_SOURCE: Source = { permalink: null, messageKey: null, author: null };
