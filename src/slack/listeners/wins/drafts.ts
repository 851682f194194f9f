import type { App, BlockAction } from "@slack/bolt";
import type { Owner } from "../../../evidence/types.ts";
import type { Captured } from "../../../wins/captured.ts";
import { splitDraft } from "../../../wins/split-draft.ts";
import { WIN_DRAFT, WIN_KEEP, WIN_RETRY, WIN_SPLIT } from "../../ids.ts";
import { EMPTY_FORM } from "../../views/wins/form.ts";
import { draftGoneView } from "../../views/wins/not-saved.ts";
import { splitView } from "../../views/wins/split-wins.ts";
import type { WinDesk } from "../../win-desk.ts";
import { keyOf, ownerOf } from "../envelope.ts";
import { formClosedView, openFilled } from "./open-form.ts";
import { pressedAt } from "./place.ts";

/** Words that were kept because they could not become a win at once, and the ways on from there. */
export function registerDrafts(app: App, desk: WinDesk): void {
  app.action<BlockAction>(WIN_RETRY, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const id = keyOf(action);
    const handed = desk.held.find(owner, id);

    if (handed === undefined) {
      await ack();
      await at.replace("Not here", draftGoneView());
      return;
    }
    const { view } = await desk.capture(handed, { canShare: at.canShare });
    await ack();
    desk.held.drop(id);
    await at.replace("Log a win", view);
  });

  app.action<BlockAction>(WIN_KEEP, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const draft = await desk.log.draft(owner, keyOf(action));

    if (draft === undefined) {
      await ack();
      await at.replace("Not here", draftGoneView());
      return;
    }
    const { captured, view } = await desk.capture(
      {
        owner,
        text: draft.text,
        origin: draft.origin,
        source: draft.source,
        writtenAt: Date.parse(draft.createdAt),
        gesture: `draft:${draft.id}`,
      },
      { canShare: at.canShare },
    );
    await dropWhenSaved(desk, owner, draft.id, captured);
    await ack();
    await at.replace("Log a win", view);
  });

  app.action<BlockAction>(WIN_SPLIT, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const draft = await desk.log.draft(owner, keyOf(action));

    if (draft === undefined) {
      await ack();
      await at.replace("Not here", draftGoneView());
      return;
    }
    const { wins, stopped } = await splitDraft(owner, draft, {
      log: desk.log,
      capture: (handed) => desk.capture(handed, { canShare: false }),
    });
    await ack();
    if (stopped !== undefined) {
      // The draft stays with its buttons.
      const { text, blocks } = stopped.view;
      await respond({ replace_original: false, response_type: "ephemeral", text, blocks: [...blocks] });
      return;
    }
    await at.replace("Saved", splitView(wins, desk.nameOf));
  });

  app.action<BlockAction>(WIN_DRAFT, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const draft = await desk.log.draft(owner, keyOf(action));
    await ack();

    if (draft === undefined) {
      await at.replace("Not here", draftGoneView());
      return;
    }
    const form = await openFilled(desk, client, owner, body.trigger_id, {
      win: { ...EMPTY_FORM, text: draft.text, source: draft.source },
      for: { for: "draft", id: draft.id },
      title: "Log a win",
      above: at.kind === "modal",
    });
    if (form === undefined && at.kind === "message") {
      const { text, blocks } = formClosedView();
      await respond({ replace_original: false, response_type: "ephemeral", text, blocks: [...blocks] });
    }
  });
}

async function dropWhenSaved(desk: WinDesk, owner: Owner, id: string, { kind }: Captured): Promise<void> {
  if (kind === "saved" || kind === "repeat" || kind === "same-text") {
    await desk.log.dropDraft(owner, id);
  }
}
