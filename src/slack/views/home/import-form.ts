import type { ModalView } from "@slack/types";
import type { TakenIn } from "../../../export/take-in.ts";
import { MY_IMPORT_FORM } from "../../ids.ts";
import { plain } from "../controls.ts";
import { note, says } from "../wins/win-text.ts";
import { count } from "../words.ts";

/** Slack takes 3,000 characters in one input. A file that is longer than all of them is imported by whoever runs the bot. */
const INPUTS = 20;
const MOST = 3000;

export const PART = /^part-\d{1,2}$/;
export const JSON_TEXT = "json";

export function importForm(): ModalView {
  return {
    type: "modal",
    callback_id: MY_IMPORT_FORM,
    title: plain("Import"),
    submit: plain("Import"),
    close: plain("Cancel"),
    blocks: [
      says(
        `Paste the .json file of an export, ${MOST.toLocaleString("en-GB")} characters to a field, in order and with nothing left out. What is there already is left alone, so the same file twice changes nothing.`,
      ),
      note(
        `${(INPUTS * MOST).toLocaleString("en-GB")} characters fit. A longer file is imported with npm run -s progression -- import by whoever runs this Progression, who can then read it. Only you can see what you import here.`,
      ),
      ...Array.from({ length: INPUTS }, (_, index) => ({
        type: "input" as const,
        block_id: `part-${index + 1}`,
        optional: index > 0,
        label: plain(`Part ${index + 1}`),
        element: { type: "plain_text_input" as const, action_id: JSON_TEXT, multiline: true, max_length: MOST },
      })),
    ],
  };
}

export function importedSentence({ wins, oneToOnes }: Extract<TakenIn, { kind: "done" }>): string {
  const ones =
    oneToOnes.added + oneToOnes.present === 0
      ? ""
      : ` ${count(oneToOnes.added, "1:1", "1:1s")} imported, ${oneToOnes.present} there already. An imported 1:1 is paused: /progression 1:1 has Resume for each.`;
  return `${count(wins.added, "win", "wins")} imported, ${wins.present} there already.${ones} Nudges are never switched on by an import. Only you can see any of it.`;
}
