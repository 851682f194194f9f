import { countdown, lengthInWords, schedule } from "../../../one-to-ones/in-words.ts";
import { type OneToOne, UNTIL_RESUMED } from "../../../one-to-ones/types.ts";
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
  ONE_SENT,
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

const PER_PAGE = 6;

interface ListLook {
  readonly now: number;
  readonly nameOf: NameOf;
  readonly remark?: string | undefined;
  /** From 1. */
  readonly page?: number | undefined;
}

/** A person's 1:1s with what can be done about each. The other side sees none of it. */
export function listView(listed: readonly Listed[], { now, nameOf, remark, page = 1 }: ListLook): View {
  const pages = Math.max(1, Math.ceil(listed.length / PER_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const shown = listed.slice((at - 1) * PER_PAGE, at * PER_PAGE);
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
    foot: [
      press(shown.length === 0 ? "Set up a 1:1" : "Set up another", ONE_SET_UP, "new"),
      at > 1 ? press("Back", `${ONE_LIST}-1`, `all.${at - 1}`, { aloud: "1:1s before these" }) : null,
      at < pages ? press("More", `${ONE_LIST}-2`, `all.${at + 1}`, { aloud: "More 1:1s" }) : null,
    ],
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
    oneToOne.pausedUntil === UNTIL_RESUMED
      ? "It came back with an import, and nothing comes until you press Resume."
      : paused
        ? `Paused; the next one is ${when}.`
        : `Next: ${when}.`,
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
        `${points === 0 ? "What was agreed goes" : `${count(points, "open point", "open points")} and what was agreed go`} with it, for good. Your wins stay. What you sent stays where it is, and cannot be withdrawn any more.`,
      ),
    ],
    foot: [
      press("Remove it", ONE_REMOVE_NOW, oneToOne.id, { style: "danger" }),
      press("What you sent", ONE_SENT, oneToOne.id),
      press("Keep it", ONE_LIST, "all"),
    ],
  });
}

export function goneView(): View {
  return told({
    title: "Not here",
    parts: [paragraph("This 1:1 is no longer here, or never was yours.")],
    foot: [press("All 1:1s", ONE_LIST, "all"), press("Set up a 1:1", ONE_SET_UP, "new")],
  });
}
