import type { EvidenceLog } from "./evidence-log.ts";
import type { Owner } from "./types.ts";

const MOST_KEPT = 5_000;

/**
 * The log, with the profiles and focus areas that were read lately in memory: every look-up and every receipt asks for them, and they
 * hardly ever change. This process is the only one that writes to its database. Whatever is saved or erased is read anew; the oldest
 * goes when there are too many.
 */
export function keepChoices(log: EvidenceLog, most = MOST_KEPT): EvidenceLog {
  const profiles = keeping((owner) => log.profile(owner), most);
  const focus = keeping((owner) => log.focus(owner), most);

  return {
    ...log,
    profile: profiles.read,
    focus: focus.read,
    saveProfile: (owner, profile) => profiles.changing(owner, log.saveProfile(owner, profile)),
    saveFocus: (owner, areas) => focus.changing(owner, log.saveFocus(owner, areas)),
    forget: (owner) => profiles.changing(owner, focus.changing(owner, log.forget(owner))),
  };
}

interface Keeping<T> {
  read(owner: Owner): Promise<T>;
  /** What is kept of the owner is not believed once the work is done, however it ends. */
  changing<R>(owner: Owner, work: Promise<R>): Promise<R>;
}

function keeping<T>(ask: (owner: Owner) => Promise<T>, most: number): Keeping<T> {
  // Most people have none, and that is worth knowing too.
  const kept = new Map<string, { readonly value: T }>();
  let changes = 0;

  return {
    async read(owner) {
      const key = keyOf(owner);
      const known = kept.get(key);

      if (known !== undefined) {
        return known.value;
      }
      const before = changes;
      const value = await ask(owner);

      // What was read while somebody wrote may be of before, and is not kept.
      if (changes === before) {
        for (const oldest of kept.keys()) {
          if (kept.size < most) break;
          kept.delete(oldest);
        }
        kept.set(key, { value });
      }
      return value;
    },
    async changing(owner, work) {
      try {
        return await work;
      } finally {
        changes += 1;
        kept.delete(keyOf(owner));
      }
    },
  };
}

function keyOf({ team, user }: Owner): string {
  return `${team}\n${user}`;
}
