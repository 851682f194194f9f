import type { App } from "@slack/bolt";
import type { OneDesk } from "../one-desk.ts";
import { type Answering, answeredView } from "./answered.ts";
import { ownerOf } from "./envelope.ts";
import { answerOneToOneLine } from "./one-to-ones/line.ts";
import { canShareIn } from "./surface.ts";

export const PROGRESSION = "/progression";

/** The answer travels in the acknowledgement: one round trip, no scope, and it works while Slack's Web API does not. */
export function registerProgressionCommand(app: App, { desk, my }: Answering, ones: OneDesk): void {
  app.command(PROGRESSION, async ({ ack, body, client, command }) => {
    const owner = ownerOf(body, command.user_id);
    const line = command.text ?? "";
    const view = await answerOneToOneLine(ones, owner, line, `command:${command.trigger_id}`);

    if (view !== undefined) {
      await ack({ response_type: "ephemeral", text: view.text, blocks: [...view.blocks] });
      return;
    }
    const answer = await desk.line(line, { ...owner, command: command.command });
    const { text, blocks } = await answeredView(
      answer,
      owner,
      { kind: "message", canShare: canShareIn(command.channel_id) },
      { my, client },
    );

    await ack({ response_type: "ephemeral", text, blocks: [...blocks] });
  });
}
