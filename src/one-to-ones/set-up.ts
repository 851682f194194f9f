import { isVisible } from "../evidence/parse-new-win.ts";
import { isZone, ruleProblems } from "../nudges/time/rule.ts";
import type { Often, OneToOneTerms } from "./types.ts";
import { dayThere, ruleOf } from "./when.ts";

/** From what came out of a form to the terms of a 1:1, or to every reason why not. */

export interface TermsInput {
  readonly with: string | null;
  readonly often: string | null;
  readonly firstOn: string | null;
  readonly time: string | null;
  readonly zone: string;
  readonly durationMinutes: number | null;
  readonly leadMinutes: number | null;
  readonly followUp: boolean;
}

export type TermsReason =
  | "with"
  | "with-oneself"
  | "often"
  | "first-day"
  | "first-day-past"
  | "time"
  | "duration"
  | "lead";

export type ParsedTerms =
  | { readonly terms: OneToOneTerms; readonly reasons?: never }
  | { readonly terms?: never; readonly reasons: readonly TermsReason[] };

export const DURATIONS: readonly number[] = [15, 25, 30, 45, 50, 60, 90, 120];
export const LEADS: readonly number[] = [15, 30, 60, 120, 240, 1440, 2880];
const OFTEN: readonly Often[] = ["weekly", "fortnightly", "monthly", "monthly-last"];
const USUAL = { durationMinutes: 30, leadMinutes: 60 } as const;

/** What a form holds before it is filled in. */
export type FormTerms = Omit<OneToOneTerms, "with"> & { readonly with: string | null };

/** What the empty form suggests: the next day from Monday to Friday, in the early afternoon. */
export function newTerms(zone: string, now: number): FormTerms {
  const tomorrow = Temporal.PlainDate.from(dayThere(zone, now)).add({ days: 1 });
  return {
    with: null,
    often: "weekly",
    firstOn: tomorrow.add({ days: tomorrow.dayOfWeek > 5 ? 8 - tomorrow.dayOfWeek : 0 }).toString(),
    time: "14:00",
    zone,
    ...USUAL,
    followUp: true,
  };
}

/** `known` are the terms that are changed: their first day may lie in the past. */
export function parseTerms(input: TermsInput, self: string, today: string, known?: OneToOneTerms): ParsedTerms {
  const { with: other, firstOn, time, zone, durationMinutes, leadMinutes, followUp } = input;
  const often = OFTEN.find((one) => one === input.often);
  const dayOk = firstOn !== null && isDay(firstOn);
  const tooEarly = dayOk && firstOn < today && firstOn !== known?.firstOn;
  const timeOk = time !== null && isZone(zone) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);

  if (
    other !== null &&
    /^[UW][A-Z0-9]{1,30}$/.test(other) &&
    other !== self &&
    often !== undefined &&
    dayOk &&
    !tooEarly &&
    timeOk &&
    isAmong(DURATIONS, durationMinutes) &&
    isAmong(LEADS, leadMinutes)
  ) {
    const terms = { with: other, often, firstOn, time, zone, durationMinutes, leadMinutes, followUp };
    return ruleProblems(ruleOf(terms)).length === 0 ? { terms } : { reasons: ["time"] };
  }
  return {
    reasons: [
      ...(other === null || !/^[UW][A-Z0-9]{1,30}$/.test(other) ? ["with" as const] : []),
      ...(other === self ? ["with-oneself" as const] : []),
      ...(often === undefined ? ["often" as const] : []),
      ...(dayOk ? [] : ["first-day" as const]),
      ...(tooEarly ? ["first-day-past" as const] : []),
      ...(timeOk ? [] : ["time" as const]),
      ...(isAmong(DURATIONS, durationMinutes) ? [] : ["duration" as const]),
      ...(isAmong(LEADS, leadMinutes) ? [] : ["lead" as const]),
    ],
  };
}

function isAmong(allowed: readonly number[], value: number | null): value is number {
  return value !== null && allowed.includes(value);
}

export function isDay(day: string): boolean {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(day) && Temporal.PlainDate.from(day).toString() === day;
  } catch {
    return false;
  }
}

/** Words of a point, a remark or what was agreed: kept as typed. Undefined where there is nothing to read or too much. */
export function readable(text: string | null | undefined): string | undefined {
  const words = (text ?? "").toWellFormed();
  return !isVisible(words) || words.length > MOST_WORDS ? undefined : words;
}

/** Slack's limit for one input. */
export const MOST_WORDS = 3000;
