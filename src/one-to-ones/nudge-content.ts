import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Focus, Owner, Win } from "../evidence/types.ts";
import type { NudgeSettings } from "./nudge-settings.ts";
import { type PrepareParts, quietFor } from "./prepare.ts";
import { nudgeQuestion, weekNumber } from "./questions.ts";
import type { QuietArea } from "./quiet-areas.ts";
import { dayThere } from "./when.ts";

/** What a nudge says: something to think about, never that something is missing. */
export interface NudgeContent {
  /** How often they are asked. */
  readonly weeks: NudgeSettings["weeks"];
  readonly question: string;
  /** The newest win, for a thread to pick up. */
  readonly latest: Win | null;
  readonly focus: Focus | null;
  readonly quiet: QuietArea | null;
}

export interface NudgeParts extends Pick<PrepareParts, "catalogue" | "now"> {
  readonly log: Pick<EvidenceLog, "list" | "focus" | "coverage" | "profile" | "opportunityNotes">;
}

export async function nudgeContent(
  parts: NudgeParts,
  owner: Owner,
  zone: string,
  weeks: NudgeSettings["weeks"],
): Promise<NudgeContent> {
  const today = dayThere(zone, parts.now());
  const turn = weekNumber(today);
  const { wins } = await parts.log.list(owner, {}, 1);
  const focus = await parts.log.focus(owner);
  const quiet = await quietFor(parts, owner, today);

  return {
    weeks,
    question: nudgeQuestion(today),
    latest: wins[0] ?? null,
    focus: pick(focus, turn),
    // Among the quietest three, so that not the same one comes week after week.
    quiet: pick(quiet.slice(0, 3), turn),
  };
}

function pick<T>(from: readonly T[], turn: number): T | null {
  return from[turn % Math.max(1, from.length)] ?? null;
}
