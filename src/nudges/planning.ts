import { type DuePlan, type NewPlan, occurrenceOf } from "./plan.ts";
import { weekOf } from "./time/local-day.ts";
import { nextSlot } from "./time/next-slot.ts";
import type { Slot } from "./time/rule.ts";
import { judge, type Verdict } from "./time/verdict.ts";
import { type Window, windowOf } from "./time/window.ts";
import type { WorkingHours, Workplace } from "./time/working-hours.ts";

/** A turn that lies ahead. */
export interface Planned {
  readonly slot: Slot;
  readonly due: number;
}

/** What is to be done about a plan that is due: the turn is recorded, to be sent or as dropped, and the next one is planned. */
interface Turn {
  readonly occurrence: string;
  readonly window: Window;
  readonly outcome:
    | { readonly kind: "claim"; readonly notBefore: number }
    | { readonly kind: "drop"; readonly reason: string };
  readonly next: Planned;
}

export type TakeTurn = (plan: DuePlan, now: number) => Turn;

export function planNext(plan: Pick<NewPlan, "kind" | "rule" | "timing">, hours: WorkingHours, after: number): Planned {
  const slot = nextSlot(plan.rule, after);

  return { slot, due: windowOf(plan.timing, slot, placeOf(plan, hours)).from };
}

/** The next turn counts from the slot, not from now: after an outage every missed turn is seen, and each is dropped by itself. */
export function createTakeTurn(judgeWindow: typeof judge): TakeTurn {
  const calendar = rememberCalendar();
  const judged = rememberVerdicts(judgeWindow);

  return (plan, now) => {
    const answer = calendar(plan);
    const { window, next } = answer;
    const verdict = judged(answer, now);

    return {
      occurrence: occurrenceOf(plan, plan.slot),
      window,
      outcome: plan.stopped
        ? { kind: "drop", reason: "workspace-stopped" }
        : verdict.kind === "drop"
          ? verdict
          : { kind: "claim", notBefore: verdict.kind === "wait" ? verdict.until : now },
      next,
    };
  };
}

/** Enough for every zone at nine o'clock. */
const REMEMBERED = 500;

/** Thousands choose the same hour of the same day: what the calendar says about it is worked out for the first of them. */
function rememberCalendar() {
  const answers = new Map<string, ReturnType<typeof calendarOf>>();

  return (plan: DuePlan) => {
    const { kind, rule, timing, hours, slot } = plan;
    const key = JSON.stringify([kind, rule, timing, hours, slot]);
    const answer = answers.get(key) ?? calendarOf(plan);

    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** One batch is one moment: what is judged for the first who share an answer of the calendar holds for all of them. */
function rememberVerdicts(judgeWindow: typeof judge) {
  const verdicts = new Map<ReturnType<typeof calendarOf>, Verdict>();
  let moment = Number.NaN;

  return (answer: ReturnType<typeof calendarOf>, now: number): Verdict => {
    if (now !== moment) verdicts.clear();
    moment = now;
    const verdict = verdicts.get(answer) ?? judgeWindow(answer.window, answer.place, now);
    verdicts.set(answer, verdict);
    return verdict;
  };
}

/** What follows from the plan and the zone data alone, whatever the time is. */
function calendarOf(plan: DuePlan) {
  const place = placeOf(plan, plan.hours);

  return {
    place,
    window: windowOf(plan.timing, plan.slot, place),
    next: nextOfAnotherWeek(plan),
  };
}

/** A nudge that was snoozed into a week is the one of that week, whatever becomes of it: the rule's own would be a second. */
function nextOfAnotherWeek(plan: DuePlan): Planned {
  const week = weekOf(Temporal.PlainDate.from(plan.slot.day));
  const next = planNext(plan, plan.hours, plan.slot.at);

  return plan.kind === "nudge" && next.slot.week === week ? planNext(plan, plan.hours, next.slot.at) : next;
}

export const takeTurn: TakeTurn = createTakeTurn(judge);

/** A nudge comes where its person is. A 1:1 is where the two agreed on it: its person may be, and work, elsewhere. */
export function placeOf({ kind, rule }: Pick<NewPlan, "kind" | "rule">, hours: WorkingHours): Workplace {
  return { zone: kind === "nudge" ? rule.zone : (hours.zone ?? rule.zone), hours };
}
