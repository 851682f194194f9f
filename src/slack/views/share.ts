import { hash } from "node:crypto";
import type { KnownBlock } from "@slack/types";
import type { Answer } from "../../answers/answer.ts";
import { SHARE_CANCEL, SHARE_POST, SHARE_WITHDRAW } from "../ids.ts";
import { encodeIntent } from "../intent-code.ts";
import { quiet } from "../rich-text/line.ts";
import { escapeText, shorten } from "../rich-text/plain.ts";
import { cardOf } from "./answer.ts";
import type { Button, Card } from "./card.ts";
import { rowLabels } from "./controls.ts";
import { render, type View } from "./render.ts";
import { channelInWords } from "./words.ts";

/** Sharing a card in a channel: what is previewed is what will be posted, and nothing in it addresses anybody. */

export interface Sharer {
  readonly id: string;
  readonly name: string;
}

/** `channel` is its name without `#`, or null where it is not known. `changed`: it was previewed before, and said something else. */
export function sharePreviewView(answer: Answer, channel: string | null, changed = false): View {
  const code = encodeIntent(answer.intent);
  const post = `${cardMark(answer)}~${code}`;
  const foot = [press("Post to channel", SHARE_POST, post, "primary"), press("Cancel", SHARE_CANCEL, code, null)];
  const since = changed ? "The framework has changed since your preview, so nothing was posted. " : "";
  const note = `${since}A preview that you alone see. Everyone in ${channelInWords(channel)} will see this page as it stands, with your name.`;
  return shared(answer, note, foot);
}

/** Names what was previewed: a card that would say anything else is previewed again before it is posted. */
export function cardMark(answer: Answer): string {
  return hash("sha256", JSON.stringify(shared(answer, "", []).blocks), "base64url").slice(0, 16);
}

/** What stands in the channel. */
export function sharedCardView(answer: Answer, sharedBy: Sharer): View {
  const withdraw = press("Withdraw", SHARE_WITHDRAW, sharedBy.id, null);
  return shared(answer, `Shared by ${shorten(sharedBy.name, 80)}`, [withdraw]);
}

/** Room for the longer of the two notes, so that both cut the same pages. */
const NOTE_ROOM = "-".repeat(280);

function shared(answer: Answer, note: string, controls: readonly Button[]): View {
  const { notes, parts, ...rest } = cardOf(answer, { kind: "home" });
  const still = parts.map((part) => (part.kind === "row" ? quiet(rowLabels(part).join(", ")) : part));
  const card: Card = { ...rest, parts: still, notes: [note, ...notes], foot: [{ kind: "row", controls }], still: true };
  return render(card, { ...card, notes: [NOTE_ROOM, ...notes], foot: [] });
}

export function couldNotPostView(): View {
  return sentence(
    "The card could not be posted: the buttons of a card work for half an hour. Ask for the card again, then share it.",
  );
}

export function notOwnerView(): View {
  return sentence("Only the person who shared this card can withdraw it.");
}

function press(label: string, action: string, value: string, style: Button["style"]): Button {
  return { kind: "button", label, action, value, aloud: null, style };
}

function sentence(text: string): View {
  const blocks: KnownBlock[] = [
    { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] },
  ];
  return { text: escapeText(text), blocks };
}
