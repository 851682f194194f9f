import type { Owner } from "../evidence/types.ts";
import type { Claim, Plan } from "../nudges/plan.ts";
import { localDay } from "../nudges/time/local-day.ts";
import { nextSlot } from "../nudges/time/next-slot.ts";
import type { Rule } from "../nudges/time/rule.ts";
import { type SeenPerson, stopReason } from "./follow-person.ts";
import { type NudgeContent, nudgeContent } from "./nudge-content.ts";
import { nudgePlan, settingsOf } from "./nudge-settings.ts";
import type { OneToOneBook } from "./one-to-one-book.ts";
import { type PlanParts, planAfter } from "./plans.ts";
import { type Preparation, type PrepareParts, prepare } from "./prepare.ts";
import { skipReason } from "./skip-reason.ts";
import type { OneToOne } from "./types.ts";
import { isPaused, type Turn, turnOn, turnThatWas } from "./when.ts";

/** What a reminder whose moment has come is to say, asked just before it is sent. */

export type Reminder =
  | { readonly kind: "preparation"; readonly preparation: Preparation }
  | { readonly kind: "follow-up"; readonly oneToOne: OneToOne; readonly turn: Turn }
  | { readonly kind: "nudge"; readonly content: NudgeContent }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "stop"; readonly reason: string };

export interface RemindParts extends PrepareParts, PlanParts {
  readonly book: OneToOneBook;
  /** Rejects when Slack does not say. */
  readonly standing: (owner: Owner) => Promise<SeenPerson>;
  /** Asks Slack, as far as it lets itself be asked. */
  readonly away: (owner: Owner) => Promise<boolean>;
}

export async function remind(parts: RemindParts, claim: Claim): Promise<Reminder> {
  const { owner } = claim;
  const person = await parts.standing(owner);
  const reason = stopReason(person);

  if (reason !== null) {
    return { kind: "stop", reason };
  }
  return claim.kind === "nudge" ? await remindOfNothing(parts, claim, person) : await remindOfMeeting(parts, claim);
}

async function remindOfMeeting(parts: RemindParts, claim: Claim): Promise<Reminder> {
  const { book } = parts;
  const { owner, about, kind, slot } = claim;
  const one = await book.get(owner, about);

  if (one === undefined) {
    // It alone is gone: the person's other reminders have nothing to do with it.
    await parts.plans.switchOff(owner, claim.planId, "removed", parts.now());
    return { kind: "skip", reason: "removed" };
  }
  const notes = await book.turns(owner, one.id);
  const note = notes.find(({ day }) => day === slot.day);
  const turn = kind === "follow-up" ? turnThatWas(one, notes, slot) : turnOn(one, notes, slot.day);
  const paused = isPaused(one, slot);
  // The engine goes on by the rule alone: where the next turn is skipped or moved it has to be told again.
  if (notes.some(({ day, skipped, moved }) => day > slot.day && (skipped || moved !== null))) {
    await planAfter(parts, claim, one, notes);
  }

  if (note?.skipped === true || paused) return { kind: "skip", reason: paused ? "paused" : "skipped" };
  if (turn === undefined || turn.at !== slot.at) return { kind: "skip", reason: "moved" };
  if (kind === "preparation") return { kind, preparation: await prepare(parts, owner, one, turn) };
  if (!one.followUp) return { kind: "skip", reason: "stopped" };
  return note?.agreed == null
    ? { kind: "follow-up", oneToOne: one, turn }
    : { kind: "skip", reason: "written-already" };
}

/** Slack is asked last, and only about somebody who would get the nudge. */
async function remindOfNothing(parts: RemindParts, claim: Claim, person: SeenPerson): Promise<Reminder> {
  const { owner, place, slot } = claim;
  const plans = await parts.plans.plans(owner);
  const settings = settingsOf(plans, person.tz);
  const previous = slotBefore(nudgePlan(settings).rule, slot.at);
  const loggedSincePreviousSlot = await parts.book.loggedSince(owner, previous);
  const moment = { settings, place, away: false, loggedSincePreviousSlot, now: parts.now() };
  const yields = plans.some((plan) => isLostBehind(plan, place.zone, parts.now())) ? "preparation-today" : null;
  const reason = skipReason(moment) ?? yields ?? skipReason({ ...moment, away: await parts.away(owner) });

  if (reason !== null) {
    return { kind: "skip", reason };
  }
  const left = stopReason(await parts.standing(owner));

  return left === null
    ? { kind: "nudge", content: await nudgeContent(parts, owner, place.zone, settings.weeks) }
    : { kind: "stop", reason: left };
}

/** What prepares a 1:1 of another day counts as the message of this one, and cannot come later: the nudge gives way. */
function isLostBehind({ kind, next }: Plan, zone: string, now: number): boolean {
  const isToday = (at: number) => localDay(zone, at).equals(localDay(zone, now));

  return kind === "preparation" && next !== null && isToday(next.due) && !isToday(next.slot.at);
}

const FORTY_DAYS = 40 * 86_400_000;

function slotBefore(rule: Rule, at: number): number {
  let last = at - FORTY_DAYS;
  for (let slot = nextSlot(rule, last); slot.at < at; slot = nextSlot(rule, slot.at)) {
    last = slot.at;
  }
  return last;
}
