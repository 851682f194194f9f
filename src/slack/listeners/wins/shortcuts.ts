import type { App, GlobalShortcut, MessageShortcut } from "@slack/bolt";
import { NO_SOURCE } from "../../../wins/captured.ts";
import { LOG_SHORTCUT, SAVE_SHORTCUT } from "../../ids.ts";
import { handedText } from "../../rich-text/handed-text.ts";
import type { View } from "../../views/render.ts";
import { restViews } from "../../views/wins/not-saved.ts";
import { checkWhoLater, type WinDesk } from "../../win-desk.ts";
import { isForeign, ownerOf } from "../envelope.ts";
import { openForm } from "./open-form.ts";

const MOST_IN_FORM = 12_000;

/** The form, empty or with a message in it. Nothing is stored before it is submitted. */
export function registerShortcuts(app: App, desk: WinDesk): void {
  app.shortcut<GlobalShortcut>({ callback_id: LOG_SHORTCUT, type: "shortcut" }, async ({ ack, body, client }) => {
    await ack();
    const owner = ownerOf(body, body.user.id);
    await openForm(desk, client, owner, body.trigger_id, { origin: "shortcut", source: NO_SOURCE }, async (view) => {
      await client.chat.postMessage({ channel: owner.user, text: view.text, blocks: [...view.blocks] });
    });
  });

  app.shortcut<MessageShortcut>(
    { callback_id: SAVE_SHORTCUT, type: "message_action" },
    async ({ ack, body, client, respond }) => {
      await ack();
      const owner = ownerOf(body, body.user.id);
      const { message, channel } = body;
      const words =
        "bot_id" in message && message["bot_id"] ? "" : handedText(message.text ?? "", desk.people.learnName);
      const author = message.user !== undefined && message.user !== owner.user ? message.user : null;
      const thread = typeof message["thread_ts"] === "string" ? message["thread_ts"] : undefined;
      const source = {
        permalink: desk.permalink(channel.id, message.ts, thread),
        messageKey: `${channel.id}:${message.ts}`,
        author: words === "" ? null : author,
      };

      if (words.length > MOST_IN_FORM) {
        // No form holds so much. It goes the way of all other words, which knows who may keep any.
        const handed = {
          owner,
          text: words,
          origin: "shortcut",
          source,
          writtenAt: Number(message.ts) * 1000 || desk.now(),
          gesture: `shortcut:${body.trigger_id}`,
          foreign: isForeign(body, owner.team),
        } as const;
        const tell = (view: View) =>
          respond({ response_type: "ephemeral", replace_original: false, text: view.text, blocks: [...view.blocks] });
        const { captured, view, rest } = await desk.capture(handed, { canShare: false });
        try {
          await tell(view);
          for (const more of restViews(rest)) await tell(more);
        } finally {
          checkWhoLater(desk, handed, captured, tell);
        }
        return;
      }
      if (author !== null) {
        await desk.people.glance({ team: owner.team, user: author });
      }
      const remark = remarkFor(message, words);
      await openForm(
        desk,
        client,
        owner,
        body.trigger_id,
        {
          origin: "shortcut",
          source,
          writtenAt: Number(message.ts) * 1000 || desk.now(),
          text: words,
          ...(remark === undefined ? {} : { remark }),
        },
        (view) =>
          respond({ response_type: "ephemeral", replace_original: false, text: view.text, blocks: [...view.blocks] }),
      );
    },
  );
}

function remarkFor(message: MessageShortcut["message"], words: string): string | undefined {
  if ("bot_id" in message && message["bot_id"]) {
    return "An app wrote that message, so its words are left out. Say in your own what you did; the link to it is kept.";
  }
  return words.trim() === ""
    ? "That message has no words, and files are never read. Say what it shows; the link to it is kept."
    : undefined;
}
