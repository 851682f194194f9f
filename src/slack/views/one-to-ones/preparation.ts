import type { Focus } from "../../../evidence/types.ts";
import { countdown, dayOnly, moment } from "../../../one-to-ones/in-words.ts";
import type { Preparation } from "../../../one-to-ones/prepare.ts";
import type { QuietArea } from "../../../one-to-ones/quiet-areas.ts";
import {
  ONE_AGREED,
  ONE_EDIT,
  ONE_LIST,
  ONE_MOVE,
  ONE_PAUSE,
  ONE_POINT,
  ONE_PREVIEW,
  ONE_SENT,
  ONE_SKIP,
  WIN_LOG,
} from "../../ids.ts";
import { bullet, heading, type Line, paragraph, quote, quiet as small } from "../../rich-text/line.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { count } from "../words.ts";
import { nameIn, oneLine, press, roomFor, told } from "./words.ts";

/** What its owner gets before a 1:1: everything at hand, nothing of it sent to anybody. */

export interface PreparationLook {
  /** Zone where the person is now; that of the 1:1 where it is not known. */
  readonly here?: string;
  readonly nameOf: NameOf;
  /** What was just done, as a sentence. */
  readonly remark?: string;
  /** Something went out for this 1:1 and can be taken back. */
  readonly sent?: boolean;
}

/** Of the message's 4,000 characters, what people's own words may take. */
const ROOM = 2200;
const MOST_POINTS = 12;
/** Addresses of the messages that points were made from: as many as leave room for words, and none that is longer. */
const MOST_LINKS = 5;
const LINK = 110;

export function preparationView(
  preparation: Preparation,
  { nameOf, remark, here, sent = false }: PreparationLook,
): View {
  const { oneToOne, turn, now } = preparation;
  const zone = here ?? oneToOne.zone;
  const name = nameIn(nameOf, oneToOne.with);
  const value = `${oneToOne.id}.${turn.day}`;

  return told({
    title: `1:1 with ${name}`,
    notes: [
      `${moment(turn.at, zone)}${near(turn.at - now, countdown(turn, zone, now))}. Only you can see this.`,
      ...(remark === undefined ? [] : [remark]),
    ],
    parts: [
      ...agreedLines(preparation, nameOf),
      ...winLines(preparation, nameOf),
      ...pointLines(preparation, nameOf),
      ...focusLines(preparation.focus, nameOf),
      ...quietLines(preparation.quiet),
      heading("To think about"),
      ...preparation.questions.map((question) => bullet(question)),
      small(`Nothing of this goes to ${name} unless you press Send, and then what the preview shows and no more.`),
    ],
    foot: [
      press("Edit", ONE_EDIT, value),
      press("Add point", ONE_POINT, oneToOne.id),
      press(`Send to ${name}`, ONE_PREVIEW, value, { aloud: `Send to ${name}, after a preview` }),
      press("Log a win", WIN_LOG, "new"),
      press("Skip this one", ONE_SKIP, value),
      press("Move this one", ONE_MOVE, value),
      press("Pause", ONE_PAUSE, oneToOne.id, { aloud: `Pause the 1:1s with ${name}` }),
      press("What was agreed", ONE_AGREED, value, { aloud: `Write down what was agreed with ${name}` }),
      sent ? press("What you sent", ONE_SENT, oneToOne.id, { aloud: `What you sent to ${name}` }) : null,
      press("All 1:1s", ONE_LIST, "all"),
    ],
    rest: "Edit shows every point; /wins shows every win.",
  });
}

/** On the day itself the date says enough; within the hour it does not. */
function near(left: number, said: string): string {
  return left < 3_600_000 ? `, ${said}` : "";
}

function roomOf({ wins, points, agreed, notes }: Preparation): number {
  const links = points.slice(0, MOST_POINTS).filter(({ permalink }) => permalink !== null).length;
  const others = [agreed, notes.remark].filter((one) => one !== null).length;
  return roomFor(
    wins.length + Math.min(points.length, MOST_POINTS) + others,
    ROOM - Math.min(links, MOST_LINKS) * LINK,
  );
}

function agreedLines(preparation: Preparation, nameOf: NameOf): Line[] {
  const { agreed } = preparation;
  return agreed === null
    ? []
    : [heading(`Agreed on ${dayOnly(agreed.day)}`), quote(oneLine(agreed.text, nameOf, roomOf(preparation)))];
}

function winLines(preparation: Preparation, nameOf: NameOf): Line[] {
  const { wins, moreWins, since, isFirst, notes } = preparation;
  const title = isFirst ? "The last month" : `Since ${dayOnly(since)}`;
  const out = new Set(notes.leftOut);

  return [
    heading(title),
    ...(wins.length === 0
      ? [paragraph("Nothing is written down for these weeks. What you remember can still go in: Log a win.")]
      : []),
    ...wins.map(({ id, text, happenedOn }) =>
      bullet(
        `${oneLine(text, nameOf, roomOf(preparation))} (${dayOnly(happenedOn)}${out.has(id) ? ", stays with you" : ""})`,
      ),
    ),
    ...(moreWins > 0 ? [small(`And ${count(moreWins, "more win", "more wins")}: /wins shows them all.`)] : []),
  ];
}

function pointLines(preparation: Preparation, nameOf: NameOf): Line[] {
  const { points, notes } = preparation;
  const shown = points.slice(0, MOST_POINTS);
  const left = points.length - shown.length;
  const words = roomOf(preparation);
  const links = shown.flatMap(({ permalink }, index) => (permalink === null ? [] : [index]));

  return [
    ...(points.length === 0 ? [] : [heading("Points")]),
    ...shown.map(({ text, permalink }, index) => {
      const said = oneLine(text, nameOf, words);
      return permalink === null || permalink.length > LINK || links.indexOf(index) >= MOST_LINKS
        ? bullet(said)
        : bullet([{ text: `${said} ` }, { text: permalink, url: permalink }]);
    }),
    ...(left > 0 ? [small(`And ${count(left, "more point", "more points")}: Edit shows them all.`)] : []),
    ...(notes.remark === null
      ? []
      : [heading("Your words to go with it"), quote(oneLine(notes.remark, nameOf, words))]),
  ];
}

function focusLines(focus: readonly Focus[], nameOf: NameOf): Line[] {
  return focus.length === 0
    ? []
    : [heading("Your focus"), ...focus.map(({ wording, topic }) => bullet(oneLine(wording ?? topic, nameOf, 200)))];
}

function quietLines(areas: readonly QuietArea[]): Line[] {
  return areas.length === 0
    ? []
    : [
        heading("Quiet for a while"),
        ...areas.map(({ title, latest }) =>
          bullet(`${title}: ${latest === null ? "no evidence yet" : `last on ${dayOnly(latest)}`}`),
        ),
      ];
}
