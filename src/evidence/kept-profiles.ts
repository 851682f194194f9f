import type { EvidenceLog } from "./evidence-log.ts";
import type { Owner, Profile } from "./types.ts";

/** Most people have none, and that is worth knowing too. */
interface Kept {
  readonly profile: Profile | undefined;
}

const MOST_KEPT = 5_000;

/**
 * The log, with the profiles that were read lately in memory: every lookup asks for one, and a profile hardly ever changes. This process
 * is the only one that writes to its database. Whatever is saved or erased is read anew; the oldest goes when there are too many.
 */
export function keepProfiles(log: EvidenceLog, most = MOST_KEPT): EvidenceLog {
  const kept = new Map<string, Kept>();
  let changes = 0;

  /** What was read while somebody wrote may be of before, and is not kept. */
  async function changing<T>(owner: Owner, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      changes += 1;
      kept.delete(keyOf(owner));
    }
  }

  return {
    ...log,
    async profile(owner) {
      const key = keyOf(owner);
      const known = kept.get(key);

      if (known !== undefined) {
        return known.profile;
      }
      const before = changes;
      const profile = await log.profile(owner);

      if (changes === before) {
        for (const oldest of kept.keys()) {
          if (kept.size < most) break;
          kept.delete(oldest);
        }
        kept.set(key, { profile });
      }
      return profile;
    },
    saveProfile: (owner, profile) => changing(owner, log.saveProfile(owner, profile)),
    forget: (owner) => changing(owner, log.forget(owner)),
  };
}

function keyOf({ team, user }: Owner): string {
  return `${team}\n${user}`;
}
