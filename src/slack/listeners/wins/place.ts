import type { BlockAction, RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { readListBlock } from "../../ids.ts";
import type { View } from "../../views/render.ts";
import { shownModal } from "../../views/wins/shown-modal.ts";
import type { WinChange, WinDesk } from "../../win-desk.ts";
import { isModal, ownerOf } from "../envelope.ts";
import { canShareIn, isHome } from "../surface.ts";

/** Where a button stood, and how what it did is shown there. */
export interface PressedAt {
  readonly kind: "message" | "list" | "modal" | "home";
  readonly canShare: boolean;
  /**
   * Takes the place of what the button stood on. A list is drawn again instead, with this below it; Home stays as it is and is drawn again
   * by whoever owns it, with this above it.
   */
  replace(title: string, view: View): Promise<void>;
  /** The receipt there, after something opened from it was saved. */
  readonly showChange: (change: WinChange) => Promise<void>;
}

export function pressedAt(
  body: BlockAction,
  { client, respond, desk }: { readonly client: WebClient; readonly respond: RespondFn; readonly desk: WinDesk },
): PressedAt {
  const canShare = canShareIn(body.channel?.id);
  const list = readListBlock(body.actions[0]?.block_id);
  const drawList = list === undefined ? undefined : desk.list;
  const kind = isHome(body) ? "home" : isModal(body) ? "modal" : drawList === undefined ? "message" : "list";
  const viewId = body.view?.id ?? "";

  async function replace(title: string, view: View): Promise<void> {
    if (kind === "modal") {
      await client.views.update({ view_id: viewId, view: shownModal(title, view) });
    } else if (kind === "list") {
      await redraw();
      await respond({ replace_original: false, response_type: "ephemeral", text: view.text, blocks: [...view.blocks] });
    } else if (kind === "message") {
      await respond({ replace_original: true, text: view.text, blocks: [...view.blocks] });
    } else if (title !== "") {
      await client.views.open({ trigger_id: body.trigger_id, view: shownModal(title, view) });
    }
  }

  async function redraw(): Promise<void> {
    const drawn = await drawList?.(ownerOf(body, body.user.id), list ?? "");
    if (drawn !== undefined) {
      await respond({ replace_original: true, text: drawn.text, blocks: [...drawn.blocks] });
    }
  }

  return {
    kind,
    canShare,
    replace,
    async showChange({ owner, win, title }) {
      if (kind === "list") {
        await redraw();
      } else if (kind !== "home") {
        await replace(title, await desk.receipt(owner, win, { title, canShare }));
      }
    },
  };
}
