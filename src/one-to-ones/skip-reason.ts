import { isWorking, type Workplace } from "../nudges/time/working-hours.ts";
import type { NudgeSettings } from "./nudge-settings.ts";

/** What is known of a person at the moment when a nudge would go out. */
export interface NudgeMoment {
  readonly settings: Pick<NudgeSettings, "on" | "pausedUntil">;
  readonly place: Workplace;
  /** By their status or do-not-disturb, where the workspace lets the bot see it. */
  readonly away: boolean;
  readonly loggedSincePreviousSlot: boolean;
  readonly now: number;
}

export type SkipReason = "off" | "paused" | "logged" | "away" | "outside-hours";

/** Why nothing is sent now to somebody who may be written to; null: it is sent. What they chose comes before what they did. */
export function skipReason(moment: NudgeMoment): SkipReason | null {
  const { settings, place, away, loggedSincePreviousSlot, now } = moment;

  if (!settings.on) return "off";
  if (settings.pausedUntil !== null && now < settings.pausedUntil) return "paused";
  if (away) return "away";
  if (loggedSincePreviousSlot) return "logged";
  return isWorking(place, now) ? null : "outside-hours";
}
