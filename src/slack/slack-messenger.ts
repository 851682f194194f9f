import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { z } from "zod";
import type { LookupOutcome, Messenger } from "../nudges/messenger.ts";
import { sendFailure } from "./send-failure.ts";

/** Beside an id that means something in the bot's database alone: nothing of the person and nothing of the content. */
type EventType = "progression_reminder" | "progression_copy";

const PAGE = 100;
const PAGES = 5;

const posted = z.object({ channel: z.string(), ts: z.string().regex(/^\d+\.\d+$/) });
const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().default("") }).optional(),
});

/**
 * Reminders, and copies for the other person of a 1:1, as direct messages that can be found again. `clientOf` gives a client that nothing else
 * uses: a 429 pauses what a client sends, and a person who presses a button must not wait for reminders.
 */
export function createSlackMessenger(
  clientOf: (team: string) => WebClient,
  eventType: EventType = "progression_reminder",
): Messenger {
  return {
    async send({ text, blocks }, { owner, channel, deliveryId }) {
      try {
        const answer = await clientOf(owner.team).apiCall("chat.postMessage", {
          channel: channel ?? owner.user,
          text,
          blocks,
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: eventType, event_payload: { id: deliveryId } },
        });
        const receipt = posted.safeParse(answer);
        return receipt.success && isTheirs(receipt.data.channel, channel)
          ? { kind: "sent", receipt: receipt.data }
          : { kind: "unknown", reason: "unreadable-answer" };
      } catch (error) {
        return sendFailure(error);
      }
    },

    async findDelivery(channel, deliveryId, since, team) {
      try {
        return await search(clientOf(team), { channel, eventType, deliveryId, since });
      } catch (error) {
        return lookupFailure(error);
      }
    },
  };
}

/** A receipt from another conversation is none, and where it is from must not be taken for the person's DM. */
function isTheirs(channel: string, wanted: string | null): boolean {
  return wanted === null ? channel.startsWith("D") : channel === wanted;
}

interface Wanted {
  readonly channel: string;
  readonly eventType: EventType;
  readonly deliveryId: string;
  readonly since: number;
}

async function search(client: WebClient, { channel, eventType, deliveryId, since }: Wanted): Promise<LookupOutcome> {
  for (let page = 0, cursor = ""; page < PAGES; page += 1) {
    const answer = history.parse(
      await client.apiCall("conversations.history", {
        channel,
        oldest: (since / 1000).toFixed(6),
        inclusive: true,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor === "" ? {} : { cursor }),
      }),
    );
    const found = answer.messages.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload["id"] === deliveryId,
    );

    if (found !== undefined) {
      return { kind: "found", receipt: { channel, ts: found.ts } };
    }
    cursor = answer.response_metadata?.next_cursor ?? "";
    if (!answer.has_more) {
      return { kind: "absent" };
    }
    if (cursor === "") {
      return { kind: "later", reason: "unreadable-answer" };
    }
  }
  return { kind: "impossible", reason: "history-too-long" };
}

/** A missing scope stays missing; a bad token or a busy Slack may be better later. */
function lookupFailure(error: unknown): LookupOutcome {
  const failure = sendFailure(error);

  if (error instanceof WebAPIPlatformError && failure.kind === "refused") {
    const { reason, scope } = failure;
    return scope === "workspace" && reason !== "missing_scope"
      ? { kind: "later", reason }
      : { kind: "impossible", reason };
  }
  return { kind: "later", reason: failure.kind === "limited" ? "ratelimited" : "unreachable" };
}
