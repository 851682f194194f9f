import type { App, BlockAction, RespondFn } from "@slack/bolt";
import { RespondError } from "@slack/bolt";
import type { Owner, Win } from "../../../evidence/types.ts";
import { WIN_POST, WIN_SHARE, WIN_UNSHARE, WIN_WITHDRAW } from "../../ids.ts";
import { createRepeats } from "../../transport/repeats.ts";
import { goneView } from "../../views/wins/not-saved.ts";
import { previewMark, sharedWinCard, sharedWinPreview } from "../../views/wins/shared-win.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import type { WinDesk } from "../../win-desk.ts";
import { ownerOf, winAndRest, winIdOf } from "../envelope.ts";
import { canShareIn, codeOf } from "../surface.ts";
import { type PressedAt, pressedAt } from "./place.ts";

/** Nothing of a person's reaches a channel without a press on "Post to channel", after a preview of exactly what will stand there. */
export function registerShareWin(app: App, desk: WinDesk): void {
  /** A preview is posted once, however often its button is pressed. */
  const posts = createRepeats(desk.now);
  const nameOf = (body: BlockAction) => desk.nameOf(body.user.id) ?? body.user.name ?? "Somebody";

  app.action<BlockAction>(WIN_SHARE, async ({ ack, action, body, client, respond }) => {
    const at = pressedAt(body, { client, respond, desk });
    const win = await desk.log.get(ownerOf(body, body.user.id), winIdOf(action));
    await ack();
    if (win === undefined || win.deletedAt !== null) {
      await at.replace("Not here", goneView());
    } else if (!canShareIn(body.channel?.id)) {
      await at.replace("Share", sentenceView("A win is shared from the channel that should see it: type /wins there."));
    } else {
      await at.replace("Share", sharedWinPreview(win, body.channel?.name ?? null, nameOf(body), desk.nameOf));
    }
  });

  app.action<BlockAction>(WIN_UNSHARE, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const win = await desk.log.get(owner, winIdOf(action));
    await ack();
    await at.replace(
      "Your win",
      win === undefined ? goneView() : await desk.receipt(owner, win, { title: "Not shared", canShare: at.canShare }),
    );
  });

  app.action<BlockAction>(WIN_POST, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const { id, rest: mark } = winAndRest(action);
    const win = await desk.log.get(owner, id);
    await ack();
    if (win === undefined || win.deletedAt !== null || !canShareIn(body.channel?.id)) {
      await at.replace("Not here", goneView());
      return;
    }
    if (mark !== previewMark(win)) {
      await at.replace("Share", sharedWinPreview(win, body.channel?.name ?? null, nameOf(body), desk.nameOf));
      return;
    }
    await posts.once(`${body.channel?.id} ${body.container["message_ts"]} ${owner.user}`, () =>
      post(body, owner, win, at, respond),
    );
  });

  async function post(body: BlockAction, owner: Owner, win: Win, at: PressedAt, respond: RespondFn): Promise<void> {
    const card = sharedWinCard(win, nameOf(body), desk.seal.seal(`${win.id}.${owner.user}`), desk.nameOf);
    try {
      await respond({
        response_type: "in_channel",
        replace_original: false,
        text: card.text,
        blocks: [...card.blocks],
      });
    } catch (error) {
      if (!(error instanceof RespondError)) throw error;
      await at.replace("Not shared", couldNotPost());
      return;
    }
    const seenBy = "Everyone in the channel sees the card";
    const remark = "Withdraw, on the card, takes it away again.";
    await at.replace(
      "Shared",
      await desk.receipt(owner, win, { title: "Shared", canShare: false, quiet: true, seenBy, remark }),
    );
  }

  app.action<BlockAction>(WIN_WITHDRAW, async ({ ack, action, body, respond }) => {
    await ack();
    const code = codeOf(action);
    const value = typeof code === "string" ? desk.seal.open(code) : undefined;

    if (value?.split(".")[1] === body.user.id) {
      await respond({ delete_original: true });
      return;
    }
    const view = sentenceView("Only the person who shared this win can withdraw it.");
    await respond({ response_type: "ephemeral", replace_original: false, text: view.text, blocks: [...view.blocks] });
  });
}

function couldNotPost() {
  return sentenceView(
    "This could not be posted: buttons work for half an hour. Find the win with /wins and share it from there.",
  );
}
