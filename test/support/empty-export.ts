import type { Export } from "../../src/export/export.ts";
import { usualHours } from "../../src/nudges/time/working-hours.ts";

/** The export of somebody of whom nothing is kept, and these. */
export function newExport(more: Partial<Export> = {}): Export {
  return {
    exportedAt: "2026-03-05T00:00:00.000Z",
    profile: null,
    focus: [],
    opportunityNotes: [],
    wins: [],
    oneToOnes: [],
    nudges: null,
    workingHours: usualHours,
    notReceivingFrom: [],
    ...more,
  };
}
