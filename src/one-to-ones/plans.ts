import type { Owner } from "../evidence/types.ts";
import type { PlanBook } from "../nudges/nudge-book.ts";
import { type Claim, type DeliveryRecord, isOwnChoice, type NewPlan, occurrenceOf, type Plan } from "../nudges/plan.ts";
import { type Planned, placeOf } from "../nudges/planning.ts";
import { instantOn, localDay, weekOf } from "../nudges/time/local-day.ts";
import type { Slot } from "../nudges/time/rule.ts";
import { windowOf } from "../nudges/time/window.ts";
import { nextWorking, type Workplace } from "../nudges/time/working-hours.ts";
import { NUDGE, type NudgeSettings, nudgePlan } from "./nudge-settings.ts";
import type { OneToOneBook } from "./one-to-one-book.ts";
import { type OneToOne, type TurnNotes, UNTIL_RESUMED } from "./types.ts";
import { isPaused, lastTurn, nextTurn, ruleOf, type Turn } from "./when.ts";

/** What is decided here about 1:1s and nudges, told to the book of reminders. */

export interface PlanParts {
  readonly plans: PlanBook;
  readonly book: Pick<OneToOneBook, "list" | "turns">;
  readonly now: () => number;
}

/** How long after its end a 1:1 is asked about, and for how long that is worth asking. */
const ASK_AFTER_MINUTES = 120;
const ASK_FOR_MINUTES = 24 * 60;

const preparationId = (id: string): string => `preparation-${id}`;
const followUpId = (id: string): string => `follow-up-${id}`;

/** The reminders of one 1:1 as its rule, skipped and moved turns and pause want them. */
export async function planMeeting({ plans, book, now }: PlanParts, owner: Owner, one: OneToOne): Promise<void> {
  if (one.pausedUntil === UNTIL_RESUMED) return;
  const notes = await book.turns(owner, one.id);
  const preparation: NewPlan = {
    id: preparationId(one.id),
    kind: "preparation",
    about: one.id,
    rule: ruleOf(one),
    timing: { kind: "before", leadMinutes: one.leadMinutes },
  };
  const followUp: NewPlan = {
    ...preparation,
    id: followUpId(one.id),
    kind: "follow-up",
    timing: { kind: "after", delayMinutes: one.durationMinutes + ASK_AFTER_MINUTES, usefulMinutes: ASK_FOR_MINUTES },
  };

  await plan({ plans, now }, owner, preparation, one, notes);
  if (one.followUp) {
    await plan({ plans, now }, owner, followUp, one, notes);
  } else {
    await plans.switchOff(owner, followUp.id, "stopped", now());
  }
}

async function plan(
  { plans, now }: Pick<PlanParts, "plans" | "now">,
  owner: Owner,
  wanted: NewPlan,
  one: OneToOne,
  notes: readonly TurnNotes[],
): Promise<void> {
  const place = placeOf(wanted, await plans.workingHours(owner));
  const plannedAt = (slot: Slot): Planned => ({ slot, due: windowOf(wanted.timing, slot, place).from });
  const asked =
    wanted.kind === "follow-up" ? await stillToAsk({ plans, now }, owner, wanted, one, notes, place) : undefined;
  const saved = await plans.savePlan(owner, wanted, now());
  if (asked !== undefined) {
    await plans.place(owner, wanted.id, plannedAt(asked), now());
    return;
  }
  // A plan whose turn of this week was sent has gone on to the next: that is no earlier than what the rule alone would give.
  const after = saved.next === null ? now() : Math.max(now(), earliestOf(saved.next.slot, one, notes, now()));
  const slot = slotOf(nextTurn(one, notes, after), one, notes);

  if (!isSameTurn(slot, saved.next)) await plans.place(owner, wanted.id, plannedAt(slot), now());
}

/**
 * A turn that has begun is asked about, whatever is decided about those to come: while asking is of use, and unless it was asked about before.
 * It is the one that the plan had in mind, because the rule may be another by now; else the last one that took place.
 */
async function stillToAsk(
  { plans, now }: Pick<PlanParts, "plans" | "now">,
  owner: Owner,
  { id, kind, timing }: NewPlan,
  one: OneToOne,
  notes: readonly TurnNotes[],
  place: Workplace,
): Promise<Slot | undefined> {
  const known = (await plans.plans(owner)).find((plan) => plan.id === id);
  const last = lastTurn(one, notes, now());
  const began = [known?.next?.slot, last === undefined ? undefined : slotOf(last, one, notes)];
  const settled = new Set((await plans.deliveries(owner)).filter((one) => one.kind === kind).map(spentOn));

  return began.find((slot) => {
    if (slot === undefined || slot.at > now() || slot.at < Date.parse(one.createdAt)) return false;
    const skipped = notes.some((turn) => turn.day === slot.day && turn.skipped);
    const { until } = windowOf(timing, slot, place);
    return !skipped && !isPaused(one, slot) && now() < until && !settled.has(occurrenceOf({ about: one.id }, slot));
  });
}

/** A claim that nobody has begun to send gives its turn back when the plan is saved anew. */
function spentOn({ state, occurrence }: DeliveryRecord): string | null {
  return state === "claimed" ? null : occurrence;
}

