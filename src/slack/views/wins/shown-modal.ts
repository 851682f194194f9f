import type { KnownBlock, ModalView } from "@slack/types";
import { WIN_SHOWN } from "../../ids.ts";
import { plain } from "../controls.ts";
import type { View } from "../render.ts";

/** What would be a message, in a modal: for gestures that have no conversation to answer in. */
export function shownModal(title: string, { blocks }: { readonly blocks: View["blocks"] }): ModalView {
  const shown: KnownBlock[] = [...blocks];
  return { type: "modal", callback_id: WIN_SHOWN, title: plain(title), close: plain("Done"), blocks: shown };
}
