import type { ModalView } from "@slack/types";
import { MY_NOTE_FORM } from "../../ids.ts";
import { shorten } from "../../rich-text/plain.ts";
import { plain } from "../controls.ts";
import { note } from "../wins/win-text.ts";

/** A few words of the person's own about a focus or about why there was no opportunity yet. */
export interface NoteForm {
  readonly title: string;
  /** What the note is about, in full. */
  readonly about: string;
  readonly label: string;
  readonly value: string | null;
  /** What it is about, as a code; never words. */
  readonly metadata: string;
}

export const NOTE = "note";
export const MOST_NOTE = 1000;

export function noteForm({ title, about, label, value, metadata }: NoteForm): ModalView {
  return {
    type: "modal",
    callback_id: MY_NOTE_FORM,
    private_metadata: metadata,
    title: plain(title),
    submit: plain("Save"),
    close: plain("Cancel"),
    blocks: [
      note(shorten(about, 1000)),
      {
        type: "input",
        block_id: NOTE,
        optional: true,
        label: plain(label),
        element: {
          type: "plain_text_input",
          action_id: NOTE,
          multiline: true,
          max_length: MOST_NOTE,
          focus_on_load: true,
          ...(value === null ? {} : { initial_value: value }),
        },
      },
      note("Only you can see this."),
    ],
  };
}
