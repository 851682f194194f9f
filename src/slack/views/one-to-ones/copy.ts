import type { ActionsBlock } from "@slack/types";
import { dayOnly, moment } from "../../../one-to-ones/in-words.ts";
import type { Preparation } from "../../../one-to-ones/prepare.ts";
import type { Copy, OneToOne } from "../../../one-to-ones/types.ts";
import { ONE_PREPARE, ONE_RECEIVE, ONE_SEND, ONE_STOP, ONE_WITHDRAW } from "../../ids.ts";
import { context } from "../../rich-text/blocks.ts";
import { bullet, heading, type Line, paragraph, quote } from "../../rich-text/line.ts";
import { escapeText, shorten } from "../../rich-text/plain.ts";
import { rowBlock } from "../controls.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { nameIn, oneLine, press, roomFor, rowOf, told } from "./words.ts";

/** What goes to the other person: laid out once, kept, shown as the preview and sent as it is. */

const ROOM = 3100;

/** Wins that were not left out, open points and the owner's words. Focus, quiet areas, questions and what was agreed stay with their owner. */
export function copyView(preparation: Preparation, from: string, nameOf: NameOf): View {
  const { oneToOne, turn, wins, points, notes, isFirst, since } = preparation;
  const out = new Set(notes.leftOut);
  const told_ = wins.filter(({ id }) => !out.has(id));
  const room = roomFor(told_.length + points.length + (notes.remark === null ? 0 : 1), ROOM, 1500);
  const name = shorten(from, 60);

  return told({
    title: `For your 1:1 with ${name}`,
    notes: [`${moment(turn.at, oneToOne.zone)} (${oneToOne.zone}). ${name} chose what stands here.`],
    parts: [
      ...(notes.remark === null ? [] : [quote(oneLine(notes.remark, nameOf, room))]),
      ...winLines(),
      ...(points.length === 0 ? [] : [heading("To talk about")]),
      ...points.map(({ text }) => bullet(oneLine(text, nameOf, room))),
    ],
    rest: "What does not fit is not sent.",
  });

  function winLines(): Line[] {
    return told_.length === 0
      ? []
      : [
          heading(isFirst ? "In the last month" : `Since ${dayOnly(since)}`),
          ...told_.map(({ text, happenedOn, outcome }) =>
            bullet(
              `${oneLine(text, nameOf, room)}${outcome === null ? "" : ` Outcome: ${oneLine(outcome, nameOf, 150)}`} (${dayOnly(happenedOn)})`,
            ),
          ),
        ];
  }
}

export function isEmptyCopy({ wins, points, notes }: Preparation): boolean {
  const out = new Set(notes.leftOut);
  return points.length === 0 && notes.remark === null && wins.every(({ id }) => out.has(id));
}

export function emptyCopyView(value: string): View {
  return told({
    title: "Nothing to send yet",
    parts: [paragraph("There are no wins, no points and no words of yours for this one. Add a point first.")],
    foot: [press("Back", ONE_PREPARE, value)],
  });
}

/** The copy as the other person will get it, between a line that says so and the buttons. */
export function previewView(copy: Copy, laid: View, nameOf: NameOf): View {
  const name = nameIn(nameOf, copy.to);
  const note = `A preview that you alone see. Exactly this goes to ${name}, with a button to stop such messages. You can withdraw it later.`;
  const [row] = rowOf(
    press(`Send to ${name}`, ONE_SEND, `${copy.id}.${copy.oneToOne}.${copy.day}`, { style: "primary" }),
    press("Back", ONE_PREPARE, `${copy.oneToOne}.${copy.day}`),
  );
  return {
    text: `${escapeText(note)}\n\n${laid.text}\n\nButtons: ${escapeText(`Send to ${name}`)}, Back.`.slice(0, 4000),
    blocks: [context(note), ...laid.blocks, ...(row === undefined ? [] : [rowBlock(row)])],
  };
}

/** The message that the other person gets. */
export function receivedView(laid: View, from: { readonly id: string; readonly name: string }): View {
  const label = `Stop receiving from ${shorten(from.name, 40)}`;
  const row: ActionsBlock = {
    type: "actions",
    elements: [
      {
        type: "button",
        action_id: ONE_STOP,
        value: from.id,
        text: { type: "plain_text", text: shorten(label, 75), emoji: true },
      },
    ],
  };
  return {
    text: `${laid.text}\n\nButton: ${escapeText(label)}.`.slice(0, 4000),
    blocks: [...laid.blocks, row],
  };
}

export function sentView(copy: Copy, nameOf: NameOf): View {
  return told({
    title: "Sent",
    parts: [paragraph(`Sent to ${nameIn(nameOf, copy.to)}. You can take it back at any time.`)],
    foot: [
      press("Withdraw", ONE_WITHDRAW, copy.id),
      press("Back to the preparation", ONE_PREPARE, `${copy.oneToOne}.${copy.day}`),
    ],
  });
}

