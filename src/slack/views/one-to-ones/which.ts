import type { Draft } from "../../../evidence/types.ts";
import type { OneToOne } from "../../../one-to-ones/types.ts";
import { ONE_WHICH } from "../../ids.ts";
import { quote } from "../../rich-text/line.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { nameIn, oneLine, press, told } from "./words.ts";

const MOST = 15;

/** Several 1:1s, and words that do not say for which. They are kept for a day. */
export function whichView(ones: readonly OneToOne[], { id, text }: Draft, nameOf: NameOf): View {
  return told({
    title: "For which 1:1?",
    notes: ["Nothing is added until you choose. Only you can see this."],
    parts: [quote(oneLine(text, nameOf, 2500))],
    foot: ones
      .slice(0, MOST)
      .map((one, index) => press(nameIn(nameOf, one.with), `${ONE_WHICH}-${index + 1}`, `${one.id}.${id}`)),
  });
}
