import type { InputBlock, KnownBlock, ModalView, PlainTextInput } from "@slack/types";
import type { Filing, Win } from "../../../evidence/types.ts";
import { standingShares } from "../../../evidence/visibility.ts";
import { inputParts } from "../../../wins/parts.ts";
import { FORM_CRITERIA, WIN_FORM } from "../../ids.ts";
import { shorten } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import { sentenceOption } from "./picker.ts";
import { CAN_SEE, whoSees } from "./who-sees.ts";
import { beginning, type NameOf, note } from "./win-text.ts";

/** The form of a win: one field that must be filled and five that may. What it is opened with comes back byte for byte. */

export type FormWin = Pick<Win, "text" | "outcome" | "note" | "people" | "links" | "source" | "filings" | "shares"> & {
  readonly happenedOn: string | null;
};

export interface FormLook {
  readonly title: string;
  readonly submit: string;
  /** What `form-state.ts` reads again when the form comes back. Ids only, never words. */
  readonly metadata: string;
  readonly nameOf: NameOf;
  readonly today: string;
  readonly tz: string | null;
  readonly remark?: string;
}

export const EMPTY_FORM: FormWin = {
  text: "",
  happenedOn: null,
  outcome: null,
  note: null,
  people: [],
  links: [],
  filings: [],
  shares: [],
  source: { permalink: null, messageKey: null, author: null },
};

export const WORDS = "words";
export const BLOCK = {
  text: (part: number) => `text-${part}`,
  when: "when",
  outcome: "outcome",
  people: "people",
  others: "others",
  links: "links",
  note: "note",
  criteria: "criteria",
} as const;

const USER = /^[UW][A-Z0-9]+$/;
const MOST = 3000;

export function formView(win: FormWin, look: FormLook): ModalView {
  const users = win.people.filter((person) => USER.test(person));
  const others = win.people.filter((person) => !USER.test(person));
  return {
    type: "modal",
    callback_id: WIN_FORM,
    private_metadata: look.metadata,
    title: plain(look.title),
    submit: plain(look.submit),
    close: plain("Cancel"),
    blocks: [
      ...(look.remark === undefined ? [] : [note(look.remark)]),
      ...sourceNotes(win, look.nameOf),
      ...textInputs(win.text),
      {
        type: "input",
        block_id: BLOCK.when,
        label: plain("When"),
        optional: true,
        element: { type: "datepicker", action_id: WORDS, initial_date: win.happenedOn ?? look.today },
      },
      words(BLOCK.outcome, "What came of it", win.outcome, {
        lines: isLong(win.outcome),
        hint: "A number, a sentence of thanks, what is different now",
      }),
      {
        type: "input",
        block_id: BLOCK.people,
        label: plain("With whom"),
        optional: true,
        element: {
          type: "multi_users_select",
          action_id: WORDS,
          placeholder: plain("Choose people"),
          ...(users.length === 0 ? {} : { initial_users: users }),
        },
      },
      ...(others.length === 0
        ? []
        : [
            words(BLOCK.others, "And, not in Slack", others.join(", "), {
              lines: false,
              hint: "Names with commas between them",
            }),
          ]),
      words(BLOCK.links, "Links", win.links.join("\n") || null, {
        lines: win.links.length > 1,
        hint: "Addresses with spaces between them",
      }),
      words(BLOCK.note, "Note to yourself", win.note, { lines: true }),
      criteria(win.filings),
      note(whoSeesLine(win, look.tz)),
    ],
  };
}

function whoSeesLine(win: FormWin, tz: string | null): string {
  const seen = `${whoSees(win, tz, CAN_SEE)}.`;
  if (standingShares(win).length > 0) {
    return `${seen} The card keeps its words: share the win again to show what you change here.`;
  }
  return win.shares.length > 0 ? seen : "Only you can see this, until you share it.";
}

function textInputs(text: string): InputBlock[] {
  const parts = inputParts(text);
  return parts.map((part, index) => ({
    type: "input",
    block_id: BLOCK.text(index + 1),
    label: plain(parts.length === 1 ? "What did you do?" : `What did you do? Part ${index + 1} of ${parts.length}`),
    // Of several parts one may be emptied.
    ...(parts.length === 1 ? {} : { optional: true }),
    element: {
      type: "plain_text_input",
      action_id: WORDS,
      multiline: true,
      max_length: MOST,
      ...(part === "" ? { placeholder: plain("Led the rollback and wrote it up") } : { initial_value: part }),
      ...(parts.length === 1 && part === "" ? { focus_on_load: true } : {}),
    },
  }));
}

function criteria(filings: readonly Filing[]): InputBlock {
  const chosen = filings.map((one) => sentenceOption(one.wording, `Level ${one.level}`, one.criterionId));
  return {
    type: "input",
    block_id: BLOCK.criteria,
    // So that the full wording of what is chosen is shown before it is saved.
    dispatch_action: true,
    optional: true,
    label: plain("Criteria"),
    hint: plain("Type any words of a criterion. Nothing has to be filed; suggestions follow once this is saved."),
    element: {
      type: "multi_external_select",
      action_id: FORM_CRITERIA,
      min_query_length: 0,
      max_selected_items: MOST_CRITERIA,
      placeholder: plain("Choose or type"),
      ...(chosen.length === 0 ? {} : { initial_options: chosen }),
    },
  };
}

/** The full wordings of what is chosen, to stand below the field. */
export function chosenWordings(wordings: readonly string[]): KnownBlock[] {
  return wordings.slice(0, MOST_CRITERIA).map((wording, index) => ({
    type: "section",
    block_id: `${WORDING}${index + 1}`,
    text: plain(beginning(wording, 2900).shown),
  }));
}

export const WORDING = "wording-";
const MOST_CRITERIA = 20;

function words(
  block: string,
  label: string,
  value: string | null,
  { lines, hint }: { readonly lines: boolean; readonly hint?: string },
): InputBlock {
  const element: PlainTextInput = {
    type: "plain_text_input",
    action_id: WORDS,
    multiline: lines,
    max_length: MOST,
    ...(value === null ? {} : { initial_value: value }),
  };
  return {
    type: "input",
    block_id: block,
    label: plain(label),
    optional: true,
    element,
    ...(hint === undefined ? {} : { hint: plain(hint) }),
  };
}

/** A field for one line grows where there is more in it already. */
function isLong(text: string | null): boolean {
  return text !== null && (text.length > 80 || text.includes("\n"));
}

function sourceNotes({ source }: FormWin, nameOf: NameOf): KnownBlock[] {
  const who = source.author === null ? null : `Quoted from ${nameOf(source.author) ?? "somebody else"}, word for word`;
  const from = source.permalink === null ? null : `From ${source.permalink}`;
  const line = [who, from].filter((one) => one !== null).join(" · ");
  return line === "" ? [] : [note(shorten(line, 500))];
}
