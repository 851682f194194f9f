import type { Owner } from "../evidence/types.ts";
import type { Claim, DeliveryRecord, NewPlan, Plan, PlanKind } from "./plan.ts";
import type { Planned, TakeTurn } from "./planning.ts";
import type { WorkingHours } from "./time/working-hours.ts";

/**
 * The memory of reminders. Whatever it answers is committed. Two processes on one book, a restart, or a clock that steps back cannot make it
 * hand out the same turn twice.
 */
export interface NudgeBook extends PlanBook, DeliveryBook {}

/** What people decide about their reminders. Every method acts on the owner's rows alone; `now` is milliseconds since 1970. */
export interface PlanBook {
  plans(owner: Owner): Promise<readonly Plan[]>;
  /**
   * Makes or replaces a plan, switched on, from its next slot after `now`. A turn of the old rule that is not on its way yet is dropped
   * (`changed`) and its week is free again; a turn that was sent has spent its week.
   */
  savePlan(owner: Owner, plan: NewPlan, now: number): Promise<Plan>;
  /** Chooses the next turn by hand: skip this one, move this one. undefined: no such plan, or it is off. */
  place(owner: Owner, planId: string, next: Planned, now: number): Promise<Plan | undefined>;
  /** Another next turn for a plan that is on; what is claimed already stays as it is. */
  moveOn(owner: Owner, planId: string, next: Planned): Promise<void>;
  /** Nothing before `until`; null ends the pause. */
  pause(owner: Owner, planId: string, until: number | null, now: number): Promise<Plan | undefined>;
  switchOff(owner: Owner, planId: string, reason: string, now: number): Promise<Plan | undefined>;
  /** The person is in another zone now, and works there. Their plans of these kinds go along; all, where none is named. */
  changeZone(owner: Owner, zone: string, now: number, kinds?: readonly PlanKind[]): Promise<void>;
  workingHours(owner: Owner): Promise<WorkingHours>;
  saveWorkingHours(owner: Owner, hours: WorkingHours, now: number): Promise<void>;
  /** The person's DM with the bot, as Home's and the DM's events name it: without it a lost reply cannot be looked up. */
  rememberChannel(owner: Owner, channel: string): Promise<void>;
  channel(owner: Owner): Promise<string | null>;
  /** Latest first, at most 100. */
  deliveries(owner: Owner): Promise<readonly DeliveryRecord[]>;
}

/** What the engine needs. A claim that somebody else has moved on meanwhile is left alone by every method. */
export interface DeliveryBook {
  /** Up to `limit` due plans: each turn recorded once, each plan moved on. Answers how many plans were due. */
  takeTurns(now: number, limit: number, takeTurn: TakeTurn): Promise<number>;
  /** Workspaces with claims that may be sent now. */
  workspacesWaiting(now: number): Promise<readonly string[]>;
  waiting(team: string, now: number, limit: number): Promise<readonly Claim[]>;
  /** Not yet: to be looked at again. */
  postpone(claim: Claim, until: number): Promise<void>;
  /**
   * Sending begins, once. `countsOn` is the local day whose one message this is, or null. `taken`: somebody else has it, or it is gone.
   * `capped`: the day has its message.
   */
  begin(claim: Claim, countsOn: string | null, now: number): Promise<"begun" | "taken" | "capped">;
  /** After `begin`, with the claim as it was then: */
  sent(claim: Claim, receipt: { readonly channel: string; readonly ts: string }, now: number): Promise<void>;
  /** It certainly did not arrive. */
  giveBack(claim: Claim, retryAt: number): Promise<void>;
  /** Nobody knows, and nobody will ask again. */
  park(claim: Claim, reason: string, now: number): Promise<void>;
  /** Not sent, before or after `begin`. */
  drop(claim: Claim, reason: string, now: number): Promise<void>;
  /** Sending began and nothing was recorded since; `attempt` counts the begun one. */
  unresolved(now: number, limit: number): Promise<readonly Claim[]>;
  /** Slack could not say; not to be asked again before that moment, by anybody. */
  lookedUp(claim: Claim, until: number): Promise<void>;
  /** Slack will not deliver anything to this person. */
  switchOffAll(owner: Owner, reason: string, now: number): Promise<void>;
  /** The token is no longer good. Nothing of the workspace is due until it is resumed. */
  stopWorkspace(team: string, reason: string, now: number): Promise<void>;
  resumeWorkspace(team: string): Promise<void>;
  /** Works out again when everything is due, unless it was worked out with this version of the zone data. Resolves when all is done. */
  replan(zoneData: string): Promise<void>;
  /** Forgets what was settled before that moment. */
  purgeDeliveries(before: number): Promise<number>;
}
