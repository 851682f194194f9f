import { z } from "zod";
import { isZone } from "../nudges/time/rule.ts";
import { hoursProblems } from "../nudges/time/working-hours.ts";
import { DURATIONS, isDay, LEADS, MOST_WORDS, readable } from "../one-to-ones/set-up.ts";

/** 1:1s and reminders as they stand in the JSON of an export. Somebody may have written it by hand: only what the bot could have made passes. */

const id = z.string().regex(/^[0-9a-z]{26}$/, "is not an id");
const user = z.string().regex(/^[UW][A-Z0-9]{1,30}$/, "is not the id of a person");
const time = z.iso.datetime();
const day = z
  .string()
  .refine((text) => isDay(text) && text >= "2000-01-01" && text <= "2999-12-31", "is not a day since 2000");
/** The pause that only its owner ends lies behind all of these. */
const pauseDay = z.string().refine(isDay, "is not a day");
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "is not a time of day");
const zone = z.string().max(100).refine(isZone, "is not a time zone that is known here");
const words = z
  .string()
  .max(MOST_WORDS)
  .refine((text) => readable(text) === text, "is not text that can be read");
const link = z.url({ protocol: /^https$/ }).max(1000);
const among = (allowed: readonly number[]) =>
  z.int().refine((value) => allowed.includes(value), `is none of ${allowed.join(", ")}`);

const turn = z.object({
  day,
  skipped: z.boolean(),
  moved: z.object({ day, time: clock }).nullable(),
  leftOut: z.array(id).max(500),
  remark: words.nullable(),
  agreed: words.nullable(),
});

const point = z.object({ id, text: words, permalink: link.nullable(), createdAt: time, closedAt: time.nullable() });

const copy = z.object({
  id,
  day,
  to: user,
  sentAt: time,
  withdrawn: z.boolean(),
  /** Slack's limit for the text of a message. */
  text: z
    .string()
    .max(4000)
    .refine((text) => text.isWellFormed(), "is not well-formed text"),
});

export const oneToOneShape = z.object({
  id,
  with: user,
  often: z.enum(["weekly", "fortnightly", "monthly", "monthly-last"]),
  firstOn: day,
  time: clock,
  zone,
  durationMinutes: among(DURATIONS),
  leadMinutes: among(LEADS),
  followUp: z.boolean(),
  pausedUntil: pauseDay.nullable(),
  /** Not in the first exports that had 1:1s. */
  pausedAt: time.nullable().default(null),
  createdAt: time,
  turns: z.array(turn).max(2000),
  points: z.array(point).max(5000),
  copies: z.array(copy).max(2000),
});

const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((one) => z.literal(one as 1 | 2 | 3 | 4 | 5 | 6 | 7)));

export const nudgesShape = z.object({
  on: z.boolean(),
  weeks: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  weekday,
  time: clock,
  zone,
  pausedUntil: time.nullable(),
});

export const hoursShape = z
  .object({
    days: z.array(weekday).max(7),
    from: clock,
    to: clock,
    zone: zone.exactOptional(),
    zoneChosen: z.boolean().exactOptional(),
  })
  .refine((hours) => hoursProblems(hours).length === 0, "end before they begin, or have no day");

export const stoppedShape = z.array(user).max(5000);
