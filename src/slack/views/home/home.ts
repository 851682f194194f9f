import type { Choice } from "../../../answers/answer.ts";
import type { Framework } from "../../../catalogue/types.ts";
import { mapTopics } from "../../../place/evidence-map.ts";
import { isNewcomer, type Place } from "../../../place/my-place.ts";
import { MY_WINS } from "../../ids.ts";
import { bold, bullet, heading, paragraph, quiet } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import { encodeScreen, HOME } from "../../screen.ts";
import { encodeWins, NEWEST, SHARED } from "../../wins-code.ts";
import type { Card, Menu, Part } from "../card.ts";
import { button, menu, rows, windowed } from "../controls.ts";
import { winParts } from "../wins/win-row.ts";
import type { NameOf } from "../wins/win-text.ts";
import { focusLine, logWin, ONLY_YOU_AND_EACH, own, standing, stateInWords, toScreen } from "./parts.ts";
import { firstStep } from "./set-up.ts";

/** A person's own place: useful to somebody who came a minute ago, and to somebody who never sets anything up. */
export interface HomeLook {
  readonly frameworks: readonly Framework[];
  readonly nameOf: NameOf;
  /** Of the evidence map, from 1. */
  readonly page: number;
  /** What others have to say here. */
  readonly also?: readonly Part[];
}

const TOPICS_PER_PAGE = 15;

export function homeCard(place: Place, look: HomeLook): Card {
  const { framework, level, profile } = place;
  const newcomer = isNewcomer(profile);

  return {
    title: standing(framework, level, profile.subLevel) ?? "Your place",
    notes: [ONLY_YOU_AND_EACH],
    parts: [
      ...(newcomer ? firstStep(look.frameworks, HOME) : []),
      ...rows([
        logWin(),
        own("My wins", MY_WINS, encodeWins(NEWEST)),
        toScreen("Settings", { kind: "settings" }, "settings"),
      ]),
      ...(place.frameworkGone
        ? [
            paragraph(
              "The framework that you had chosen is no longer here. Nothing that you filed is lost; choose another in Settings.",
            ),
          ]
        : []),
      ...changedParts(place),
      ...(framework === null ? [] : focusParts(place, look)),
      ...(look.also ?? []),
      ...recentParts(place, look),
      ...(framework === null ? [] : mapParts(framework, place, look)),
      heading("Who can see what"),
      bullet("Your wins, focus and notes: you alone. A win leaves this page only when you share it, after a preview."),
      bullet(
        "Whoever runs the database can read it; About says more. You can take your wins with you, or erase everything.",
      ),
      ...rows([own("What I have shared", `${MY_WINS}-shared`, encodeWins(SHARED))]),
    ],
    foot: [
      ...rows([
        button("Export", { kind: "mine", what: "export" }, "export"),
        button("About", { kind: "about" }, "about"),
        button("Help", { kind: "help" }, "help"),
        windowed(menu("Read a framework", look.frameworks.map(readChoice), "framework")),
      ]),
    ],
    paged: null,
    rest: "Open a topic, or My wins, for the rest.",
  };
}

function changedParts({ changed }: Place): Part[] {
  return changed
    ? [
        paragraph([
          bold({ text: "The framework has changed. " }),
          {
            text: "Some of your wins are filed under words that were reworded, moved or removed. They keep the words of their time.",
          },
        ]),
        ...rows([own("See them", `${MY_WINS}-changed`, encodeWins({ ...NEWEST, filter: { changed: true } }))]),
      ]
    : [];
}

function focusParts({ focus }: Place, { frameworks }: HomeLook): Part[] {
  return [
    heading("Focus"),
    ...(focus.length === 0
      ? [
          quiet(
            "Nothing chosen. Open a topic below to choose up to three things to pay attention to; staying well at your level is as good a choice as any.",
          ),
        ]
      : focus.map((one) => focusLine(one, frameworks))),
  ];
}

function recentParts({ recent, map, profile }: Place, { frameworks, nameOf }: HomeLook): Part[] {
  const look = { nameOf, frameworks, find: map.find, tz: profile.tz, room: 180, canDelete: false, canShare: false };

  return [
    heading("Recent wins"),
    ...(recent.wins.length === 0
      ? [
          paragraph([
            { text: "None yet. Type " },
            { text: "/win Led the rollback and wrote it up", style: { code: true } },
            { text: " anywhere, or press Log a win." },
          ]),
        ]
      : recent.wins.flatMap((win) => winParts(win, look))),
  ];
}

function mapParts(framework: Framework, place: Place, { page }: HomeLook): Part[] {
  const topics = mapTopics(framework, place.map);
  const pages = Math.max(1, Math.ceil(topics.length / TOPICS_PER_PAGE));
  const at = Math.min(page, pages);
  const shown = topics.slice((at - 1) * TOPICS_PER_PAGE, at * TOPICS_PER_PAGE);

  return [
    heading("Evidence by topic"),
    ...shown.map(({ topic, state, inFocus }) =>
      bullet([
        { ...bold({ text: shorten(topic.title, 80) }) },
        { text: `: ${stateInWords(state, place.today)}${inFocus ? " · in focus" : ""}` },
      ]),
    ),
    ...rows(
      [topicMenu(framework, place)],
      [
        at > 1
          ? toScreen("Back", { kind: "home", page: at - 1 }, "topics-back", { aloud: "Topics before these" })
          : null,
        at < pages ? toScreen("More", { kind: "home", page: at + 1 }, "topics-more", { aloud: "More topics" }) : null,
      ],
    ),
  ];
}

export function topicMenu(framework: Framework, { level }: Place): Menu {
  const options = framework.topics.map((topic) => ({
    label: topic.title,
    detail: null,
    value: encodeScreen({
      kind: "topic",
      framework: framework.path,
      topic: topic.name,
      level: level ?? Math.max(1, topic.levels.find(({ criteria }) => criteria.length > 0)?.level ?? 1),
      page: 1,
    }),
  }));

  return windowed({ kind: "menu", label: "Open a topic", action: "my.screen-topic", options });
}

function readChoice({ path, sidebarTitle }: Framework): Choice {
  return { label: sidebarTitle, detail: null, intent: { kind: "framework", framework: path, page: 1 } };
}
