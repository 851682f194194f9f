import type { App, BlockAction, RespondFn } from "@slack/bolt";
import { RespondError } from "@slack/bolt";
import type { Owner, Share, Win } from "../../../evidence/types.ts";
import { wordsMark } from "../../../evidence/visibility.ts";
import { WIN_CARD_GONE, WIN_POST, WIN_SHARE, WIN_UNSHARE, WIN_WITHDRAW } from "../../ids.ts";
import { goneView, removedView } from "../../views/wins/not-saved.ts";
import { sharedWinCard, sharedWinPreview } from "../../views/wins/shared-win.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import type { WinDesk } from "../../win-desk.ts";
import { ownerOf, winAndRest, winIdOf } from "../envelope.ts";
import { canShareIn, channelOf, codeOf } from "../surface.ts";
import { zoneOf } from "./open-form.ts";
import { type PressedAt, pressedAt } from "./place.ts";

/**
 * Nothing of a person's reaches a channel without a press on "Post to channel", after a preview of exactly what will stand there. That it
 * stands there is written down before it is posted, and that it is gone after it was taken away.
 */
export function registerShareWin(app: App, desk: WinDesk): void {
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
      await at.replace("Share", sharedWinPreview(win, channelOf(body), nameOf(body), desk.nameOf));
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
    if (win === undefined || win.deletedAt !== null || !canShareIn(body.channel?.id)) {
      await ack();
      await at.replace("Not here", goneView());
      return;
    }
    if (mark !== wordsMark(win)) {
      await ack();
      await at.replace("Share", sharedWinPreview(win, channelOf(body), nameOf(body), desk.nameOf, true));
      return;
    }
    const channel = channelOf(body);
    // A preview is posted once, however often its button is pressed.
    const shared = await desk.log.share(
      owner,
      id,
      { audience: { kind: "channel", ...channel }, shown: mark },
      { key: `share:${channel.id}:${body.container["message_ts"]}` },
    );
    await ack();
    if (shared?.outcome === "shared" && shared.share !== undefined) {
      desk.changed(owner);
      await post({ body, owner, win: shared.win, share: shared.share, at, respond });
    }
  });

  async function post({ body, owner, win, share, at, respond }: Post): Promise<void> {
    const card = sharedWinCard(win, nameOf(body), desk.seal.seal(`${win.id}.${owner.user}.${share.id}`), desk.nameOf);
    try {
      await respond({
        response_type: "in_channel",
        replace_original: false,
        text: card.text,
        blocks: [...card.blocks],
      });
    } catch (error) {
      // Without an answer of Slack's nobody knows whether it stands there: then the record goes on saying that it does.
      if (!(error instanceof RespondError)) throw error;
      await desk.log.unshare(owner, share.id);
      desk.changed(owner);
      await at.replace("Not shared", couldNotPost());
      return;
    }
    await at.replace("Shared", await desk.receipt(owner, win, { title: "Shared", canShare: false, quiet: true }));
  }

  app.action<BlockAction>(WIN_WITHDRAW, async ({ ack, action, body, respond }) => {
    await ack();
    const code = codeOf(action);
    const [, user, share] = (typeof code === "string" ? desk.seal.open(code) : undefined)?.split(".") ?? [];

    if (user === body.user.id) {
      const owner = ownerOf(body, body.user.id);
      await respond({ delete_original: true });
      if (share !== undefined) {
        await desk.log.withdraw(owner, share, String(body.container["message_ts"] ?? "") || null);
        desk.changed(owner);
      }
      return;
    }
    const view = sentenceView("Only the person who shared this win can withdraw it.");
    await respond({ response_type: "ephemeral", replace_original: false, text: view.text, blocks: [...view.blocks] });
  });

  /** The card was removed by somebody else: Slack tells nobody who cannot read the channel. */
  app.action<BlockAction>(WIN_CARD_GONE, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const win = await desk.log.withdraw(owner, winAndRest(action).rest, null);
    await ack();
    if (win === undefined) {
      await at.replace("Not here", goneView());
      return;
    }
    desk.changed(owner);
    await at.replace(
      "Your win",
      win.deletedAt === null
        ? await desk.receipt(owner, win, { title: "Noted", canShare: at.canShare, quiet: true })
        : removedView(win, await zoneOf(desk, owner), desk.nameOf),
    );
  });
}

interface Post {
  readonly body: BlockAction;
  readonly owner: Owner;
  readonly win: Win;
  readonly share: Share;
  readonly at: PressedAt;
  readonly respond: RespondFn;
}

function couldNotPost() {
  return sentenceView(
    "This could not be posted: buttons work for half an hour. Find the win with /wins and share it from there.",
  );
}
