import type { Focus, OpportunityNote, Profile, Win } from "../evidence/types.ts";
import type { WorkingHours } from "../nudges/time/working-hours.ts";
import type { NudgeSettings } from "../one-to-ones/nudge-settings.ts";
import type { KeptOneToOne } from "../one-to-ones/types.ts";

/** Everything that the bot keeps of one person, as it leaves the program. */
export interface Export {
  readonly exportedAt: string;
  readonly profile: Profile | null;
  readonly focus: readonly Focus[];
  readonly opportunityNotes: readonly OpportunityNote[];
  /** Oldest first. */
  readonly wins: readonly Win[];
  readonly oneToOnes: readonly KeptOneToOne[];
  /** null: nothing was ever chosen. */
  readonly nudges: ExportedNudges | null;
  readonly workingHours: WorkingHours;
  /** User ids of those whose copies the person does not take. */
  readonly notReceivingFrom: readonly string[];
}

export interface ExportedNudges extends Omit<NudgeSettings, "pausedUntil" | "offBecause"> {
  /** ISO 8601, UTC. */
  readonly pausedUntil: string | null;
}

/** The shape of the JSON file. A later version of the program reads every earlier one (`earlier-exports.ts`). */
export const exportFormat = { format: "progression-export", version: 2 } as const;

/** Round-trips through `parseExport`. */
export function toExportJson(exported: Export): string {
  return `${JSON.stringify({ ...exportFormat, ...exported }, null, 2)}\n`;
}
