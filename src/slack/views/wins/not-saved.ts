import type { WinReason } from "../../../evidence/parse-new-win.ts";
import type { Draft, Win } from "../../../evidence/types.ts";
import { momentInWords } from "../../../wins/days.ts";
import { WIN_DRAFT, WIN_LOG, WIN_RESTORE, WIN_RETRY, WIN_SPLIT } from "../../ids.ts";
import type { View } from "../render.ts";
import { standingCards } from "./standing-cards.ts";
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
  sentenceView,
  shownWords,
  wordsInFull,
} from "./win-text.ts";

/** What is said when words did not become a win, or a win is taken back: what happened, what to do, and where the words are. */

const DAY_MS = 24 * 60 * 60_000;
const MAX = 12_000;

/** `rest` is what did not fit into one message. */
export interface HandedBack extends View {
  readonly rest: string;
}

export function refusedView(standing: "guest" | "stranger", text: string): HandedBack {
  const why =
    standing === "guest"
      ? "Guests can look things up here, and Progression stores nothing of theirs. This was not saved."
      : "This Progression belongs to another organisation than yours, so it stores nothing of yours. This was not saved.";
  if (text.trim() === "") return { ...sentenceView(why.replace(" This was not saved.", "")), rest: "" };
  return handBack(`${why} Here are your words, once, to take with you:`, text);
}

export function erasedView(standing: "guest" | "stranger", text: string): HandedBack {
  const who = standing === "guest" ? "a guest here" : "from another organisation";
  return handBack(
    `Slack says that you are ${who}, and Progression stores nothing for you. What was saved a moment ago has been erased. Here are your words, once:`,
    text,
  );
}

export function handBack(sentence: string, text: string, ...buttons: readonly Press[]): HandedBack {
  const { blocks, rest } = wordsInFull(text);
  return {
    text: aloudText([sentence, text, buttonsAloud(buttons)]),
    blocks: [says(sentence), ...blocks, ...(buttons.length === 0 ? [] : [buttonRow(...buttons)])],
    rest,
  };
}

/** What did not fit of words that were handed back, in as many messages as it takes. */
export function* restViews(rest: string): Generator<View> {
  for (let left = rest; left !== ""; ) {
    const more = handBack("The rest of your words:", left);
    yield more;
    left = more.rest;
  }
}

export function unsavedView(because: "busy" | "full", held: string, text: string): HandedBack {
  const why =
    because === "busy"
      ? "The database is busy, so this is not saved yet."
      : "The disk of this Progression is full, so this is not saved yet. Whoever runs it has to make room.";
  return handBack(`${why} Your words are kept for an hour; press Try again.`, text, {
    label: "Try again",
    action: WIN_RETRY,
    value: held,
    style: "primary",
  });
}

export function tooLongView({ id, text, source }: Draft): View {
  const parts = Math.ceil(text.length / MAX);
  const sentence =
    `That is ${text.length.toLocaleString("en-GB")} characters, and a win holds ${MAX.toLocaleString("en-GB")}. ` +
    "Nothing is lost: all of it is kept as a draft for 24 hours, and only you can see it.";
  const buttons: Press[] = [
    { label: `Split into ${parts} wins`, action: WIN_SPLIT, value: id },
    { label: "Shorten it", action: WIN_DRAFT, value: id },
  ];
  const { shown } = beginning(text, 300);
  const from = source.permalink === null ? [] : [`From ${source.permalink}`];
  return {
    text: aloudText([sentence, `“${shown}”`, ...from, buttonsAloud(buttons)]),
    blocks: [says(sentence), quoted(shown), ...from.map(note), buttonRow(...buttons)],
  };
}

/** `command` is how a win is typed here. */
export function invalidView(reasons: readonly WinReason[], text: string): HandedBack {
  const sentence = reasons.map(reasonSentence).join(" ");
  const open: Press = { label: "Open the form", action: WIN_LOG, value: "new" };
  return text.trim() === "" ? { ...sentenceView(sentence, open), rest: "" } : handBack(sentence, text, open);
}

export function reasonSentence(reason: WinReason): string {
  switch (reason.code) {
    case "empty":
      return "There are no words in this. Say what you did, in a line or a page.";
    case "only-a-mention":
      return "That only names somebody. Say what happened as well.";
    case "text-too-long":
    case "outcome-too-long":
    case "note-too-long":
      return `This is ${number(reason.length)} characters; ${number(reason.max)} fit.`;
    case "no-such-day":
      return "There is no such day.";
    case "day-in-the-future":
      return "That day is still to come. Choose today or an earlier one.";
    case "day-too-early":
      return "That is before the year 2000. Choose a later day.";
    case "not-a-link":
      return "An address begins with http:// or https://. Between two of them stands a space or a new line.";
    case "too-many-links":
      return `These are ${number(reason.count)} links; ${reason.max} fit.`;
    case "too-many-people":
      return `A win names up to ${reason.max} people, with up to 100 characters each.`;
  }
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}

export function removedView(win: Win, tz: string | null, nameOf: NameOf): View {
  const until = momentInWords(Date.parse(win.deletedAt ?? win.createdAt) + DAY_MS, tz);
  const line = `Taken back. It can be restored until ${until}; then it is erased for good.`;
  const cards = standingCards(win, tz);
  const { shown } = beginning(shownWords(win.text, nameOf), 300);
  const restore: Press = { label: "Restore", action: WIN_RESTORE, value: win.id };
  return {
    text: aloudText([line, `“${shown}”`, buttonsAloud([restore]), ...cards.aloud]),
    blocks: [note(line), quoted(shown), buttonRow(restore), ...cards.blocks],
  };
}

export function goneView(): View {
  return sentenceView("This win is no longer here: it was taken back more than a day ago, or it is not yours.");
}

export function draftGoneView(): View {
  return sentenceView("These words are no longer kept: drafts are erased after 24 hours, or when they became a win.", {
    label: "Log a win",
    action: WIN_LOG,
    value: "new",
  });
}