/** The turn after the one that is claimed, told to a plan that went on by its rule alone. Nothing that is on its way is touched. */
export async function planAfter(
  { plans }: Pick<PlanParts, "plans">,
  { owner, planId, slot: before }: Pick<Claim, "owner" | "planId" | "slot">,
  one: OneToOne,
  notes: readonly TurnNotes[],
): Promise<void> {
  const plan = (await plans.plans(owner)).find(({ id }) => id === planId);
  if (plan === undefined) return;
  const slot = slotOf(nextTurn(one, notes, before.at), one, notes);
  const place = placeOf(plan, await plans.workingHours(owner));

  if (!isSameTurn(slot, plan.next)) {
    await plans.moveOn(owner, planId, { slot, due: windowOf(plan.timing, slot, place).from });
  }
}

function isSameTurn({ at, week }: Slot, planned: Planned | null): boolean {
  return planned !== null && at === planned.slot.at && week === planned.slot.week;
}

/** Moved turns may lie before the slot that the rule gives next; all else does not. */
function earliestOf(slot: Slot, one: OneToOne, notes: readonly TurnNotes[], now: number): number {
  const moved = nextTurn(one, notes, now);
  return notes.some(({ day, moved: to }) => day === moved.day && to !== null) ? now : slot.at - 1;
}

/** A moved turn is a reminder of its own: the one for the old time may be out already. */
function slotOf({ day, at }: Turn, one: OneToOne, notes: readonly TurnNotes[]): Slot {
  const moved = notes.find((turn) => turn.day === day)?.moved ?? null;
  const week = weekOf(Temporal.PlainDate.from(day));
  return { day, week: moved === null ? week : `${week}+${moved.day}T${moved.time}${one.zone}`, at };
}

export async function unplanMeeting({ plans, now }: PlanParts, owner: Owner, id: string): Promise<void> {
  await plans.switchOff(owner, preparationId(id), "removed", now());
  await plans.switchOff(owner, followUpId(id), "removed", now());
}

/** What Slack switched off stays off until its person switches it on. */
function isOffBySlack({ kind, state, reason }: Plan): boolean {
  return kind === "preparation" && state === "off" && !isOwnChoice(reason);
}

/** After working hours or the zone changed, which make every plan anew from its rule alone. */
export async function planAllMeetings(parts: PlanParts, owner: Owner): Promise<void> {
  const plans = await parts.plans.plans(owner);
  for (const one of await parts.book.list(owner)) {
    if (!plans.some((plan) => plan.about === one.id && isOffBySlack(plan))) await planMeeting(parts, owner, one);
  }
}

/** Switches nudges on or off as wanted. Resolves to when the next is due; null when none will come. */
export async function planNudge(
  { plans, now }: Pick<PlanParts, "plans" | "now">,
  owner: Owner,
  settings: NudgeSettings,
): Promise<number | null> {
  if (!settings.on) {
    await plans.switchOff(owner, NUDGE, "stopped", now());
    return null;
  }
  const saved = await plans.savePlan(owner, nudgePlan(settings), now());
  const { pausedUntil } = settings;
  const paused = pausedUntil === null ? saved : await plans.pause(owner, NUDGE, pausedUntil, now());
  return paused?.next?.due ?? null;
}

/** When the next nudge is due; null: nudges are off. */
export async function nudgeDue({ plans }: Pick<PlanParts, "plans">, owner: Owner): Promise<number | null> {
  return (await plans.plans(owner)).find(({ id }) => id === NUDGE)?.next?.due ?? null;
}

/** One nudge out of turn, at the usual hour of that person's next working day from `day` on. undefined: nudges are off. */
export async function askAgain(
  { plans, now }: Pick<PlanParts, "plans" | "now">,
  owner: Owner,
  settings: NudgeSettings,
  days: number,
): Promise<number | undefined> {
  const { zone, time, pausedUntil } = settings;
  const place = { zone, hours: await plans.workingHours(owner) };
  const asked = localDay(zone, now()).add({ days }).toZonedDateTime(zone).epochMilliseconds;
  const { day, at } = workdayAt(place, time, Math.max(asked, pausedUntil ?? asked));
  // A week that has had its nudge: this one was asked for all the same. Else it is the one of that week.
  const week = weekOf(day);
  const spent = (await plans.deliveries(owner)).some((one) => one.kind === "nudge" && spentOn(one) === week);
  const slot: Slot = { day: day.toString(), week: spent ? `${week}+${day.toString()}` : week, at };
  const due = windowOf(nudgePlan(settings).timing, slot, place).from;
  const placed = await plans.place(owner, NUDGE, { slot, due }, now());

  return placed?.state === "on" ? due : undefined;
}

/** That local time on the first working day on which it is no earlier than `from`: a pause may end in the evening, seen from another zone. */
function workdayAt(
  place: Workplace,
  time: string,
  from: number,
): { readonly day: Temporal.PlainDate; readonly at: number } {
  for (let morning = nextWorking(place, from); ; ) {
    const day = localDay(place.zone, morning);
    const at = instantOn(place.zone, day, time);
    if (at !== undefined && at >= from) return { day, at };
    morning = nextWorking(place, day.add({ days: 1 }).toZonedDateTime(place.zone).epochMilliseconds);
  }
}
