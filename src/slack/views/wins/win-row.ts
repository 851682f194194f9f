import type { Framework } from "../../../catalogue/types.ts";
import { type FilingState, filingState } from "../../../evidence/filing-state.ts";
import type { Filing, Win } from "../../../evidence/types.ts";
import type { FindCriterion } from "../../../place/criteria-now.ts";
import { dayInWords } from "../../../wins/days.ts";
import { MY_KEEP, MY_SEE, WIN_ADD, WIN_DELETE, WIN_EDIT, WIN_SHARE } from "../../ids.ts";
import { quiet, quote } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import type { Button, Part, Row } from "../card.ts";
import { own } from "../home/parts.ts";
import { levelWord } from "../words.ts";
import { oldCards, whoSees } from "./who-sees.ts";
import { type NameOf, shownWords } from "./win-text.ts";

/** One win among others: its beginning, its day, where it is filed, and what can be done with it. */
export interface RowLook {
  readonly nameOf: NameOf;
  readonly frameworks: readonly Framework[];
  readonly find: FindCriterion;
  readonly tz: string | null;
  /** How many characters of the words. */
  readonly room: number;
  readonly canDelete: boolean;
  readonly canShare: boolean;
  /** Names the row of buttons. */
  readonly block?: string | undefined;
}

const MOST_FILINGS = 3;

export function winParts(win: Win, look: RowLook): Part[] {
  const words = shorten(shownWords(win.text, look.nameOf), look.room);
  const changed = win.filings.filter((filing) => filingState(filing, look.find) !== "current");
  const shown = win.filings.filter((filing) => !changed.includes(filing)).map((filing) => placeOf(filing, look));
  const old = oldCards(win);
  const more = shown.length - MOST_FILINGS;
  const filed =
    win.filings.length === 0
      ? ["Not filed yet"]
      : [...shown.slice(0, MOST_FILINGS), ...(more > 0 ? [`and ${more} more`] : [])];

  return [
    quote(words),
    quiet([dayInWords(win.happenedOn), ...filed, whoSees(win, look.tz)].join(" · ")),
    ...(old === null ? [] : [quiet(old)]),
    ...changed.slice(0, MOST_FILINGS).flatMap((filing, index) => changedParts(win, filing, index, look)),
    {
      kind: "row",
      ...(look.block === undefined ? {} : { block: look.block }),
      controls: rowButtons(win, words, look),
    },
  ];
}

function rowButtons(win: Win, words: string, { canDelete, canShare }: RowLook): Button[] {
  const about = shorten(words, 40);
  return [
    own("Edit", WIN_EDIT, win.id, { aloud: `Edit: ${about}` }),
    own("Add criteria", WIN_ADD, win.id, { aloud: `Add criteria: ${about}` }),
    ...(canShare ? [own("Share in channel", WIN_SHARE, win.id, { aloud: `Share in channel: ${about}` })] : []),
    ...(canDelete ? [own("Delete", WIN_DELETE, win.id, { aloud: `Delete: ${about}` })] : []),
  ];
}

const HAPPENED: Readonly<Record<Exclude<FilingState, "current">, string>> = {
  reworded: "The wording of a criterion that this is filed under has changed since",
  moved: "A criterion that this is filed under has moved since",
  removed: "A criterion that this is filed under is no longer in the framework",
};

function changedParts(win: Win, filing: Filing, index: number, { find }: RowLook): Part[] {
  const state = filingState(filing, find);
  if (state === "current") return [];
  const value = `${win.id}.${filing.criterionId}`;
  const row: Row = {
    kind: "row",
    controls: [
      own("See", `${MY_SEE}-${index}`, value, { aloud: "See both wordings" }),
      own("Re-file", WIN_ADD, win.id),
      own("Keep as it was", `${MY_KEEP}-${index}`, value),
    ],
  };
  return [quiet(`${HAPPENED[state]}: “${shorten(filing.wording, 120)}”`), row];
}

/** "Mastery, level 3". */
export function placeOf(
  filing: Pick<Filing, "framework" | "topic" | "level">,
  { frameworks }: Pick<RowLook, "frameworks">,
): string {
  const framework = frameworks.find(({ path }) => path === filing.framework);
  const topic = framework?.topics.find(({ name }) => name === filing.topic)?.title ?? filing.topic;

  return `${shorten(topic, 60)}, ${levelWord(framework ?? { levelPrefix: "" }, filing.level)}`;
}
