import { ONE_SET_UP } from "../../ids.ts";
import { paragraph, quote } from "../../rich-text/line.ts";
import type { Part } from "../card.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { oneLine, press, told } from "./words.ts";

/** As much as one message holds, which is more than anybody types after a command. */
const MOST_HANDED_BACK = 9_000;

export function handedBack(words: string, nameOf: NameOf): Part[] {
  return words.trim() === "" ? [] : [paragraph("What you wrote:"), quote(oneLine(words, nameOf, MOST_HANDED_BACK))];
}

/** Words for a 1:1 that is not set up yet: handed back, so that they are not lost. */
export function noMeetingView(words: string, nameOf: NameOf): View {
  return told({
    title: "Set up a 1:1 first",
    parts: [
      paragraph("A point belongs to a 1:1, and you have none here yet. Nothing was saved."),
      ...handedBack(words, nameOf),
    ],
    foot: [press("Set up a 1:1", ONE_SET_UP, "new")],
  });
}
