import type { Focus, OpportunityNote, Profile, Win } from "./types.ts";

/** Everything that the bot keeps of one person, as it leaves the program. */
export interface Export {
  readonly exportedAt: string;
  readonly profile: Profile | null;
  readonly focus: readonly Focus[];
  readonly opportunityNotes: readonly OpportunityNote[];
  /** Oldest first. */
  readonly wins: readonly Win[];
}

/** The shape of the JSON file. A later version of the program reads every earlier one. */
export const exportFormat = { format: "progression-export", version: 1 } as const;

/** Round-trips through `parseExport`. */
export function toExportJson(exported: Export): string {
  const { exportedAt, profile, focus, opportunityNotes, wins } = exported;
  return `${JSON.stringify({ ...exportFormat, exportedAt, profile, focus, opportunityNotes, wins }, null, 2)}\n`;
}
