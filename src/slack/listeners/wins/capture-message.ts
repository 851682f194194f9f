import type { WebClient } from "@slack/web-api";
import { WebAPIPlatformError } from "@slack/web-api";
import type { Origin, Owner } from "../../../evidence/types.ts";
import type { Handed } from "../../../wins/captured.ts";
import type { View } from "../../views/render.ts";
import { restViews } from "../../views/wins/not-saved.ts";
import { checkWhoLater, type Reply, type WinDesk } from "../../win-desk.ts";
import { canShareIn } from "../surface.ts";

/** A message that its author handed over. */
export interface HandedMessage {
  readonly owner: Owner;
  readonly text: string;
  readonly origin: Origin;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string | undefined;
  readonly gesture: string;
  readonly foreign: boolean;
  /** Which of Slack's tries this is, from 0. */
  readonly attempt: number;
}

const LAST_ATTEMPT = 3;

/**
 * Commits, then tells the person, then lets the event be acknowledged. While the database cannot be written the event fails instead, so
 * that Slack brings it again; at Slack's last try the words are offered with a button.
 */
export async function captureMessage(desk: WinDesk, client: WebClient, message: HandedMessage): Promise<void> {
  const { owner, text, origin, channel, ts, thread, gesture, foreign } = message;
  const direct = channel.startsWith("D");
  const handed: Handed = {
    owner,
    text,
    origin,
    source: {
      permalink: direct ? null : desk.permalink(channel, ts, thread),
      messageKey: `${channel}:${ts}`,
      author: null,
    },
    writtenAt: Number(ts) * 1000 || desk.now(),
    gesture,
    foreign,
  };
  const reply = await desk.capture(handed, { canShare: canShareIn(channel) });

  if (reply.captured.kind === "unsaved" && message.attempt < LAST_ATTEMPT) {
    desk.held.drop(reply.captured.held);
    throw new NotSavedYetError();
  }
  const where = { channel, user: owner.user, thread };

  try {
    await tellAll(client, where, reply);
  } finally {
    // Also where it could not be told: brought again, the words are only found to be there.
    checkWhoLater(desk, handed, reply.captured, (view) => tellPrivately(client, where, view));
  }
}

/** The database could not be written; nothing is lost, because Slack brings the event again. */
class NotSavedYetError extends Error {
  override name = "NotSavedYetError";
}

interface Where {
  /** null: only their direct message. */
  readonly channel: string | null;
  readonly user: string;
  readonly thread?: string | undefined;
}

async function tellAll(client: WebClient, where: Where, { view, rest }: Reply): Promise<void> {
  await tellPrivately(client, where, view);
  for (const more of restViews(rest)) await tellPrivately(client, where, more);
}

const NOT_THERE = ["not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived"];

/** Only this person sees it: in the channel where they are, else in their direct message with the bot. */
export async function tellPrivately(client: WebClient, { channel, user, thread }: Where, view: View): Promise<void> {
  const message = { text: view.text, blocks: [...view.blocks] };

  if (channel !== null && !channel.startsWith("D")) {
    try {
      await client.chat.postEphemeral({
        channel,
        user,
        ...message,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
      return;
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError && NOT_THERE.includes(error.data.error))) throw error;
    }
  }
  await client.chat.postMessage({
    channel: channel?.startsWith("D") ? channel : user,
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  });
}
