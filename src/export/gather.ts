import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Owner, Win } from "../evidence/types.ts";
import type { PlanBook } from "../nudges/nudge-book.ts";
import { NUDGE, settingsOf } from "../one-to-ones/nudge-settings.ts";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import type { Export, ExportedNudges } from "./export.ts";

/** Where everything that is kept of a person is kept. */
export interface Keeping {
  readonly log: EvidenceLog;
  readonly book: OneToOneBook;
  readonly plans: PlanBook;
  readonly now: () => number;
}

/** Everything that is kept of one person, read at one go. */
export async function gatherExport(owner: Owner, { log, book, plans, now }: Keeping): Promise<Export> {
  const wins: Win[] = [];
  for await (const win of log.everything(owner)) wins.push(win);

  return {
    exportedAt: new Date(now()).toISOString(),
    profile: (await log.profile(owner)) ?? null,
    focus: await log.focus(owner),
    opportunityNotes: await log.opportunityNotes(owner),
    wins,
    oneToOnes: await book.everything(owner),
    nudges: await nudgesOf(owner, plans),
    workingHours: await plans.workingHours(owner),
    notReceivingFrom: await book.stopped(owner),
  };
}

async function nudgesOf(owner: Owner, book: PlanBook): Promise<ExportedNudges | null> {
  const plans = await book.plans(owner);
  // Why they are off is between Slack and this database.
  const { pausedUntil, offBecause: _, ...settings } = settingsOf(plans, null);

  return plans.some(({ id }) => id === NUDGE)
    ? { ...settings, pausedUntil: pausedUntil === null ? null : new Date(pausedUntil).toISOString() }
    : null;
}
