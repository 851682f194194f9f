import type { App } from "@slack/bolt";
import { type Answering, answeredView } from "./answered.ts";
import { ownerOf } from "./envelope.ts";
import { canShareIn } from "./surface.ts";

export const PROGRESSION = "/progression";

/** The answer travels in the acknowledgement: one round trip, no scope, and it works while Slack's Web API does not. */
export function registerProgressionCommand(app: App, { desk, my }: Answering): void {
  app.command(PROGRESSION, async ({ ack, body, client, command }) => {
    const owner = ownerOf(body, command.user_id);
    const answer = await desk.line(command.text ?? "", { ...owner, command: command.command });
    const { text, blocks } = await answeredView(
      answer,
      owner,
      { kind: "message", canShare: canShareIn(command.channel_id) },
      { my, client },
    );

    await ack({ response_type: "ephemeral", text, blocks: [...blocks] });
  });
}
