import { hash } from "node:crypto";
import type { Owner, Share, Visibility, Win } from "./types.ts";

/** Who can see a win is what stands in its shares, and nothing else: a win is private until one is written. */

/** The shares that others can still look at. */
export function standingShares({ shares }: Pick<Win, "shares">): Share[] {
  return shares.filter(({ withdrawnAt }) => withdrawnAt === null);
}

export function visibilityOf(win: Pick<Win, "shares">): Visibility {
  if (win.shares.length === 0) return "private";
  return standingShares(win).length > 0 ? "shared" : "withdrawn";
}

/** Names the words that others are shown of a win: a preview and a card with the same mark say the same. */
export function wordsMark({ text, outcome, happenedOn, source }: Win): string {
  return hash("sha256", JSON.stringify([text, outcome, happenedOn, source.author]), "base64url").slice(0, 16);
}

/**
 * Made of whose it is and what it says, so that an export which comes back proves its own shares: those of somebody else's file have
 * another id.
 */
export function shareId(
  { team, user }: Owner,
  { audience, sharedAt, shown }: Pick<Share, "audience" | "sharedAt" | "shown">,
): string {
  const said = JSON.stringify([team, user, audience.kind, audience.id, sharedAt, shown]);

  return hash("sha256", said, "hex").slice(0, 26);
}
