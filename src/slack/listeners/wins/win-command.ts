import type { App } from "@slack/bolt";
import { NO_SOURCE } from "../../../wins/captured.ts";
import { WIN_COMMAND } from "../../ids.ts";
import { handedText } from "../../rich-text/handed-text.ts";
import { restViews } from "../../views/wins/not-saved.ts";
import { checkWhoLater, type WinDesk } from "../../win-desk.ts";
import { ownerOf } from "../envelope.ts";
import { canShareIn } from "../surface.ts";
import { openForm } from "./open-form.ts";

/** `/win Fixed the flaky deploy` is on disk before Slack is answered, and the answer is the receipt. No words: the form. */
export function registerWinCommand(app: App, desk: WinDesk): void {
  app.command(WIN_COMMAND, async ({ ack, body, client, command, respond }) => {
    const owner = ownerOf(body, command.user_id);
    const text = handedText(command.text ?? "", desk.people.learnName);

    if (text.trim() === "") {
      await ack();
      await openForm(desk, client, owner, command.trigger_id, { origin: "modal", source: NO_SOURCE }, (view) =>
        respond({ response_type: "ephemeral", ...view, blocks: [...view.blocks] }),
      );
      return;
    }
    const handed = {
      owner,
      text,
      origin: "command",
      source: NO_SOURCE,
      writtenAt: desk.now(),
      gesture: `command:${command.trigger_id}`,
    } as const;
    const { captured, view, rest } = await desk.capture(handed, { canShare: canShareIn(command.channel_id) });

    await ack({ response_type: "ephemeral", text: view.text, blocks: [...view.blocks] });
    for (const more of restViews(rest)) {
      await respond({ response_type: "ephemeral", text: more.text, blocks: [...more.blocks] });
    }
    checkWhoLater(desk, handed, captured, (erased) =>
      respond({ response_type: "ephemeral", replace_original: false, text: erased.text, blocks: [...erased.blocks] }),
    );
  });
}
