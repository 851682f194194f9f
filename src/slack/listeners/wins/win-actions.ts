import type { App, BlockAction } from "@slack/bolt";
import type { Owner, Win } from "../../../evidence/types.ts";
import { filingOf } from "../../../wins/receipt.ts";
import {
  FROM_NUDGE,
  WIN_AGAIN,
  WIN_DELETE,
  WIN_EDIT,
  WIN_FILE,
  WIN_FRAMEWORK,
  WIN_LOG,
  WIN_NONE,
  WIN_RESTORE,
  WIN_UNDO,
  WIN_UNFILE,
} from "../../ids.ts";
import { decodeIntent } from "../../intent-code.ts";
import { goneView, removedView } from "../../views/wins/not-saved.ts";
import type { ReceiptLook } from "../../views/wins/receipt.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import type { WinDesk } from "../../win-desk.ts";
import { ownerOf, winAndRest, winIdOf } from "../envelope.ts";
import { codeOf, isHome } from "../surface.ts";
import { formClosedView, openFilled, openForm, zoneOf } from "./open-form.ts";
import { type PressedAt, pressedAt } from "./place.ts";

/**
 * What can be done with a win from its receipt. Each commits first and then shows what it did, where it was pressed. A button's value is
 * only a question to the log, which answers with the person's own wins and nothing else.
 */
export function registerWinActions(app: App, desk: WinDesk): void {
  const on = (id: string | RegExp, run: (press: Pressed) => Promise<void>) =>
    app.action<BlockAction>(id, async ({ ack, action, body, client, respond }) => {
      const at = pressedAt(body, { client, respond, desk });
      const done = async () => {
        await ack();
      };
      await run({ desk, owner: ownerOf(body, body.user.id), action, at, done });
    });

  on(WIN_UNDO, remove);
  on(WIN_DELETE, remove);
  on(WIN_RESTORE, async ({ desk, owner, action, at, done }) => {
    const win = await desk.log.restore(owner, winIdOf(action));
    await done();
    await showWin({ desk, owner, at }, win, { title: "Restored" });
  });

  on(WIN_NONE, async ({ desk, owner, action, at, done }) => {
    const win = await desk.log.get(owner, winIdOf(action));
    await done();
    await showWin({ desk, owner, at, unchanged: true }, win, { title: "Saved", quiet: true });
  });

  on(WIN_AGAIN, async ({ desk, owner, action, at, done }) => {
    const win = await desk.log.get(owner, winIdOf(action));
    if (win === undefined) {
      await done();
      await at.replace("Not here", goneView());
      return;
    }
    const { view } = await desk.capture(
      {
        ...win,
        owner,
        source: { ...win.source, messageKey: null },
        happenedOn: null,
        writtenAt: desk.now(),
        // Pressed twice, it is saved once more, not twice.
        gesture: `again:${win.id}`,
        again: true,
      },
      { canShare: at.canShare },
    );
    await done();
    await at.replace("Log a win", view);
  });

  on(WIN_FILE, async ({ desk, owner, action, at, done }) => {
    const { id, rest } = winAndRest(action);
    const profile = await desk.log.profile(owner);
    const filing = filingOf(rest, desk.catalogue(), profile?.framework ?? null, new Date(desk.now()));
    const win = filing === undefined ? await desk.log.get(owner, id) : await desk.log.file(owner, id, filing);
    await done();
    await showWin({ desk, owner, at }, win, {
      title: filing === undefined ? "Not added" : "Added",
      ...(filing === undefined
        ? { remark: "That criterion is no longer in any framework, so nothing was added." }
        : {}),
    });
  });

  on(WIN_UNFILE, async ({ desk, owner, action, at, done }) => {
    const { id, rest } = winAndRest(action);
    const win = await desk.log.unfile(owner, id, rest);
    await done();
    await showWin({ desk, owner, at }, win, { title: "Removed from that criterion" });
  });

  on(new RegExp(`^${WIN_FRAMEWORK.replace(".", "\\.")}-\\d{1,3}$`), async ({ desk, owner, action, at, done }) => {
    const { id, rest } = winAndRest(action);
    const decoded = decodeIntent(rest, desk.catalogue());
    const known = "intent" in decoded && decoded.intent.kind === "framework" ? decoded.intent.framework : null;
    const win = await desk.log.get(owner, id);
    // The receipt of a win that was erased, a guest's for example, still has its buttons.
    if (known !== null && win !== undefined) {
      await desk.log.saveProfile(owner, { framework: known });
    }
    await done();
    await showWin({ desk, owner, at }, win, {
      title: "Saved",
      ...(known === null ? { remark: "That framework is no longer here. Choose another." } : {}),
    });
  });

  app.action<BlockAction>(WIN_LOG, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    await ack();
    const origin = isHome(body) ? ("home" as const) : ("modal" as const);
    const source = { permalink: null, messageKey: null, author: null };
    const form = await openForm(desk, client, owner, body.trigger_id, { origin, source }, async (view) => {
      if (body.response_url !== undefined) {
        await respond({
          replace_original: false,
          response_type: "ephemeral",
          text: view.text,
          blocks: [...view.blocks],
        });
      }
    });
    if (form !== undefined && codeOf(action) === FROM_NUDGE) {
      desk.returns.keep(form, at.showChange);
    }
  });

  app.action<BlockAction>(WIN_EDIT, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const win = await desk.log.get(owner, winIdOf(action));
    await ack();
    if (win === undefined) {
      await at.replace("Not here", goneView());
      return;
    }
    const form = await openFilled(desk, client, owner, body.trigger_id, {
      win,
      for: { for: "win", id: win.id },
      title: "Edit your win",
      above: at.kind === "modal",
    });
    if (form !== undefined) {
      desk.returns.keep(form, at.showChange);
    } else if (at.kind === "message") {
      await respond({
        replace_original: false,
        response_type: "ephemeral",
        text: formClosedView().text,
        blocks: [...sentenceView("The form did not open in time. Nothing has changed; press Edit once more.").blocks],
      });
    }
  });
}

interface Pressed {
  readonly desk: WinDesk;
  readonly owner: Owner;
  readonly action: unknown;
  readonly at: PressedAt;
  readonly done: () => Promise<void>;
}

async function remove({ desk, owner, action, at, done }: Pressed): Promise<void> {
  const id = winIdOf(action);
  const win = await desk.log.remove(owner, id);
  await done();
  if (win === undefined) {
    await at.replace("Not here", goneView());
    return;
  }
  desk.changed(owner);
  await at.replace("Taken back", removedView(win, await zoneOf(desk, owner), desk.nameOf));
}

async function showWin(
  { desk, owner, at, unchanged = false }: { desk: WinDesk; owner: Owner; at: PressedAt; unchanged?: boolean },
  win: Win | undefined,
  look: Partial<ReceiptLook>,
): Promise<void> {
  if (win === undefined) {
    await at.replace("Not here", goneView());
    return;
  }
  if (!unchanged) desk.changed(owner);
  if (at.kind !== "home") {
    await at.replace("Your win", await desk.receipt(owner, win, { canShare: at.canShare, ...look }));
  }
}
