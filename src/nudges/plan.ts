import type { Owner } from "../evidence/types.ts";
import type { Rule, Slot } from "./time/rule.ts";
import type { Timing, Window } from "./time/window.ts";
import type { WorkingHours, Workplace } from "./time/working-hours.ts";

/** What a person asked to be reminded of, and one reminder on its way. All instants are milliseconds since 1970. */

export type PlanKind = "nudge" | "preparation" | "follow-up";

export interface NewPlan {
  /** The person's own name for it: `nudge`, or one made from the 1:1's id. Saving the same id again replaces the plan. */
  readonly id: string;
  readonly kind: PlanKind;
  /** Id of the 1:1 that it belongs to; empty for the nudge. */
  readonly about: string;
  readonly rule: Rule;
  readonly timing: Timing;
}

export interface Plan extends NewPlan {
  readonly owner: Owner;
  readonly state: "on" | "off";
  /** Why it is off: the person's choice (`stopped`) or what Slack said (`user_not_found`). null while it is on. */
  readonly reason: string | null;
  /** Nothing before this moment. */
  readonly pausedUntil: number | null;
  /** The next turn and when its reminder is due; null while the plan is off. */
  readonly next: { readonly slot: Slot; readonly due: number } | null;
}

/** Reasons of the person's own: all others are what Slack said, or an import. */
export function isOwnChoice(reason: string | null): boolean {
  return reason === "stopped" || reason === "removed";
}

/** A plan whose moment has come, with all that is needed to decide about it. */
export interface DuePlan extends NewPlan {
  readonly owner: Owner;
  readonly slot: Slot;
  readonly hours: WorkingHours;
  /** The workspace took the bot's token away. */
  readonly stopped: boolean;
}

/** One turn of a plan, claimed: nobody else will ever send it. */
export interface Claim {
  /** Opaque; it is what the message carries, and all that it carries. */
  readonly id: string;
  readonly owner: Owner;
  readonly planId: string;
  readonly kind: PlanKind;
  readonly about: string;
  readonly occurrence: string;
  readonly slot: Slot;
  readonly window: Window;
  readonly place: Workplace;
  /** The person's DM with the bot; null until it is known. */
  readonly channel: string | null;
  /** How often sending has begun. */
  readonly attempt: number;
  /** How often Slack was asked whether it arrived. */
  readonly lookups: number;
  readonly claimedAt: number;
}

export type DeliveryState = "claimed" | "sending" | "sent" | "dropped" | "parked";

/** What became of a turn. */
export interface DeliveryRecord {
  readonly id: string;
  readonly planId: string;
  readonly kind: PlanKind;
  readonly occurrence: string;
  readonly slotAt: number;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly channel: string | null;
  readonly ts: string | null;
}

/** What makes two reminders the same one. */
export function occurrenceOf(plan: Pick<NewPlan, "about">, slot: Slot): string {
  return plan.about === "" ? slot.week : `${plan.about}/${slot.week}`;
}
