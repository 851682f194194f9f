import type { App } from "@slack/bolt";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { handedText } from "../../rich-text/handed-text.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import type { WinDesk } from "../../win-desk.ts";
import { eventIdOf, ownerOf } from "../envelope.ts";
import { captureMessage, tellPrivately } from "./capture-message.ts";

/**
 * The agreed emoji on one's own message saves it. Slack delivers everybody's reactions, so whatever is not a person's reaction to their
 * own message is dropped before anything else of it is looked at. Taking the emoji away changes nothing.
 */
export function registerEmoji(app: App, desk: WinDesk): void {
  app.event("reaction_added", async ({ body, client, context, event }) => {
    if (event.user !== event.item_user) {
      return;
    }
    const emoji = event.reaction.replace(/::skin-tone-\d$/, "");
    if (desk.winEmoji === null || emoji !== desk.winEmoji || event.item.type !== "message") {
      return;
    }
    const owner = ownerOf(body, event.user);
    if ((await desk.log.profile(owner))?.emojiCapture !== true) {
      return;
    }
    const { channel, ts } = event.item;
    const found = await readMessage(client, channel, ts);

    if (typeof found === "string") {
      await tellPrivately(client, { channel: null, user: owner.user }, sentenceView(found));
      return;
    }
    if (found.user !== owner.user) {
      return;
    }
    await captureMessage(desk, client, {
      owner,
      text: handedText(found.text, desk.people.learnName),
      origin: "emoji",
      channel,
      ts,
      thread: found.thread,
      gesture: `event:${eventIdOf(body)}`,
      foreign: false,
      attempt: context.retryNum ?? 0,
    });
  });
}

interface Found {
  readonly user: string | undefined;
  readonly text: string;
  readonly thread: string | undefined;
}

/** The one message, or why not, in a sentence for the person. What passes by itself is thrown, so that Slack brings the event again. */
async function readMessage(client: WebClient, channel: string, ts: string): Promise<Found | string> {
  try {
    const { message } = await client.reactions.get({ channel, timestamp: ts, full: true });
    const thread = message !== undefined && "thread_ts" in message ? message.thread_ts : undefined;

    return {
      user: message?.user,
      text: message?.text ?? "",
      thread: typeof thread === "string" ? thread : undefined,
    };
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : "";
    const sentence = REASONS[code];

    if (sentence === undefined) throw error;
    return sentence;
  }
}

const UNSEEN =
  "You put the win emoji on a message that I cannot see. Invite me to that channel, or use Save as win in the message's menu; nothing was saved.";

const REASONS: Readonly<Record<string, string>> = {
  missing_scope:
    "Saving with an emoji needs the scope reactions:read, which this workspace has not granted. Save as win in the message's menu does the same; nothing was saved.",
  message_not_found: "The message that you put the win emoji on is no longer there, so nothing was saved.",
  channel_not_found: UNSEEN,
  not_in_channel: UNSEEN,
};
