import type { View } from "./view.ts";

/**
 * A 1:1 as one of the two sees it. The other may keep one of their own: nothing of either is ever read for the other. Days are local and
 * `YYYY-MM-DD`, times `HH:MM`, both in the zone of the person whose 1:1 it is.
 */

export type Often = "weekly" | "fortnightly" | "monthly" | "monthly-last";

export interface OneToOneTerms {
  /** User id of the other person. */
  readonly with: string;
  readonly often: Often;
  /** Its weekday, and for monthly its place in the month, are those of every other one. */
  readonly firstOn: string;
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
  readonly durationMinutes: number;
  /** How long before it begins the preparation arrives. */
  readonly leadMinutes: number;
  /** Asks afterwards what was agreed. */
  readonly followUp: boolean;
}

export interface OneToOne extends OneToOneTerms {
  readonly id: string;
  /** The first day on which it takes place again; null while it is on; `UNTIL_RESUMED` where only its owner ends the pause. */
  readonly pausedUntil: string | null;
  /** The moment from which on turns fell to that pause; it stays when the pause is over. null: there was none, or nobody kept it. */
  readonly pausedAt: string | null;
  readonly createdAt: string;
}

/**
 * The pause of a 1:1 that came back with an import: reminders are chosen, and a file is no choice. It sorts behind every day that a pause can
 * end on.
 */
export const UNTIL_RESUMED = "9000-01-01";

/** What a person did with one turn of a 1:1. `day` is the day that the rule gives, also where the turn was moved. */
export interface TurnNotes {
  readonly day: string;
  readonly skipped: boolean;
  readonly moved: { readonly day: string; readonly time: string } | null;
  /** Ids of wins that stay out of what is sent. */
  readonly leftOut: readonly string[];
  /** Words to the other person, on top of what is sent. */
  readonly remark: string | null;
  /** What was agreed, written afterwards. */
  readonly agreed: string | null;
}

/** Something to talk about: open until it is closed, carried from one turn to the next. */
export interface Point {
  readonly id: string;
  readonly text: string;
  /** Of the message that it was made from. */
  readonly permalink: string | null;
  readonly createdAt: string;
}

/** What was laid out for the other person: the preview and the message are this, unchanged. */
export interface Copy {
  readonly id: string;
  readonly oneToOne: string;
  readonly day: string;
  readonly to: string;
  readonly view: View;
  /** Where it stands, once Slack has said so. */
  readonly at: { readonly channel: string; readonly ts: string } | null;
  /** When sending it began, in milliseconds since 1970; null where it never did, or an earlier version of the program did it. */
  readonly sendingAt: number | null;
  /**
   * `sending`: nobody has said yet whether it arrived. `sent` and nowhere: the other person takes nothing, and nothing went out.
   * `imported`: it went out from another database, and cannot be reached from here.
   */
  readonly state: "preview" | "sending" | "sent" | "withdrawn" | "imported";
}

/** What may stand with the other person, and can be reached from here. */
export function canWithdraw({ state }: Pick<Copy, "state">): boolean {
  return state === "sent" || state === "sending";
}

/** A 1:1 with all that hangs on it, as it leaves the program and comes back. */
export interface KeptOneToOne extends OneToOne {
  readonly turns: readonly TurnNotes[];
  /** Open and closed, oldest first. */
  readonly points: readonly KeptPoint[];
  readonly copies: readonly SentCopy[];
}

interface KeptPoint extends Point {
  readonly closedAt: string | null;
}

/** A copy that its owner sent. Whether it arrived is not in it: that is the other person's to know. */
export interface SentCopy {
  readonly id: string;
  readonly day: string;
  readonly to: string;
  readonly sentAt: string;
  readonly withdrawn: boolean;
  /** As it went to Slack, escapes and all; empty once it was withdrawn. */
  readonly text: string;
}
