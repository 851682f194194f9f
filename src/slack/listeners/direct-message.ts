import type { App, KnownEventFromType } from "@slack/bolt";
import { type Answering, answeredView } from "./answered.ts";
import { ownerOf } from "./envelope.ts";
import { PROGRESSION } from "./progression-command.ts";

/** Words typed in the conversation with the bot are read like a command. It sees no other conversation: there is no scope for one. */
export function registerDirectMessage(app: App, { desk, my }: Answering): void {
  app.message(async ({ body, client, message }) => {
    if (!isTyped(message)) {
      return;
    }
    const owner = ownerOf(body, message.user);
    const answer = await desk.line(withoutCommand(message.text), { ...owner, command: PROGRESSION });
    const { text, blocks } = await answeredView(answer, owner, { kind: "message", canShare: false }, { my, client });

    await client.chat.postMessage({
      channel: message.channel,
      text,
      blocks: [...blocks],
      unfurl_links: false,
      unfurl_media: false,
    });
  });
}

type Message = KnownEventFromType<"message">;

/** A person's own new message: no edits, joins, files without words, and no bots. */
function isTyped(message: Message): message is Extract<Message, { subtype: undefined }> & { text: string } {
  return (
    message.channel_type === "im" &&
    message.subtype === undefined &&
    !("bot_id" in message && message.bot_id !== undefined) &&
    "text" in message &&
    typeof message.text === "string"
  );
}

/** People who type the command as a message mean the command. */
function withoutCommand(text: string): string {
  return text.replace(/^\s*\/progression\b/i, "");
}
