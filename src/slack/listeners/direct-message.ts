import type { App, BlockAction, KnownEventFromType } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { couldBeWin } from "../../evidence/parse-new-win.ts";
import { NO_SOURCE } from "../../wins/captured.ts";
import { WIN_LOOK } from "../ids.ts";
import type { OneDesk } from "../one-desk.ts";
import { handedText } from "../rich-text/handed-text.ts";
import { meantBy, typedWin } from "../typed-win.ts";
import type { View } from "../views/render.ts";
import { draftGoneView } from "../views/wins/not-saved.ts";
import { unclearView } from "../views/wins/unclear.ts";
import { sentenceView } from "../views/wins/win-text.ts";
import type { WinDesk } from "../win-desk.ts";
import { type Answering, answeredView } from "./answered.ts";
import { checkChoiceLater } from "./check-choice.ts";
import { eventIdOf, isForeign, keyOf, ownerOf } from "./envelope.ts";
import { answerOneToOneLine } from "./one-to-ones/line.ts";
import { PROGRESSION } from "./progression-command.ts";
import { captureMessage } from "./wins/capture-message.ts";

/**
 * Words typed in the conversation with the bot: a look-up is answered, a win is saved, and where it could be either the person chooses. It
 * sees no other conversation: there is no scope for one.
 */
export function registerDirectMessage(app: App, { desk, my }: Answering, wins: WinDesk, ones: OneDesk): void {
  registerLookItUp(app, { desk, my }, wins);
  app.message(async ({ body, client, context, message }) => {
    if (isFileOnly(message)) {
      await post(client, message.channel, sentenceView(FILE_ONLY));
      return;
    }
    if (!isTyped(message)) {
      return;
    }
    const typed = message.text ?? "";
    const line = withoutCommand(typed);
    const owner = ownerOf(body, message.user);
    await ones.heard(owner, message.channel);
    const asker = { ...owner, command: PROGRESSION };
    const said = await answerOneToOneLine(ones, owner, line, `event:${eventIdOf(body)}`);
    if (said !== undefined) {
      await post(client, message.channel, said);
      return;
    }
    const win = typedWin(typed);
    const meant =
      win !== undefined ? "win" : line !== typed ? "lookup" : meantBy(typed, await desk.reading(typed, asker));

    const answer = async (words: string) =>
      post(client, message.channel, await answeredView(await desk.line(words, asker), owner, IN_DM, { my, client }));

    if (meant === "lookup") {
      await answer(line);
      return;
    }
    const text = handedText(win ?? typed, wins.people.learnName);

    // Words that say nothing are no question: they are handed in, and what is missing is said.
    if (meant === "unclear" && couldBeWin(text)) {
      const person = await wins.people.glance(owner);
      if (person !== undefined && person.standing !== "member") {
        await answer(line);
        return;
      }
      const messageKey = `${message.channel}:${message.ts}`;
      const source = { ...NO_SOURCE, messageKey };
      const draft = await wins.log.keepDraft(owner, { text, origin: "dm", source, reason: "unclear" });
      try {
        await post(client, message.channel, unclearView(draft, wins.nameOf));
      } finally {
        if (person === undefined) checkChoiceLater(wins, owner, () => answer(line));
      }
      return;
    }
    await captureMessage(wins, client, {
      owner,
      text,
      origin: "dm",
      channel: message.channel,
      ts: message.ts,
      gesture: `event:${eventIdOf(body)}`,
      foreign: isForeign({ user: { team_id: "team" in message ? message.team : undefined } }, owner.team),
      attempt: context.retryNum ?? 0,
    });
  });
}

/** "Look it up", under words that could have been either. */
function registerLookItUp(app: App, { desk, my }: Answering, wins: WinDesk): void {
  app.action<BlockAction>(WIN_LOOK, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const draft = await wins.log.draft(owner, keyOf(action));
    await ack();
    const view =
      draft === undefined
        ? draftGoneView()
        : await answeredView(await desk.line(draft.text, { ...owner, command: PROGRESSION }), owner, IN_DM, {
            my,
            client,
          });
    await respond({ replace_original: true, text: view.text, blocks: [...view.blocks] });
  });
}

const IN_DM = { kind: "message", canShare: false } as const;

const FILE_ONLY =
  "A file alone cannot be a win: Progression keeps words and never reads a file. Write a line about what it shows.";

type Message = KnownEventFromType<"message">;

/** A person's own new message: no edits, no joins, and no bots. Of a message with a file, its words. */
function isTyped(
  message: Message,
): message is Extract<Message, { subtype: undefined | "file_share" }> & { user: string; text?: string } {
  return (
    message.channel_type === "im" &&
    (message.subtype === undefined || message.subtype === "file_share") &&
    !("bot_id" in message && message.bot_id !== undefined) &&
    "user" in message &&
    typeof message.user === "string" &&
    "text" in message &&
    typeof message.text === "string"
  );
}

function isFileOnly(message: Message): boolean {
  return (
    message.subtype === "file_share" &&
    message.channel_type === "im" &&
    !("bot_id" in message && message["bot_id"] !== undefined) &&
    message.text.trim() === ""
  );
}

async function post(client: WebClient, channel: string, { text, blocks }: View): Promise<void> {
  await client.chat.postMessage({ channel, text, blocks: [...blocks], unfurl_links: false, unfurl_media: false });
}

/** People who type the command as a message mean the command. */
function withoutCommand(text: string): string {
  return text.replace(/^\s*\/progression\b/i, "");
}
