import type { App } from "@slack/bolt";
import { answerView } from "../views/answer.ts";
import type { Desk } from "./desk.ts";
import { canShareIn } from "./surface.ts";

export const PROGRESSION = "/progression";

/** The answer travels in the acknowledgement: one round trip, no scope, and it works while Slack's Web API does not. */
export function registerProgressionCommand(app: App, desk: Desk): void {
  app.command(PROGRESSION, async ({ ack, command }) => {
    const answer = await desk.line(command.text ?? "", { user: command.user_id, command: command.command });
    const { text, blocks } = answerView(answer, { kind: "message", canShare: canShareIn(command.channel_id) });

    await ack({ response_type: "ephemeral", text, blocks: [...blocks] });
  });
}
