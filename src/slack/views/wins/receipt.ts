import type { ActionsBlock, KnownBlock, SectionBlock } from "@slack/types";
import type { Framework } from "../../../catalogue/types.ts";
import type { Filing, Win } from "../../../evidence/types.ts";
import { reasonsInWords } from "../../../text/reasons-in-words.ts";
import { dayInWords } from "../../../wins/days.ts";
import type { Receipt, Suggested } from "../../../wins/receipt.ts";
import {
  WIN_ADD,
  WIN_AGAIN,
  WIN_EDIT,
  WIN_FILE,
  WIN_FRAMEWORK,
  WIN_NONE,
  WIN_SHARE,
  WIN_UNDO,
  WIN_UNFILE,
} from "../../ids.ts";
import { encodeIntent } from "../../intent-code.ts";
import { shorten } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import type { View } from "../render.ts";
import { levelName } from "../words.ts";
import { wordingOf } from "./criterion-wording.ts";
import { standingCards } from "./standing-cards.ts";
import { CAN_SEE, oldCards, whoSees } from "./who-sees.ts";
import {
  aloudText,
  beginning,
  buttonRow,
  buttonsAloud,
  type NameOf,
  note,
  type Press,
  press,
  quoted,
  says,
  shownWords,
} from "./win-text.ts";

/** What a person sees after every capture: their words, when, who can see it, and what the win might be evidence for. */

export interface ReceiptLook {
  /** "Saved", "Already saved", "Changed". */
  readonly title: string;
  readonly nameOf: NameOf;
  /** There is a channel to share it in. */
  readonly canShare: boolean;
  /** The person said "none of these". */
  readonly quiet?: boolean;
  /** The same words were saved a moment ago: offers to save them once more. */
  readonly again?: boolean;
  readonly remark?: string;
}

/** All wordings of one message together. */
const MOST_WORDING = 8000;

export function receiptView(receipt: Receipt, look: ReceiptLook): View {
  const { win } = receipt;
  const { shown, left } = beginning(shownWords(win.text, look.nameOf));
  const head = `${look.title} · ${dayInWords(win.happenedOn)} · ${whoSees(win, receipt.tz, CAN_SEE)}`;
  const more = left === 0 ? "" : `${left.toLocaleString("en-GB")} more characters. Edit shows them all.`;
  const details = detailLines(win, look.nameOf);
  const old = oldCards(win) ?? "";
  const cards = standingCards(win, receipt.tz);
  const row = receiptRow(win, look);
  const filed = win.filings.map((one) => filedSection(win, one, receipt));
  const offer = look.quiet === true ? noOffer : offerOf(receipt);

  return {
    text: aloudText([
      head,
      look.remark ?? "",
      `“${shown}”`,
      more,
      ...details,
      old,
      buttonsAloud(row),
      ...cards.aloud,
      ...win.filings.map((one) => `Filed under ${placeOf(one, receipt)}: ${one.wording}`),
      ...offer.aloud,
    ]),
    blocks: [
      note(head),
      ...(look.remark === undefined ? [] : [says(look.remark)]),
      quoted(shown),
      ...(more === "" ? [] : [note(more)]),
      ...details.map(note),
      ...(old === "" ? [] : [note(old)]),
      buttonRow(...row),
      ...cards.blocks,
      ...(filed.length === 0 ? [] : [note("Filed under"), ...filed]),
      ...offer.blocks,
    ],
  };
}

function receiptRow({ id }: Win, look: ReceiptLook): (Press | null)[] {
  return [
    look.again === true ? { label: "Save again", action: WIN_AGAIN, value: id } : null,
    { label: "Undo", action: WIN_UNDO, value: id },
    { label: "Edit", action: WIN_EDIT, value: id },
    { label: "Add criteria", action: WIN_ADD, value: id },
    look.canShare ? { label: "Share in channel", action: WIN_SHARE, value: id } : null,
  ];
}

/** Outcome, people, links, note and source, a line each, where there are. */
function detailLines({ outcome, people, links, note: remark, source }: Win, nameOf: NameOf): string[] {
  const names = people.map((person) => (/^[UW][A-Z0-9]+$/.test(person) ? (nameOf(person) ?? "somebody") : person));
  const author = source.author === null ? null : (nameOf(source.author) ?? "somebody else");
  return [
    outcome === null ? "" : `Outcome: ${shownWords(outcome, nameOf)}`,
    names.length === 0 ? "" : `With ${names.join(", ")}`,
    links.length === 0 ? "" : `Links: ${links.join(" ")}`,
    remark === null ? "" : `Note: ${shownWords(remark, nameOf)}`,
    author === null ? "" : `Quoted from ${author}`,
    source.permalink === null ? "" : `From ${source.permalink}`,
  ].filter((line) => line !== "");
}

