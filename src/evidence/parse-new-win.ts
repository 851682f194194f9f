import type { NewWin, Origin, Source } from "./types.ts";

/**
 * From what somebody typed to a win, or to every reason why it cannot be one yet. The text itself is never trimmed or mended: what is saved
 * is what was typed. Reasons are codes with numbers; the sentences for them are the views'.
 */

/** UTF-16 units, as Slack counts. */
export const MAX_TEXT = 12_000;
/** Outcome and note are one input of a modal each, and that is Slack's limit for one. */
const MAX_REMARK = 3_000;
const MAX_LINK = 2_000;
const MAX_LINKS = 20;
const MAX_PEOPLE = 20;
const MAX_PERSON = 100;
const FIRST_DAY = "2000-01-01";

export interface WinInput {
  readonly text: string;
  /** `YYYY-MM-DD`; today when it is left out. */
  readonly happenedOn?: string | null;
  readonly origin: Origin;
  readonly source?: Source;
  readonly outcome?: string | null;
  readonly note?: string | null;
  readonly people?: readonly string[];
  readonly links?: readonly string[];
}

export type WinReason =
  | { readonly code: "empty" | "only-a-mention" }
  | {
      readonly code: "text-too-long" | "outcome-too-long" | "note-too-long";
      readonly length: number;
      readonly max: number;
    }
  | { readonly code: "no-such-day" | "day-in-the-future" | "day-too-early"; readonly day: string }
  | { readonly code: "not-a-link"; readonly link: string }
  | { readonly code: "too-many-links" | "too-many-people"; readonly count: number; readonly max: number };

export type ParsedWin =
  | { readonly win: NewWin; readonly reasons?: never }
  | { readonly win?: never; readonly reasons: readonly WinReason[] };

/** `today` is the owner's own calendar day. */
export function parseNewWin(input: WinInput, today: string): ParsedWin {
  const { origin, source } = input;
  // A lone half of a surrogate pair cannot be stored as UTF-8.
  const text = input.text.toWellFormed();
  const outcome = toRemark(input.outcome);
  const note = toRemark(input.note);
  const happenedOn = input.happenedOn?.trim() || today;
  const links = toList(input.links);
  const people = toList(input.people);

  const reasons = [
    ...textReasons(text),
    ...remarkReasons("outcome-too-long", outcome),
    ...remarkReasons("note-too-long", note),
    ...dayReasons(happenedOn, today),
    ...listReasons(links, people),
  ];

  return reasons.length > 0
    ? { reasons }
    : { win: { text, happenedOn, origin, ...(source === undefined ? {} : { source }), outcome, note, people, links } };
}

/** For a win that exists: whether these words may take the place of its own. */
function textReasons(text: string): WinReason[] {
  if (text.length > MAX_TEXT) {
    return [{ code: "text-too-long", length: text.length, max: MAX_TEXT }];
  }
  if (!isVisible(text)) {
    return [{ code: "empty" }];
  }
  return isVisible(text.replace(/<[@#!][^<>\s]*>/g, "")) ? [] : [{ code: "only-a-mention" }];
}

/** There is something in these words, and not too much: whether it is a win only their author knows. */
export function couldBeWin(text: string): boolean {
  return textReasons(text).length === 0;
}

export function dayReasons(day: string, today: string): WinReason[] {
  if (!isDay(day)) {
    return [{ code: "no-such-day", day: day.slice(0, 40) }];
  }
  if (day > today) {
    return [{ code: "day-in-the-future", day }];
  }
  return day < FIRST_DAY ? [{ code: "day-too-early", day }] : [];
}

export function isDay(day: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Spaces of all kinds, control and invisible characters show nothing. */
export function isVisible(text: string): boolean {
  return /[^\p{Z}\p{Cc}\p{Cf}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u.test(text);
}

function toRemark(remark: string | null | undefined): string | null {
  const text = remark?.toWellFormed() ?? "";
  return isVisible(text) ? text : null;
}

function toList(items: readonly string[] = []): string[] {
  return [...new Set(items.map((item) => item.toWellFormed().trim()).filter(isVisible))];
}

function remarkReasons(code: "outcome-too-long" | "note-too-long", remark: string | null): WinReason[] {
  const length = remark?.length ?? 0;
  return length > MAX_REMARK ? [{ code, length, max: MAX_REMARK }] : [];
}

function listReasons(links: readonly string[], people: readonly string[]): WinReason[] {
  return [
    ...links.filter((link) => !isLink(link)).map((link) => ({ code: "not-a-link", link: link.slice(0, 100) }) as const),
    ...(links.length > MAX_LINKS ? [{ code: "too-many-links", count: links.length, max: MAX_LINKS } as const] : []),
    ...(people.length > MAX_PEOPLE || people.some((person) => person.length > MAX_PERSON)
      ? [{ code: "too-many-people", count: people.length, max: MAX_PEOPLE } as const]
      : []),
  ];
}

function isLink(link: string): boolean {
  return link.length <= MAX_LINK && /^https?:\/\/[^\s<>]+$/i.test(link) && URL.canParse(link);
}
