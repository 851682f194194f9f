import type { Framework } from "../../../catalogue/types.ts";
import type { Place } from "../../../place/my-place.ts";
import { dayInWords } from "../../../wins/days.ts";
import { MY_WINS, ONE_LIST, ONE_PREPARE } from "../../ids.ts";
import { heading, paragraph, quiet } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import { encodeWins, NEWEST } from "../../wins-code.ts";
import type { Card, Part } from "../card.ts";
import { button, rows } from "../controls.ts";
import { whoSees } from "../wins/who-sees.ts";
import { type NameOf, shownWords } from "../wins/win-text.ts";
import { topicMenu } from "./home.ts";
import { focusLine, logWin, ONLY_YOU_AND_EACH, own, standing, toScreen } from "./parts.ts";
import { nextInWords, type Reminders, upcoming } from "./reminders.ts";

/** A person's place in short, for a message. */
export function meCard(
  place: Place,
  look: { readonly frameworks: readonly Framework[]; readonly nameOf: NameOf; readonly reminders: Reminders | null },
): Card {
  const { framework, level, profile, focus, recent } = place;
  const [latest] = recent.wins;

  return {
    title: standing(framework, level, profile.subLevel) ?? "Your place",
    notes: [ONLY_YOU_AND_EACH],
    parts: [
      ...(framework === null
        ? [paragraph("No framework chosen. Settings has them all; nothing here waits for it.")]
        : []),
      ...(focus.length === 0 ? [] : [heading("Focus"), ...focus.map((one) => focusLine(one, look.frameworks))]),
      heading("Latest win"),
      latest === undefined
        ? paragraph([
            { text: "None yet. " },
            { text: "/win Led the rollback and wrote it up", style: { code: true } },
            { text: " saves one." },
          ])
        : paragraph(`“${shorten(shownWords(latest.text, look.nameOf), 200)}”`),
      ...(latest === undefined ? [] : [quiet(`${dayInWords(latest.happenedOn)} · ${whoSees(latest, profile.tz)}`)]),
      ...nextParts(look.reminders),
    ],
    foot: [
      ...rows([
        logWin(),
        own("My wins", MY_WINS, encodeWins(NEWEST)),
        toScreen("Settings", { kind: "settings" }, "settings"),
        framework !== null && level !== null
          ? button(
              "Read my level",
              { kind: "all-topics", framework: framework.path, level, examples: false, page: 1 },
              "level",
            )
          : button("Frameworks", { kind: "frameworks", page: 1 }, "frameworks"),
        button("Help", { kind: "help" }, "help"),
      ]),
      ...(framework === null || framework.topics.length === 0 ? [] : rows([topicMenu(framework, place)])),
    ],
    paged: null,
    rest: "",
  };
}

function nextParts(reminders: Reminders | null): Part[] {
  const [next] = upcoming(reminders?.listed ?? []);
  if (reminders === null || next === undefined) return [];
  const { oneToOne, next: turn } = next;
  return [
    heading("Next 1:1"),
    paragraph(nextInWords(next, reminders.nameOf, reminders.now)),
    ...rows([own("Prepare", ONE_PREPARE, `${oneToOne.id}.${turn.day}`), own("All 1:1s", ONE_LIST, "all")]),
  ];
}
