/**
 * When something recurs, in a person's own terms: a weekday and a local time in a zone. A rule never holds an instant; which instant it means
 * is asked anew each time, because zones change their minds.
 */

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Cadence =
  | { readonly kind: "weekly"; readonly weekday: Weekday }
  /** Every second week from `anchor`, a local day `YYYY-MM-DD`, on its weekday. Nothing before it. */
  | { readonly kind: "fortnightly"; readonly anchor: string }
  | { readonly kind: "monthly"; readonly weekday: Weekday; readonly nth: 1 | 2 | 3 | 4 | "last" };

export interface Rule {
  /** IANA name. */
  readonly zone: string;
  /** Local, `HH:MM`, 00:00 to 23:59. */
  readonly time: string;
  readonly cadence: Cadence;
}

/** One turn of a rule. */
export interface Slot {
  /** Local day, `YYYY-MM-DD`. */
  readonly day: string;
  /** ISO week of that day, `2027-W12`: what makes two slots the same turn (see the decision on local time). */
  readonly week: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with a rule that came from outside; empty when nothing is. */
export function ruleProblems({ zone, time, cadence }: Rule): readonly ("zone" | "time" | "anchor")[] {
  return [
    ...(isZone(zone) ? [] : ["zone" as const]),
    ...(TIME.test(time) ? [] : ["time" as const]),
    ...(cadence.kind === "fortnightly" && !isDay(cadence.anchor) ? ["anchor" as const] : []),
  ];
}

/** Whether it is the IANA name of a zone, written as it is written there. Slack may send null, or a name that this machine does not know. */
export function isZone(zone: string): boolean {
  return zoneNamed(zone) === zone;
}

/**
 * The IANA name that somebody means who does not mind capitals; undefined: there is none. An offset is no zone: it knows no summer. Temporal
 * also reads times and days with a zone in them, and those are no names.
 */
export function zoneNamed(text: string): string | undefined {
  if (!/^[a-z]/i.test(text)) {
    return undefined;
  }
  try {
    const name = Temporal.PlainDate.from("2027-01-01").toZonedDateTime(text).timeZoneId;
    return name.toLowerCase() === text.toLowerCase() ? name : undefined;
  } catch {
    return undefined;
  }
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day;
  } catch {
    return false;
  }
}
