import type { InputBlock, PlainTextOption } from "@slack/types";
import { shorten } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";

/** The inputs that the forms about 1:1s and nudges are made of. Every one has the same action id and is told apart by its block. */
export const WORDS = "words";

export interface FormOption {
  readonly value: string;
  readonly label: string;
}

export function option({ value, label }: FormOption): PlainTextOption {
  return { text: plain(shorten(label, 75) || "(no words)"), value };
}

export function choice(block: string, label: string, options: readonly FormOption[], chosen: string): InputBlock {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "input",
    block_id: block,
    label: plain(label),
    element: {
      type: "static_select",
      action_id: WORDS,
      options: options.map(option),
      ...(initial === undefined ? {} : { initial_option: option(initial) }),
    },
  };
}

export function dayInput(
  block: string,
  label: string,
  day: string | null,
  { hint, optional = false }: { readonly hint?: string; readonly optional?: boolean } = {},
): InputBlock {
  return {
    type: "input",
    block_id: block,
    label: plain(label),
    optional,
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: { type: "datepicker", action_id: WORDS, ...(day === null ? {} : { initial_date: day }) },
  };
}

export function timeInput(block: string, label: string, time: string): InputBlock {
  return {
    type: "input",
    block_id: block,
    label: plain(label),
    element: { type: "timepicker", action_id: WORDS, initial_time: time },
  };
}

export function wordsInput(
  block: string,
  label: string,
  words: string | null,
  {
    hint,
    optional = false,
    placeholder,
  }: { readonly hint?: string; readonly optional?: boolean; readonly placeholder?: string } = {},
): InputBlock {
  return {
    type: "input",
    block_id: block,
    label: plain(shorten(label, 2000)),
    optional,
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: {
      type: "plain_text_input",
      action_id: WORDS,
      multiline: true,
      max_length: 3000,
      ...(words === null || words === "" ? {} : { initial_value: words }),
      ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
    },
  };
}