/** Its words were kept for a day, and are gone. */
export function tooOldView({ oneToOne, day }: Pick<Copy, "oneToOne" | "day">): View {
  return told({
    title: "This preview is too old",
    parts: [paragraph("A preview is kept for a day. Prepare it again to see what would go out now, and send that.")],
    foot: [press("Prepare it again", ONE_PREPARE, `${oneToOne}.${day}`)],
  });
}

/** Copies, newest first: what can still be taken back, wherever its own message has gone. */
export function sentListView({ id }: Pick<OneToOne, "id">, copies: readonly Copy[], nameOf: NameOf): View {
  const shown = copies.filter(({ state }) => state !== "withdrawn").slice(0, MOST_LISTED);
  return told({
    title: "What you sent",
    notes: ["Only you can see this list."],
    parts:
      shown.length === 0
        ? [paragraph("Nothing that you could take back.")]
        : shown.flatMap((copy, index) => [
            paragraph(
              `To ${nameIn(nameOf, copy.to)}, for the 1:1 of ${dayOnly(copy.day)}${copy.state === "imported" ? ". It came back with an import, and cannot be withdrawn from here" : ""}.`,
            ),
            ...(copy.state === "imported"
              ? []
              : rowOf(
                  press("Withdraw", `${ONE_WITHDRAW}-${index + 1}`, copy.id, {
                    aloud: `Withdraw what you sent to ${nameIn(nameOf, copy.to)} for ${dayOnly(copy.day)}`,
                  }),
                )),
          ]),
    foot: [press("Back to the preparation", ONE_PREPARE, id)],
  });
}

const MOST_LISTED = 10;

export function withdrawnView(copy: Copy, nameOf: NameOf): View {
  return told({
    title: "Withdrawn",
    parts: [
      paragraph(`What you sent to ${nameIn(nameOf, copy.to)} is no longer there. What they read, they have read.`),
    ],
    foot: [press("Back to the preparation", ONE_PREPARE, `${copy.oneToOne}.${copy.day}`)],
  });
}

/** Nobody can say that the words are gone: nothing here says whether they ever stood there. */
export function notYetView(copy: Copy, nameOf: NameOf): View {
  return told({
    title: "Not taken back yet",
    parts: [
      paragraph(
        `What you sent to ${nameIn(nameOf, copy.to)} could not be taken back yet, and may still stand there. Try again in a few minutes.`,
      ),
    ],
    foot: [
      press("Withdraw", ONE_WITHDRAW, copy.id),
      press("Back to the preparation", ONE_PREPARE, `${copy.oneToOne}.${copy.day}`),
    ],
  });
}

export function neverArrivedView(copy: Copy, nameOf: NameOf): View {
  return told({
    title: "It did not arrive",
    parts: [
      paragraph(
        `Slack has no such message: what you sent to ${nameIn(nameOf, copy.to)} did not arrive, and there is nothing to take back. You can send it again from the preparation.`,
      ),
    ],
    foot: [press("Back to the preparation", ONE_PREPARE, `${copy.oneToOne}.${copy.day}`)],
  });
}

/** In the place of the copy, for the person who had got it. */
export function takenBackView(from: string): View {
  return told({ title: "Withdrawn", parts: [paragraph(`${shorten(from, 60)} took back what stood here.`)] });
}

export function stoppedView(from: { readonly id: string; readonly name: string }): View {
  const name = shorten(from.name, 40);
  return told({
    title: "Stopped",
    parts: [paragraph(`Nothing more from ${name} will arrive here. ${name} is not told.`)],
    foot: [press(`Receive from ${name} again`, ONE_RECEIVE, from.id)],
  });
}

export function receivingView(name: string): View {
  return told({ title: "On again", parts: [paragraph(`You receive what ${shorten(name, 60)} sends for your 1:1s.`)] });
}

export type CannotSend = "guest" | "stranger" | "deactivated" | "bot" | "unknown" | "refused";

const WHY: Readonly<Record<CannotSend, (name: string) => string>> = {
  guest: (name) => `${name} is a guest here, and guests are sent nothing.`,
  stranger: (name) => `${name} is from another workspace, and nothing leaves this one.`,
  deactivated: (name) => `${name}’s account is deactivated.`,
  bot: (name) => `${name} is an app.`,
  unknown: (name) => `Slack did not say who ${name} is. Nothing was sent; try again in a moment.`,
  refused: (name) => `Slack did not take it, and ${name} got nothing. Try again in a moment.`,
};

export function cannotSendView(copy: Pick<Copy, "oneToOne" | "day" | "to">, why: CannotSend, nameOf: NameOf): View {
  return told({
    title: "Not sent",
    parts: [paragraph(WHY[why](nameIn(nameOf, copy.to)))],
    foot: [press("Back to the preparation", ONE_PREPARE, `${copy.oneToOne}.${copy.day}`)],
  });
}
