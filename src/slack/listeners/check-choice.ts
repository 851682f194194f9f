import type { EvidenceLog } from "../../evidence/evidence-log.ts";
import type { Owner } from "../../evidence/types.ts";
import type { Later } from "../later.ts";
import type { SlackPeople } from "../people.ts";

/**
 * After a choice was saved for somebody whom memory did not know: asks Slack who they are. A guest or a stranger keeps nothing, save
 * what a member had before they became a guest; `tell` shows them so.
 */
export function checkChoiceLater(
  { people, log, later }: { readonly people: SlackPeople; readonly log: EvidenceLog; readonly later: Later },
  owner: Owner,
  tell: () => Promise<unknown>,
): void {
  later.run("check who chose something", async () => {
    const person = await people.look(owner);

    if (person === undefined || person.standing === "member") return;
    if (!(await log.profile(owner))?.tz) await log.forget(owner);
    await tell();
  });
}
