import type { EvidenceLog, Imported } from "../evidence/evidence-log.ts";
import { parseExport } from "../evidence/parse-export.ts";
import type { Owner } from "../evidence/types.ts";

export type TakenIn =
  | { readonly kind: "done"; readonly imported: Imported }
  | { readonly kind: "unreadable"; readonly reasons: readonly string[] };

/**
 * An export comes back: its wins are added where they are not there, and settings, focus and notes only where the person has none. What
 * somebody has chosen since is never overwritten by what they once exported.
 */
export async function takeIn(owner: Owner, json: string, log: EvidenceLog): Promise<TakenIn> {
  const { exported, reasons } = parseExport(json);

  if (exported === undefined) return { kind: "unreadable", reasons };
  const imported = await log.importWins(owner, exported.wins);
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
  return { kind: "done", imported };
}
