import type { Imported } from "../evidence/evidence-log.ts";
import type { Owner } from "../evidence/types.ts";
import { usualHours, type WorkingHours } from "../nudges/time/working-hours.ts";
import { NUDGE, nudgePlan } from "../one-to-ones/nudge-settings.ts";
import type { Export } from "./export.ts";
import type { Keeping } from "./gather.ts";
import { parseExport } from "./parse-export.ts";

export type TakenIn =
  | { readonly kind: "done"; readonly wins: Imported; readonly oneToOnes: Imported }
  | { readonly kind: "unreadable"; readonly reasons: readonly string[] };

/**
 * An export comes back: its wins and 1:1s are added where they are not there, and settings, focus and notes only where the person has none.
 * What somebody has chosen since is never overwritten by what they once exported, and nothing that writes to them first comes back switched
 * on: 1:1s wait until they are resumed, nudges until they are switched on.
 */
export async function takeIn(owner: Owner, json: string, keeping: Keeping): Promise<TakenIn> {
  const { exported, reasons } = parseExport(json);

  if (exported === undefined) return { kind: "unreadable", reasons };
  const { log, book } = keeping;
  const wins = await log.importWins(owner, exported.wins);
  const profile = await log.profile(owner);

  if (exported.profile !== null && (profile?.framework ?? null) === null) {
    const { framework, level, subLevel, emojiCapture, setUpAt } = exported.profile;
    await log.saveProfile(owner, { framework, level, subLevel, emojiCapture, setUpAt: profile?.setUpAt ?? setUpAt });
  }
  if (exported.focus.length > 0 && (await log.focus(owner)).length === 0) {
    await log.saveFocus(owner, exported.focus.slice(0, 3));
  }
  const noted = new Set((await log.opportunityNotes(owner)).map(({ criterionId }) => criterionId));
  for (const { criterionId, note } of exported.opportunityNotes) {
    if (!noted.has(criterionId)) await log.saveOpportunityNote(owner, criterionId, note);
  }
  await takeInReminders(owner, exported, keeping);
  // Of a file of somebody else's, the 1:1 with whoever takes it in now would be one with oneself.
  const others = exported.oneToOnes.filter((one) => one.with !== owner.user);
  const added = await book.takeIn(owner, others);
  // Too little arriving is the smaller harm.
  for (const from of exported.notReceivingFrom) await book.receive(owner, from, false);

  return { kind: "done", wins, oneToOnes: { added, present: others.length - added } };
}

async function takeInReminders(owner: Owner, { nudges, workingHours }: Export, keeping: Keeping): Promise<void> {
  const { plans, now } = keeping;

  if (isSame(await plans.workingHours(owner), usualHours) && !isSame(workingHours, usualHours)) {
    await plans.saveWorkingHours(owner, workingHours, now());
  }
  if (nudges !== null && !(await plans.plans(owner)).some(({ id }) => id === NUDGE)) {
    await plans.savePlan(owner, nudgePlan({ ...nudges, pausedUntil: null }), now());
    await plans.switchOff(owner, NUDGE, "imported", now());
  }
}

function isSame(one: WorkingHours, other: WorkingHours): boolean {
  return one.from === other.from && one.to === other.to && one.days.join() === other.days.join();
}
