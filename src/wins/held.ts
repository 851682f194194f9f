import { randomUUID } from "node:crypto";
import type { Owner } from "../evidence/types.ts";
import type { Handed } from "./captured.ts";

/**
 * Words that could not be written to disk, kept in memory until the person presses "Try again". Few and for an hour: they are shown to the
 * person as well, so that a restart loses nothing that cannot be copied.
 */
export interface HeldWords {
  keep(handed: Handed): string;
  find(owner: Owner, id: string): Handed | undefined;
  drop(id: string): void;
  /** Drops all that this person has here. */
  forget(owner: Owner): void;
}

const KEPT_MS = 60 * 60_000;
const MOST = 500;

export function createHeldWords(now: () => number): HeldWords {
  const kept = new Map<string, { readonly handed: Handed; readonly at: number }>();

  return {
    keep(handed) {
      const id = randomUUID();
      for (const [old, { at }] of kept) {
        if (kept.size >= MOST || now() - at > KEPT_MS) kept.delete(old);
      }
      kept.set(id, { handed, at: now() });
      return id;
    },
    find({ team, user }, id) {
      const found = kept.get(id);
      const own = found?.handed.owner.user === user && found.handed.owner.team === team;
      return found !== undefined && own && now() - found.at <= KEPT_MS ? found.handed : undefined;
    },
    drop(id) {
      kept.delete(id);
    },
    forget({ team, user }) {
      for (const [id, { handed }] of kept) {
        if (handed.owner.user === user && handed.owner.team === team) kept.delete(id);
      }
    },
  };
}
