import type { KnownBlock } from "@slack/types";
import type { Win } from "../../../evidence/types.ts";
import { standingShares, wordsMark } from "../../../evidence/visibility.ts";
import { dayInWords } from "../../../wins/days.ts";
import { WIN_POST, WIN_UNSHARE, WIN_WITHDRAW } from "../../ids.ts";
import { shorten } from "../../rich-text/plain.ts";
import type { View } from "../render.ts";
import { channelInWords } from "../words.ts";
import {
  aloudText,
  beginning,
  buttonRow,
  buttonsAloud,
  type NameOf,
  note,
  type Press,
  quoted,
  says,
  shownWords,
} from "./win-text.ts";

/** Where a button was pressed; Slack names no private channel. */
export interface Channel {
  readonly id: string;
  readonly name: string | null;
}

/** A win in a channel: what is previewed is what will stand there, and nothing in it addresses anybody. */

const MOST = 2500;

export function sharedWinPreview(win: Win, channel: Channel, sharer: string, nameOf: NameOf, changed = false): View {
  const again = standingShares(win).some(({ audience }) => audience.id === channel.id);
  const line = [
    changed ? "This win has changed since the last preview, so nothing was posted." : "",
    `A preview that you alone see. Everyone in ${channelInWords(channel.name)} will see this. Your note, criteria and links stay with you.`,
    again ? "A card of this win stands there already, and stays until you press Withdraw on it." : "",
  ]
    .filter((one) => one !== "")
    .join(" ");
  const buttons: Press[] = [
    { label: "Post to channel", action: WIN_POST, value: `${win.id}.${wordsMark(win)}`, style: "primary" },
    { label: "Cancel", action: WIN_UNSHARE, value: win.id },
  ];
  const body = bodyOf(win, sharer, nameOf);
  return {
    text: aloudText([line, ...body.aloud, buttonsAloud(buttons)]),
    blocks: [note(line), ...body.blocks, buttonRow(...buttons)],
  };
}

/** `value` is sealed, so that it is worth nothing on another card. */
export function sharedWinCard(win: Win, sharer: string, value: string, nameOf: NameOf): View {
  const withdraw: Press = { label: "Withdraw", action: WIN_WITHDRAW, value };
  const body = bodyOf(win, sharer, nameOf);
  return {
    text: aloudText([...body.aloud, buttonsAloud([withdraw])]),
    blocks: [...body.blocks, buttonRow(withdraw)],
  };
}

function bodyOf(win: Win, sharer: string, nameOf: NameOf): { readonly blocks: KnownBlock[]; readonly aloud: string[] } {
  const name = shorten(sharer, 80);
  const { shown, left } = beginning(shownWords(win.text, nameOf), MOST);
  const author = win.source.author === null ? "" : `In the words of ${nameOf(win.source.author) ?? "somebody else"}.`;
  const lines = [
    win.outcome === null ? "" : `Outcome: ${beginning(shownWords(win.outcome, nameOf), 800).shown}`,
    author,
    left === 0 ? "" : "The beginning of a longer text.",
    dayInWords(win.happenedOn),
  ].filter((line) => line !== "");
  return {
    blocks: [says(" shared a win", name), quoted(shown), ...lines.map(note)],
    aloud: [`${name} shared a win`, `“${shown}”`, ...lines],
  };
}
