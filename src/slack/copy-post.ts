import type { WebClient } from "@slack/web-api";
import type { Owner } from "../evidence/types.ts";
import type { Log } from "../log.ts";
import type { Messenger } from "../nudges/messenger.ts";
import type { OneToOneBook } from "../one-to-ones/one-to-one-book.ts";
import type { Copy } from "../one-to-ones/types.ts";
import type { DirectChannels } from "./direct-channels.ts";
import { sendFailure } from "./send-failure.ts";
import type { View } from "./views/render.ts";

/**
 * A copy on its way to the other person, and back. It is sent once: whatever sends it never sends again by itself. Where nobody knows whether
 * it arrived, Slack is asked by the id that the message carries, and until Slack has said so its words count as standing.
 */
export interface CopyPost {
  /** After the claim. What became of it is in the book; it never throws for what Slack does. */
  send(owner: Owner, copy: Copy, message: View): Promise<void>;
  /** Until this process no longer sends it. */
  settled(owner: Owner, id: string): Promise<void>;
  /**
   * Puts `instead` in its place. `not-yet`: the words may still stand, and another try may help. `never-arrived`: it may be sent after all.
   * undefined: there is no such copy.
   */
  takeBack(owner: Owner, id: string, instead: View, client: WebClient): Promise<TakenBack | undefined>;
}

export type TakenBack = "withdrawn" | "not-yet" | "never-arrived";

export interface CopyPostParts {
  readonly book: OneToOneBook;
  /** Its client sends nothing twice. */
  readonly messenger: Messenger;
  readonly channels: Pick<DirectChannels, "heard" | "known">;
  readonly log: Log;
  readonly now: () => number;
}

/** Longer than a call may take, twice over: what is not there by then does not come any more. */
const SETTLE_MS = 30_000;
/** Slack's clock and ours may differ, and ours may have been set back since. */
const CLOCKS_DIFFER_MS = 2 * 3_600_000;
/** Slack has no such message: its words are gone as well. */
const GONE = new Set(["message_not_found", "channel_not_found"]);

export function createCopyPost({ book, messenger, channels, log, now }: CopyPostParts): CopyPost {
  const underWay = new Map<string, Promise<void>>();

  const receiverOf = (owner: Owner, { to }: Copy): Owner => ({ team: owner.team, user: to });
  const channelOf = async (owner: Owner, copy: Copy) =>
    (await book.copyChannel(owner, copy.to)) ?? (await channels.known(receiverOf(owner, copy)));

  async function post(owner: Owner, copy: Copy, { text, blocks }: View): Promise<void> {
    const receiver = receiverOf(owner, copy);
    const { id } = copy;

    if (!(await book.receives(receiver, owner.user))) {
      await book.copySent(owner, id, null);
      return;
    }
    const outcome = await messenger.send({ text, blocks }, { owner: receiver, channel: null, deliveryId: id });

    if (outcome.kind === "sent") {
      await book.copySent(owner, id, outcome.receipt);
      await channels.heard(receiver, outcome.receipt.channel);
    } else if (outcome.kind === "unknown") {
      // The row stays as it is: it says "perhaps", and taking it back asks.
      log.warn({ copy: id, reason: outcome.reason }, "a copy for a 1:1 may have arrived");
    } else {
      log.warn({ copy: id, reason: outcome.kind }, "a copy for a 1:1 was not sent");
      await book.releaseCopy(owner, id);
    }
  }

  async function replace(owner: Owner, copy: Copy, instead: View, client: WebClient): Promise<TakenBack> {
    try {
      const { text, blocks } = instead;
      await client.chat.update({ ...(copy.at ?? nowhere(copy)), text, blocks: [...blocks] });
    } catch (error) {
      const failure = sendFailure(error);
      const refused = failure.kind === "refused" && failure.scope !== "workspace";
      const gone = failure.kind === "refused" && GONE.has(failure.reason);
      if (!gone && !(refused && copy.at === null)) return "not-yet";
    }
    await book.copyWithdrawn(owner, copy.id);
    return "withdrawn";
  }

  /** Nobody has said whether it arrived. */
  async function find(owner: Owner, copy: Copy): Promise<Copy | "not-yet" | "never-arrived"> {
    const channel = await channelOf(owner, copy);
    if (channel === undefined || copy.sendingAt === null) return "not-yet";

    const isSettled = now() >= copy.sendingAt + SETTLE_MS;
    const found = await messenger.findDelivery(channel, copy.id, copy.sendingAt - CLOCKS_DIFFER_MS, owner.team);

    if (found.kind === "found") {
      await book.copySent(owner, copy.id, found.receipt);
      return { ...copy, state: "sent", at: found.receipt };
    }
    if (found.kind !== "absent" || !isSettled) return "not-yet";
    await book.releaseCopy(owner, copy.id);
    return "never-arrived";
  }

  const settled: CopyPost["settled"] = async (owner, id) => underWay.get(keyOf(owner, id));

  return {
    settled,
    async send(owner, copy, message) {
      const key = keyOf(owner, copy.id);
      const posting = post(owner, copy, message).finally(() => underWay.delete(key));
      underWay.set(key, posting);
      await posting;
    },
    async takeBack(owner, id, instead, client) {
      await settled(owner, id);
      const copy = await book.copy(owner, id);

      switch (copy?.state) {
        case "withdrawn":
          return "withdrawn";
        case "preview":
          return "never-arrived";
        case "sent":
          return await replace(owner, copy, instead, client);
        case "sending": {
          const found = await find(owner, copy);
          return typeof found === "string" ? found : await replace(owner, found, instead, client);
        }
        default:
          return undefined;
      }
    },
  };
}

/**
 * Nothing went out, because the other person takes nothing from its owner. Slack is asked to change a message that cannot be there, so that a
 * Slack which cannot be reached has its owner told the same as of any other copy.
 */
function nowhere({ to }: Copy) {
  return { channel: to, ts: "1.000000" };
}

function keyOf({ team, user }: Owner, id: string): string {
  return `${team}.${user}.${id}`;
}
