import type { App } from "@slack/bolt";
import { answerView } from "../views/answer.ts";
import type { Desk } from "./desk.ts";
import { PROGRESSION } from "./progression-command.ts";
import { canShareIn } from "./surface.ts";

/** "@progression backend mastery 3" in a channel is answered to whoever wrote it, and to nobody else. */
export function registerMention(app: App, desk: Desk): void {
  app.event("app_mention", async ({ client, context, event }) => {
    if (event.user === undefined || event.bot_id !== undefined) {
      return;
    }
    const words = event.text.replaceAll(`<@${context.botUserId}>`, " ");
    const answer = await desk.line(words, { user: event.user, command: PROGRESSION });
    const { text, blocks } = answerView(answer, { kind: "message", canShare: canShareIn(event.channel) });

    await client.chat.postEphemeral({ channel: event.channel, user: event.user, text, blocks: [...blocks] });
  });
}
