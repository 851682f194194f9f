import type { App } from "@slack/bolt";
import { type Answering, answeredView } from "./answered.ts";
import { ownerOf } from "./envelope.ts";
import { PROGRESSION } from "./progression-command.ts";
import { canShareIn } from "./surface.ts";

/** "@progression backend mastery 3" in a channel is answered to whoever wrote it, and to nobody else. */
export function registerMention(app: App, { desk, my }: Answering): void {
  app.event("app_mention", async ({ body, client, context, event }) => {
    if (event.user === undefined || event.bot_id !== undefined) {
      return;
    }
    const owner = ownerOf(body, event.user);
    const words = event.text.replaceAll(`<@${context.botUserId}>`, " ");
    const answer = await desk.line(words, { ...owner, command: PROGRESSION });
    const { text, blocks } = await answeredView(
      answer,
      owner,
      { kind: "message", canShare: canShareIn(event.channel) },
      { my, client },
    );

    await client.chat.postEphemeral({ channel: event.channel, user: event.user, text, blocks: [...blocks] });
  });
}
