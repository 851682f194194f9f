import type { Win } from "../../../evidence/types.ts";
import { WIN_EDIT, WIN_UNDO } from "../../ids.ts";
import type { View } from "../render.ts";
import { aloudText, beginning, buttonRow, type NameOf, note, quoted, shownWords } from "./win-text.ts";

/** Several wins that were made of one long text, each with its own way back. */
export function splitView(wins: readonly Win[], nameOf: NameOf): View {
  const line = `Saved as ${wins.length} wins · Only you can see them`;
  const shown = wins.map((win) => ({ win, words: beginning(shownWords(win.text, nameOf), 200).shown }));
  return {
    text: aloudText([line, ...shown.map(({ words }) => `“${words}” Buttons: Undo, Edit.`)]),
    blocks: [
      note(line),
      ...shown.flatMap(({ win, words }) => [
        quoted(words),
        buttonRow(
          { label: "Undo", action: WIN_UNDO, value: win.id },
          { label: "Edit", action: WIN_EDIT, value: win.id },
        ),
      ]),
    ],
  };
}
