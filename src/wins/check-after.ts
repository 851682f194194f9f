import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Draft, Owner, Win } from "../evidence/types.ts";
import { localDay } from "./days.ts";
import type { People } from "./people.ts";

export interface CheckParts {
  readonly log: EvidenceLog;
  readonly people: People;
}

export type Checked =
  | { readonly kind: "fine" }
  /** The words were written down for somebody who may not store anything, and are gone again. */
  | { readonly kind: "erased"; readonly standing: "guest" | "stranger" };

/** What was written down. */
export type Stored = { readonly win: Win } | { readonly draft: Draft };

/**
 * Asks who somebody is after their words were saved. Whoever was never seen as a member and turns out to be a guest or a stranger
 * is erased whole; a member who has become a guest keeps what was theirs and loses only the new win.
 */
export async function checkAfter(owner: Owner, stored: Stored, writtenAt: number, parts: CheckParts): Promise<Checked> {
  const { log, people } = parts;
  const person = await people.look(owner);

  if (person === undefined) {
    return { kind: "fine" };
  }
  const profile = await log.profile(owner);

  if (person.standing !== "member") {
    if (!profile?.tz) {
      await log.forget(owner);
    } else if ("win" in stored) {
      await log.remove(owner, stored.win.id);
    } else {
      await log.dropDraft(owner, stored.draft.id);
    }
    return { kind: "erased", standing: person.standing };
  }
  if (person.tz !== null && person.tz !== profile?.tz) {
    const guessed = localDay(writtenAt, profile?.tz ?? null);
    const day = localDay(writtenAt, person.tz);

    await log.saveProfile(owner, { tz: person.tz });
    if ("win" in stored && stored.win.happenedOn === guessed && day !== guessed) {
      await log.edit(owner, stored.win.id, { happenedOn: day });
    }
  }
  return { kind: "fine" };
}
