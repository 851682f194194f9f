import type { Win } from "../../../evidence/types.ts";
import { standingShares } from "../../../evidence/visibility.ts";
import { MY_FORGET } from "../../ids.ts";
import { bullet, paragraph } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import type { Card } from "../card.ts";
import { button, rows } from "../controls.ts";
import { placeName } from "../wins/who-sees.ts";
import { ONLY_YOU, own } from "./parts.ts";

/** Erasing oneself takes two presses, and the first says what the second does. `shared`: wins of which cards stand in channels. */
export function forgetCard(shared: readonly Win[]): Card {
  const places = [...new Set(shared.flatMap(standingShares).map(placeName))];
  const where = places.length === 0 ? "" : ` (they stand in ${shorten(places.join(", "), 500)})`;

  return {
    title: "Erase everything that is kept of you?",
    notes: [ONLY_YOU],
    parts: [
      paragraph("This erases at once, and cannot be undone:"),
      bullet(
        "every win with its outcome, notes, links, people and criteria, those that could still be restored, and the search index",
      ),
      bullet("every 1:1 with its points, your words, what was agreed, and what the bot kept of copies that you sent"),
      bullet("drafts, your framework and level, focus, notes, nudges, and every other setting"),
      paragraph("This stays until it is gone by itself or somebody removes it:"),
      bullet(
        "backups that whoever runs this Progression has made, and the copy that an upgrade makes of the database, which is removed after 30 days",
      ),
      bullet(`cards that you shared in a channel: press Withdraw on them first${where}`),
      bullet("copies that you sent for a 1:1: withdraw them first; nobody can later"),
      bullet("what Slack itself keeps of this conversation, and files that an export put there"),
    ],
    foot: rows([
      own("Erase everything", `${MY_FORGET}-yes`, "yes", { style: "danger" }),
      button("Export first", { kind: "mine", what: "export" }, "export"),
      own("Keep everything", `${MY_FORGET}-no`, "no"),
    ]),
    paged: null,
    rest: "",
  };
}

export function forgottenCard(wins: number): Card {
  const what = wins === 0 ? "There were no wins." : wins === 1 ? "One win is gone." : `${wins} wins are gone.`;

  return {
    title: "Erased",
    notes: [],
    parts: [
      paragraph(
        `Nothing of you is kept any more. ${what} You can look things up as before, and begin again whenever you like.`,
      ),
    ],
    foot: rows([button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks")]),
    paged: null,
    rest: "",
  };
}

export function sentenceCard(title: string, sentence: string): Card {
  return {
    title,
    notes: [],
    parts: [paragraph(sentence)],
    foot: rows([button("Help", { kind: "help" }, "help")]),
    paged: null,
    rest: "",
  };
}
