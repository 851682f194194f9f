import { countdown, dayOnly, moment } from "../../../one-to-ones/in-words.ts";
import type { OneToOne, TurnNotes } from "../../../one-to-ones/types.ts";
import type { Turn } from "../../../one-to-ones/when.ts";
import { ONE_AGREED, ONE_LIST, ONE_NO_FOLLOW_UP, ONE_POINT, ONE_PREPARE, ONE_RESUME, ONE_UNSKIP } from "../../ids.ts";
import { paragraph, quote } from "../../rich-text/line.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { nameIn, oneLine, press, told } from "./words.ts";

/** What a button did to one turn of a 1:1, said in the place of the message that it stood on. */

interface About {
  readonly oneToOne: OneToOne;
  readonly nameOf: NameOf;
  readonly now: number;
}

export function skippedView({ oneToOne, nameOf, now }: About, day: string, next: Turn): View {
  const name = nameIn(nameOf, oneToOne.with);
  return told({
    title: "Skipped",
    parts: [
      paragraph(
        `The 1:1 with ${name} of ${dayOnly(day)} is skipped here, without a word to ${name}. Your points wait for the next one, ${countdown(next, oneToOne.zone, now)}.`,
      ),
    ],
    foot: [press("Undo", ONE_UNSKIP, `${oneToOne.id}.${day}`), press("All 1:1s", ONE_LIST, "all")],
  });
}

export function movedView({ oneToOne, nameOf }: About, turn: Turn): View {
  const name = nameIn(nameOf, oneToOne.with);
  return told({
    title: "Moved",
    parts: [
      paragraph(
        `This one is on ${moment(turn.at, oneToOne.zone)} now, and a preparation comes before it. No calendar changes, nothing is said to ${name}, and the ones after stay where they are.`,
      ),
    ],
    foot: [press("Prepare", ONE_PREPARE, `${oneToOne.id}.${turn.day}`), press("All 1:1s", ONE_LIST, "all")],
  });
}

export function pausedView({ oneToOne, nameOf, now }: About, next: Turn): View {
  const until = oneToOne.pausedUntil;
  return told({
    title: "Paused",
    parts: [
      paragraph(
        `Nothing comes about the 1:1 with ${nameIn(nameOf, oneToOne.with)} before ${until === null ? "you resume it" : dayOnly(until)}. The next one is ${countdown(next, oneToOne.zone, now)}.`,
      ),
    ],
    foot: [press("Resume", ONE_RESUME, oneToOne.id), press("All 1:1s", ONE_LIST, "all")],
  });
}

export function followUpView({ oneToOne, nameOf }: Omit<About, "now">, turn: Turn): View {
  const name = nameIn(nameOf, oneToOne.with);
  const value = `${oneToOne.id}.${turn.day}`;
  return told({
    title: "What was agreed?",
    notes: [`After your 1:1 with ${name} of ${dayOnly(turn.day)}. Only you can see this.`],
    parts: [paragraph("A line or two now, and it stands at the top of the next preparation.")],
    foot: [
      press("Write it down", ONE_AGREED, value, { style: "primary" }),
      press("Add point", ONE_POINT, oneToOne.id),
      press("Do not ask again", ONE_NO_FOLLOW_UP, value, { aloud: `Do not ask again after the 1:1s with ${name}` }),
    ],
  });
}

export function agreedView({ oneToOne, nameOf }: Omit<About, "now">, notes: Pick<TurnNotes, "day" | "agreed">): View {
  const value = `${oneToOne.id}.${notes.day}`;
  return told({
    title: "Written down",
    notes: [
      `Only you can see this. It stands at the top of the next preparation for ${nameIn(nameOf, oneToOne.with)}.`,
    ],
    parts: [quote(oneLine(notes.agreed ?? "", nameOf, 2500))],
    foot: [
      press("Change", ONE_AGREED, value),
      press("Add point", ONE_POINT, oneToOne.id),
      press("Back to the preparation", ONE_PREPARE, value),
    ],
    rest: "Change shows all of it.",
  });
}

export function noFollowUpView({ oneToOne, nameOf }: Omit<About, "now">): View {
  return told({
    title: "Off",
    parts: [
      paragraph(
        `Nobody asks after the 1:1s with ${nameIn(nameOf, oneToOne.with)} any more. Change, in the list of your 1:1s, switches it on again.`,
      ),
    ],
    foot: [press("All 1:1s", ONE_LIST, "all")],
  });
}

export function pointAddedView({ oneToOne, nameOf }: Omit<About, "now">, text: string, next: Turn): View {
  return told({
    title: "Point added",
    notes: [`For your 1:1 with ${nameIn(nameOf, oneToOne.with)}. Only you can see this.`],
    parts: [quote(oneLine(text, nameOf, 2500))],
    foot: [press("Prepare", ONE_PREPARE, `${oneToOne.id}.${next.day}`), press("All 1:1s", ONE_LIST, "all")],
    rest: "Edit, in the preparation, shows all of it.",
  });
}
