import type { WinsAsked } from "../../../command/wins-asked.ts";
import type { WinPage } from "../../../evidence/types.ts";
import { dayInWords } from "../../../wins/days.ts";
import { MY_WINS } from "../../ids.ts";
import { bullet, paragraph } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import { HOME } from "../../screen.ts";
import { encodeWins, listRow, NEWEST, type WinsPage } from "../../wins-code.ts";
import type { Card, Part } from "../card.ts";
import { rows } from "../controls.ts";
import { logWin, ONLY_YOU_AND_EACH, own, toScreen } from "../home/parts.ts";
import { levelWord } from "../words.ts";
import { placeOf, type RowLook, winParts } from "./win-row.ts";

export interface ListLook extends Pick<RowLook, "nameOf" | "frameworks" | "find" | "tz"> {
  readonly surface: "home" | "message";
}

const ROOM = 280;

/** A person's wins, newest first, with what they asked for said in words. */
export function winsCard(page: WinsPage, found: WinPage, look: ListLook): Card {
  const asked = askedInWords(page.filter, look);
  const code = (next: WinsPage) => encodeWins(next);
  const all = asked === null ? null : own("All my wins", `${MY_WINS}-all`, code(NEWEST));
  const unfiled =
    page.filter.unfiled === true || (asked === null && found.wins.length === 0)
      ? null
      : own("Not filed yet", `${MY_WINS}-unfiled`, code({ ...NEWEST, filter: { unfiled: true } }));
  const newest = page.before.at(-1) ?? null;

  return {
    title: "My wins",
    notes: [ONLY_YOU_AND_EACH, ...(asked === null ? [] : [`Showing: ${asked}`])],
    parts:
      found.wins.length === 0
        ? emptyParts(page, asked)
        : found.wins.flatMap((win, index) =>
            winParts(win, {
              ...look,
              room: ROOM,
              canDelete: true,
              canShare: look.surface === "message",
              block: listRow(page, index + 1),
            }),
          ),
    foot: [
      ...rows([
        page.at === null
          ? null
          : own("Newer", `${MY_WINS}-newer`, code({ ...page, at: newest, before: page.before.slice(0, -1) })),
        found.next === null
          ? null
          : own("Older", `${MY_WINS}-older`, code({ ...page, at: found.next, before: [...page.before, page.at] })),
        all,
        unfiled,
      ]),
      ...rows([
        logWin(),
        look.surface === "home" ? toScreen("Back to Home", HOME, "home") : toScreen("My place", { kind: "me" }, "me"),
      ]),
    ],
    paged: null,
    rest: "Edit shows a win in full.",
  };
}

function emptyParts({ filter }: WinsPage, asked: string | null): Part[] {
  if (asked === null) {
    return [
      paragraph("No wins yet. A win is anything that you would want to remember at review time: a line is enough."),
      bullet([
        { text: "/win Led the rollback and wrote it up", style: { code: true } },
        { text: " saves it at once, for you alone." },
      ]),
      bullet("Save as win, in the menu of any message, saves that message."),
    ];
  }
  if (filter.unfiled === true)
    return [paragraph("Every one of these is filed under a criterion. Nothing has to be: a win counts as it is.")];
  if (filter.shared === true) {
    return [
      paragraph(
        "No win on your list is shared now. Share in channel, on a win, shows what others would see before they do.",
      ),
    ];
  }
  if (filter.changed === true) return [paragraph("No win is filed under words that have changed since.")];
  return [
    paragraph("Nothing of yours fits all of that. Fewer words, or a longer time, may find it."),
    bullet([
      { text: "/wins payments", style: { code: true } },
      { text: " looks for words, in whatever form they were written" },
    ]),
    bullet([{ text: "/wins mastery last month", style: { code: true } }, { text: " by topic and time, in any order" }]),
    bullet([{ text: "/wins unfiled", style: { code: true } }, { text: " those that stand under no criterion" }]),
  ];
}

const WAYS: Readonly<Record<NonNullable<WinsAsked["origin"]>, string>> = {
  command: "typed after /win",
  modal: "from the form",
  shortcut: "from a message",
  mention: "from a mention",
  dm: "from a direct message",
  emoji: "by emoji",
  home: "from Home",
  peer: "from a colleague",
  import: "imported",
};

/** "with “payments” · in Mastery, level 3 · since Fri 1 May 2026"; null when everything is shown. */
function askedInWords(asked: WinsAsked, { frameworks }: Pick<ListLook, "frameworks">): string | null {
  const { words, framework, topic, level, from, to, criterionId } = asked;
  const where =
    topic === undefined
      ? level === undefined
        ? []
        : [levelWord({ levelPrefix: "" }, level)]
      : [
          level === undefined
            ? topicTitle(asked, frameworks)
            : placeOf({ framework: framework ?? "", topic, level }, { frameworks }),
        ];
  const said = [
    ...(words === undefined ? [] : [`with “${shorten(words, 100)}”`]),
    ...where.map((one) => `filed under ${one}`),
    ...(criterionId === undefined ? [] : ["filed under that criterion"]),
    ...(from !== undefined && from === to ? [dayInWords(from)] : between(from, to)),
    ...(asked.unfiled === true ? ["not filed yet"] : []),
    ...(asked.shared === true ? ["shared with others now"] : []),
    ...(asked.origin === undefined ? [] : [WAYS[asked.origin]]),
    ...(asked.changed === true ? ["filed under words that have changed since"] : []),
  ];

  return said.length === 0 ? null : said.join(" · ");
}

function between(from: string | undefined, to: string | undefined): string[] {
  if (from !== undefined && to !== undefined) return [`${dayInWords(from)} to ${dayInWords(to)}`];
  if (from !== undefined) return [`since ${dayInWords(from)}`];
  return to === undefined ? [] : [`until ${dayInWords(to)}`];
}

function topicTitle({ framework, topic = "" }: WinsAsked, frameworks: ListLook["frameworks"]): string {
  const found = frameworks.find(({ path }) => path === framework)?.topics.find(({ name }) => name === topic);

  return shorten(found?.title ?? topic, 80);
}
