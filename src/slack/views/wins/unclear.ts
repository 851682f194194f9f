import type { Draft } from "../../../evidence/types.ts";
import { WIN_KEEP, WIN_LOOK } from "../../ids.ts";
import type { View } from "../render.ts";
import {
  aloudText,
  beginning,
  buttonRow,
  buttonsAloud,
  type NameOf,
  type Press,
  quoted,
  says,
  shownWords,
} from "./win-text.ts";

/** Words in the conversation with the bot that could be either: the person says which. */
export function unclearView({ id, text }: Draft, nameOf: NameOf): View {
  const sentence = "Is this a win, or something to look up?";
  const { shown } = beginning(shownWords(text, nameOf), 300);
  const buttons: Press[] = [
    { label: "Save it as a win", action: WIN_KEEP, value: id },
    { label: "Look it up", action: WIN_LOOK, value: id },
  ];
  return {
    text: aloudText([sentence, `“${shown}”`, buttonsAloud(buttons)]),
    blocks: [says(sentence), quoted(shown), buttonRow(...buttons)],
  };
}