interface Offer {
  readonly blocks: KnownBlock[];
  readonly aloud: string[];
}

const noOffer: Offer = { blocks: [], aloud: [] };

function offerOf(receipt: Receipt): Offer {
  const { win, framework, frameworks, suggestions } = receipt;

  if (framework === null) {
    return frameworks.length === 0 ? noOffer : frameworkOffer(win, frameworks);
  }
  const fitting = withinRoom(suggestions);

  if (fitting.length === 0) {
    if (win.filings.length > 0) return noOffer;
    const line = `Nothing in ${framework.sidebarTitle} comes close to these words. Add criteria shows them all; a win without any is fine too.`;
    return { blocks: [note(line)], aloud: [line] };
  }
  const line =
    win.filings.length === 0
      ? "Might be evidence for one of these. Nothing is filed until you press Add."
      : "Also close:";
  return {
    blocks: [
      note(line),
      ...fitting.flatMap((one) => suggestionBlocks(win, one, framework)),
      buttonRow({ label: win.filings.length === 0 ? "None of these" : "That is all", action: WIN_NONE, value: win.id }),
    ],
    aloud: [line, ...fitting.map((one) => `${one.criterion.text} (${reasonLine(one, framework, win)}). Button: Add.`)],
  };
}

function withinRoom(suggestions: readonly Suggested[]): Suggested[] {
  let room = MOST_WORDING;
  return suggestions.filter(({ criterion }) => {
    room -= wordingOf(criterion).weight + 200;
    return room >= 0 && criterion.text.length <= 2900;
  });
}

function suggestionBlocks(win: Win, one: Suggested, framework: Framework): KnownBlock[] {
  const { text, aloud } = wordingOf(one.criterion);
  const value = `${win.id}.${one.criterion.id}`;
  return [
    {
      type: "section",
      text,
      accessory: { ...press({ label: "Add", action: WIN_FILE, value }), accessibility_label: aloud },
    },
    note(reasonLine(one, framework, win)),
  ];
}

function reasonLine({ topicTitle, level, reasons }: Suggested, framework: Framework, win: Win): string {
  const why = reasons.length === 0 ? "" : ` · because of ${reasonsInWords(reasons, win.text)}`;
  return `${topicTitle} · ${levelName(framework, level)}${why}`;
}

function filedSection(win: Win, filing: Filing, receipt: Receipt): SectionBlock {
  return {
    type: "section",
    text: plain(shorten(`${placeOf(filing, receipt)}: ${filing.wording}`, 2900)),
    accessory: press({
      label: "Remove",
      action: WIN_UNFILE,
      value: `${win.id}.${filing.criterionId}`,
      aloud: `Remove: ${filing.wording}`,
    }),
  };
}

function placeOf({ framework: path, topic, level }: Filing, { frameworks }: Receipt): string {
  const framework = frameworks.find((one) => one.path === path);
  const title = framework?.topics.find(({ name }) => name === topic)?.title ?? topic;
  return `${title} · ${framework === undefined ? `Level ${level}` : levelName(framework, level)}`;
}

const FEW = 5;

/** Asked once; the answer is remembered. */
function frameworkOffer(win: Win, frameworks: readonly Framework[]): Offer {
  const line = "Which framework is yours? Criteria that may fit are suggested from it, here and from now on.";
  const value = (framework: Framework) =>
    `${win.id}.${encodeIntent({ kind: "framework", framework: framework.path, page: 1 })}`;
  const shown = frameworks.slice(0, 100);
  const block: ActionsBlock =
    frameworks.length <= FEW
      ? {
          type: "actions",
          elements: shown.map((one, index) =>
            press({ label: one.sidebarTitle, action: `${WIN_FRAMEWORK}-${index + 1}`, value: value(one) }),
          ),
        }
      : {
          type: "actions",
          elements: [
            {
              type: "static_select",
              action_id: `${WIN_FRAMEWORK}-0`,
              placeholder: plain("Choose your framework"),
              options: shown.map((one) => ({
                text: plain(shorten(one.sidebarTitle, 75) || "(no name)"),
                value: value(one),
              })),
            },
          ],
        };
  return { blocks: [note(line), block], aloud: [line, shown.map((one) => one.sidebarTitle).join(", ")] };
}
