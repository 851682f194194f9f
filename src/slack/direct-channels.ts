import type { Owner } from "../evidence/types.ts";
import type { PlanBook } from "../nudges/nudge-book.ts";

/**
 * Which conversation a person has with the bot. Only there can be looked up whether a reminder arrived whose reply was lost, and the first one
 * is sent to the person, not to a conversation. So it is with what was sent for a 1:1. It is written down for people who have a reminder; of others it stays in memory.
 */
export interface DirectChannels {
  /** An event named it, or the answer to a message. */
  heard(owner: Owner, channel: string): Promise<void>;
  /** As far as anything has named it. */
  known(owner: Owner): Promise<string | undefined>;
  /** The same plans; a new one brings what was heard before. */
  readonly plans: PlanBook;
}

interface Heard {
  readonly channel: string;
  readonly kept: boolean;
}

const MOST_KEPT = 20_000;

export function createDirectChannels(plans: PlanBook): DirectChannels {
  const heard = new Map<string, Heard>();

  async function keep(owner: Owner, channel: string): Promise<void> {
    await plans.rememberChannel(owner, channel);
    heard.set(keyOf(owner), { channel, kept: true });
  }

  return {
    async heard(owner, channel) {
      const key = keyOf(owner);
      if (!/^D[A-Z0-9]{2,30}$/.test(channel) || heard.get(key)?.channel === channel) {
        return;
      }
      for (const oldest of heard.keys()) {
        if (heard.size < MOST_KEPT) break;
        heard.delete(oldest);
      }
      heard.set(key, { channel, kept: false });
      if ((await plans.plans(owner)).length > 0) await keep(owner, channel);
    },
    known: async (owner) => heard.get(keyOf(owner))?.channel ?? (await plans.channel(owner)) ?? undefined,
    plans: {
      ...plans,
      async savePlan(owner, plan, now) {
        const saved = await plans.savePlan(owner, plan, now);
        const known = heard.get(keyOf(owner));
        if (known?.kept === false) await keep(owner, known.channel);
        return saved;
      },
    },
  };
}

function keyOf({ team, user }: Owner): string {
  return `${team}.${user}`;
}
