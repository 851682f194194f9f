import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Owner } from "../evidence/types.ts";
import type { DeliveryBook } from "../nudges/nudge-book.ts";
import type { Plan } from "../nudges/plan.ts";
import { isZone } from "../nudges/time/rule.ts";
import { NUDGE } from "./nudge-settings.ts";
import { type PlanParts, planAllMeetings } from "./plans.ts";

/**
 * What Slack says of a person, told to what they planned: their nudge and their working hours go along to another zone, their 1:1s stay where
 * they were agreed on, and whoever has left or is a guest now is written to no more. Told the same twice, it does nothing.
 */

export interface FollowParts extends PlanParts {
  readonly plans: PlanParts["plans"] & Pick<DeliveryBook, "switchOffAll">;
  readonly log: Pick<EvidenceLog, "profile" | "saveProfile">;
}

export interface SeenPerson {
  readonly standing: "member" | "guest" | "stranger";
  readonly deactivated: boolean;
  readonly tz: string | null;
}

/** Why nothing may be sent to them; null: it may. */
export function stopReason({ standing, deactivated }: Pick<SeenPerson, "standing" | "deactivated">): string | null {
  if (deactivated) return "deactivated";
  return standing === "member" ? null : standing;
}

/** Resolves to whether anything changed. */
export async function followPerson(parts: FollowParts, owner: Owner, person: SeenPerson): Promise<boolean> {
  const planned = await parts.plans.plans(owner);
  const reason = stopReason(person);

  if (reason !== null) {
    const any = planned.some(({ state }) => state === "on");
    if (any) await parts.plans.switchOffAll(owner, reason, parts.now());
    return any;
  }
  const { tz } = person;
  if (tz === null || !isZone(tz)) {
    return false;
  }
  const days = await moveDays(parts, owner, tz);
  return (await movePlans(parts, owner, planned, tz)) || days;
}

/** Which day a win belongs to. */
async function moveDays({ log }: FollowParts, owner: Owner, tz: string): Promise<boolean> {
  const profile = await log.profile(owner);
  if (profile === undefined || profile.tz === tz) {
    return false;
  }
  await log.saveProfile(owner, { tz });
  return true;
}

async function movePlans(parts: FollowParts, owner: Owner, planned: readonly Plan[], tz: string): Promise<boolean> {
  const { plans, now } = parts;
  const { zone, zoneChosen } = await plans.workingHours(owner);
  const where = zone ?? (planned.find(({ id }) => id === NUDGE) ?? planned[0])?.rule.zone;

  if (where === undefined || where === tz || zoneChosen === true) {
    return false;
  }
  await plans.changeZone(owner, tz, now(), ["nudge"]);
  await planAllMeetings(parts, owner);
  return true;
}
