import { countdown, lengthInWords, schedule } from "../../../one-to-ones/in-words.ts";
import type { OneToOne } from "../../../one-to-ones/types.ts";
import type { Turn } from "../../../one-to-ones/when.ts";
import {
  ONE_CHANGE,
  ONE_LIST,
  ONE_PAUSE,
  ONE_POINT,
  ONE_PREPARE,
  ONE_REMOVE,
  ONE_REMOVE_NOW,
  ONE_RESUME,
  ONE_SET_UP,
} from "../../ids.ts";
import { heading, paragraph } from "../../rich-text/line.ts";
import type { Part } from "../card.ts";
import { offSentence } from "../nudges/off-reason.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { count } from "../words.ts";
import { nameIn, press, rowOf, told } from "./words.ts";

export interface Listed {
  readonly oneToOne: OneToOne;
  readonly next: Turn;
  readonly points: number;
  readonly paused: boolean;
  /** Zone where the person is now. */
  readonly here: string;
  /** Why no preparation comes, where that is not their choice. */
  readonly off: string | null;
}

const MOST_SHOWN = 8;

/** A person's 1:1s with what can be done about each. The other side sees none of it. */
export function listView(listed: readonly Listed[], now: number, nameOf: NameOf, remark?: string): View {
  const shown = listed.slice(0, MOST_SHOWN);
  return told({
    title: "Your 1:1s",
    notes: [
      "Only you can see this. The other person is not told, and may keep a 1:1 of their own.",
      remark ?? "",
    ].filter((line) => line !== ""),
    parts: [
      ...(shown.length === 0
        ? [
            paragraph(
              "None yet. Set one up, and before each one you get what happened since the last, your open points and a few questions.",
            ),
          ]
        : []),
      ...shown.flatMap((one, index) => listedParts(one, index + 1, now, nameOf)),
    ],
    foot: [press(shown.length === 0 ? "Set up a 1:1" : "Set up another", ONE_SET_UP, "new")],
    rest: "Remove one to see the others.",
  });
}

function listedParts(
  { oneToOne, next, points, paused, here, off }: Listed,
  place: number,
  now: number,
  nameOf: NameOf,
): Part[] {
  const { id } = oneToOne;
  const name = nameIn(nameOf, oneToOne.with);
  const when = countdown(next, here, now);
  const said = [
    sentence(schedule(oneToOne, here)),
    paused ? `Paused; the next one is ${when}.` : `Next: ${when}.`,
    offSentence(off, "Change it and save to begin again") ??
      `The preparation comes ${lengthInWords(oneToOne.leadMinutes)} before.`,
    points === 0 ? "" : `${count(points, "open point", "open points")}.`,
  ];
  return [
    heading(name),
    paragraph(said.filter((part) => part !== "").join(" ")),
    ...rowOf(
      press("Prepare", `${ONE_PREPARE}-${place}`, `${id}.${next.day}`, { aloud: `Prepare the 1:1 with ${name}` }),
      press("Add point", `${ONE_POINT}-${place}`, id, { aloud: `Add point for ${name}` }),
      press("Change", `${ONE_CHANGE}-${place}`, id, { aloud: `Change the 1:1 with ${name}` }),
      paused
        ? press("Resume", `${ONE_RESUME}-${place}`, id, { aloud: `Resume the 1:1 with ${name}` })
        : press("Pause", `${ONE_PAUSE}-${place}`, id, { aloud: `Pause the 1:1 with ${name}` }),
      press("Remove", `${ONE_REMOVE}-${place}`, id, { aloud: `Remove the 1:1 with ${name}` }),
    ),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function removeView(oneToOne: OneToOne, points: number, nameOf: NameOf): View {
  const name = nameIn(nameOf, oneToOne.with);
  return told({
    title: `Remove the 1:1 with ${name}`,
    parts: [
      paragraph(
        `${points === 0 ? "What was agreed goes" : `${count(points, "open point", "open points")} and what was agreed go`} with it, for good. Your wins stay.`,
      ),
    ],
    foot: [press("Remove it", ONE_REMOVE_NOW, oneToOne.id, { style: "danger" }), press("Keep it", ONE_LIST, "all")],
  });
}

export function goneView(): View {
  return told({
    title: "Not here",
    parts: [paragraph("This 1:1 is no longer here, or never was yours.")],
    foot: [press("All 1:1s", ONE_LIST, "all"), press("Set up a 1:1", ONE_SET_UP, "new")],
  });
}
