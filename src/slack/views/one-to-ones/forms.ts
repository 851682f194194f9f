import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { Preparation } from "../../../one-to-ones/prepare.ts";
import type { OneToOne } from "../../../one-to-ones/types.ts";
import type { Turn } from "../../../one-to-ones/when.ts";
import { dayThere } from "../../../one-to-ones/when.ts";
import { ONE_AGREED_FORM, ONE_EDIT_FORM, ONE_MOVE_FORM, ONE_PAUSE_FORM, ONE_POINT_FORM, ONE_SHOWN } from "../../ids.ts";
import { shorten } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import type { View } from "../render.ts";
import { type NameOf, note, shownWords } from "../wins/win-text.ts";
import { choice, dayInput, type FormOption, option, timeInput, WORDS, wordsInput } from "./fields.ts";
import { nameIn } from "./words.ts";

/** The forms for one turn of a 1:1. Metadata holds ids only. */

export const FIELD = {
  remark: "remark",
  leftIn: "left-in",
  point: (id: string) => `point-${id}`,
  words: "words",
  which: "which",
  day: "day",
  time: "time",
} as const;

function modal(callback: string, title: string, submit: string, metadata: string, blocks: KnownBlock[]): ModalView {
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: metadata,
    title: plain(title),
    submit: plain(submit),
    close: plain("Cancel"),
    blocks,
  };
}

/** Slack takes 100 blocks in a modal. */
const MOST_POINTS = 90;

export function editForm(preparation: Preparation, metadata: string, nameOf: NameOf): ModalView {
  const { oneToOne, wins, points, notes } = preparation;
  const name = nameIn(nameOf, oneToOne.with);
  const left = points.length - MOST_POINTS;

  return modal(ONE_EDIT_FORM, "Edit", "Save", metadata, [
    wordsInput(FIELD.remark, `Your words to ${name}`, notes.remark, {
      optional: true,
      hint: "They stand above all else when you press Send. Empty: nothing.",
    }),
    ...winChoice(preparation, name, nameOf, wins.length),
    ...points
      .slice(0, MOST_POINTS)
      .map(({ id, text }, index) =>
        wordsInput(FIELD.point(id), `Point ${index + 1}`, text, { optional: true, hint: "Empty it to close it." }),
      ),
    ...(left > 0 ? [note(`${left} more points come once some of these are closed.`)] : []),
    note(`Only you can see this. ${name} gets what you send, after a preview.`),
  ]);
}

function winChoice({ wins, notes }: Preparation, name: string, nameOf: NameOf, count: number): InputBlock[] {
  if (count === 0) {
    return [];
  }
  const options = wins.map(({ id, text }) => option({ value: id, label: shownWords(text, nameOf) }));
  const out = new Set(notes.leftOut);
  const chosen = options.filter(({ value }) => !out.has(value ?? ""));
  return [
    {
      type: "input",
      block_id: FIELD.leftIn,
      label: plain(`Wins that ${name} gets`),
      optional: true,
      hint: plain("The others stay with you."),
      element: {
        type: "multi_static_select",
        action_id: WORDS,
        placeholder: plain("Choose wins"),
        options,
        ...(chosen.length === 0 ? {} : { initial_options: chosen }),
      },
    },
  ];
}

/** `ones`: to choose from, where it is not said which 1:1. */
export function pointForm(
  metadata: string,
  {
    ones,
    words,
    source,
    author = null,
  }: {
    readonly ones: readonly OneToOne[];
    readonly words: string;
    readonly source: string | null;
    /** Who wrote the message: most likely it is for the 1:1 with them. */
    readonly author?: string | null;
  },
  nameOf: NameOf,
): ModalView {
  const options: FormOption[] = ones.slice(0, 100).map((one) => ({ value: one.id, label: nameIn(nameOf, one.with) }));
  const likely = ones.length === 1 ? ones[0] : ones.find((one) => one.with === author);
  return modal(ONE_POINT_FORM, "Add a point", "Add", metadata, [
    choice(FIELD.which, "For the 1:1 with", options, likely?.id ?? ""),
    wordsInput(FIELD.words, "What would you like to talk about?", words, {
      placeholder: "The on-call rota after the move",
    }),
    ...(source === null ? [] : [note(shorten(`From ${source}`, 500))]),
    note("Only you can see this. It stays open until you close it."),
  ]);
}

export function moveForm(oneToOne: OneToOne, turn: Turn, metadata: string, nameOf: NameOf): ModalView {
  const at = Temporal.Instant.fromEpochMilliseconds(turn.at).toZonedDateTimeISO(oneToOne.zone);
  return modal(ONE_MOVE_FORM, "Move this one", "Move", metadata, [
    dayInput(FIELD.day, "Day", dayThere(oneToOne.zone, turn.at)),
    timeInput(FIELD.time, "Time", at.toPlainTime().toString({ smallestUnit: "minute" })),
    note(
      `Times in ${oneToOne.zone}. This moves it here alone: ${nameIn(nameOf, oneToOne.with)} is not told, and no calendar changes.`,
    ),
  ]);
}

export function pauseForm(metadata: string, day: string, name: string): ModalView {
  return modal(ONE_PAUSE_FORM, "Pause", "Pause", metadata, [
    dayInput(FIELD.day, `Nothing about the 1:1 with ${name} before`, day),
    note("It resumes by itself on that day. Your points stay."),
  ]);
}

export function agreedForm(metadata: string, words: string | null): ModalView {
  return modal(ONE_AGREED_FORM, "What was agreed?", "Write down", metadata, [
    wordsInput(FIELD.words, "What was agreed?", words, { placeholder: "I draft the plan, Tom asks the other team" }),
    note("Only you can see this. It stands at the top of the next preparation."),
  ]);
}

/** What would be a message, where there is no conversation to answer in. */
export function oneShown(title: string, { blocks }: Pick<View, "blocks">): ModalView {
  return {
    type: "modal",
    callback_id: ONE_SHOWN,
    title: plain(title.slice(0, 24)),
    close: plain("Done"),
    blocks: [...blocks],
  };
}
