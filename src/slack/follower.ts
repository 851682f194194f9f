import type { Owner } from "../evidence/types.ts";
import { type FollowParts, followPerson } from "../one-to-ones/follow-person.ts";
import type { Person } from "../wins/people.ts";
import { seenPerson } from "./people.ts";

/** Takes what Slack says of people to their plans, in the order in which it was said. */
export interface Follower {
  follow(owner: Owner, person: Person): Promise<void>;
  /** Resolves when nothing that was said of them is still on its way. */
  settled(owner: Owner): Promise<void>;
}

export function createFollower(parts: FollowParts & { readonly changed: (owner: Owner) => void }): Follower {
  const running = new Map<string, Promise<void>>();

  async function follow(owner: Owner, person: Person): Promise<void> {
    if (await followPerson(parts, owner, seenPerson(person))) parts.changed(owner);
  }

  return {
    follow(owner, person) {
      const key = keyOf(owner);
      const before = running.get(key) ?? Promise.resolve();
      const turn = before
        .catch(() => undefined)
        .then(() => follow(owner, person))
        .finally(() => {
          if (running.get(key) === turn) running.delete(key);
        });
      running.set(key, turn);
      return turn;
    },
    settled: async (owner) => running.get(keyOf(owner))?.catch(() => undefined),
  };
}

function keyOf({ team, user }: Owner): string {
  return `${team}.${user}`;
}
