import type { App } from "@slack/bolt";
import { handedText } from "../rich-text/handed-text.ts";
import { typedWin } from "../typed-win.ts";
import type { WinDesk } from "../win-desk.ts";
import { type Answering, answeredView } from "./answered.ts";
import { eventIdOf, isForeign, ownerOf } from "./envelope.ts";
import { PROGRESSION } from "./progression-command.ts";
import { canShareIn } from "./surface.ts";
import { captureMessage } from "./wins/capture-message.ts";

/** "@progression backend mastery 3" in a channel is answered to whoever wrote it, and to nobody else; "@progression win …" is saved for them. */
export function registerMention(app: App, { desk, my }: Answering, wins: WinDesk): void {
  app.event("app_mention", async ({ body, client, context, event }) => {
    if (event.user === undefined || event.bot_id !== undefined) {
      return;
    }
    const owner = ownerOf(body, event.user);
    const words = event.text.replaceAll(`<@${context.botUserId}>`, " ");
    const win = typedWin(words);

    if (win !== undefined) {
      await captureMessage(wins, client, {
        owner,
        text: handedText(win, wins.people.learnName),
        origin: "mention",
        channel: event.channel,
        ts: event.ts,
        thread: event.thread_ts,
        gesture: `event:${eventIdOf(body)}`,
        foreign: isForeign({ user: { team_id: event.team } }, owner.team),
        attempt: context.retryNum ?? 0,
      });
      return;
    }
    const answer = await desk.line(words, { ...owner, command: PROGRESSION });
    const { text, blocks } = await answeredView(
      answer,
      owner,
      { kind: "message", canShare: canShareIn(event.channel) },
      { my, client },
    );

    await client.chat.postEphemeral({
      channel: event.channel,
      user: event.user,
      text,
      blocks: [...blocks],
      // In the thread where it was asked: nobody would look for it in the channel.
      ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }),
    });
  });
}
