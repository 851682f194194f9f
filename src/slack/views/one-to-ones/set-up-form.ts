import type { ModalView } from "@slack/types";
import { lengthInWords } from "../../../one-to-ones/in-words.ts";
import { DURATIONS, type FormTerms, LEADS, type TermsReason } from "../../../one-to-ones/set-up.ts";
import { ONE_SET_UP_FORM } from "../../ids.ts";
import { plain } from "../controls.ts";
import { note } from "../wins/win-text.ts";
import { choice, dayInput, type FormOption, timeInput, WORDS } from "./fields.ts";

/** A 1:1 in one form. Its weekday, and its place in the month, are those of the first date. */

export const TERM = {
  with: "with",
  often: "often",
  firstOn: "first-on",
  time: "time",
  duration: "duration",
  lead: "lead",
  followUp: "follow-up",
  zone: "zone",
} as const;

const often: readonly FormOption[] = [
  { value: "weekly", label: "Every week" },
  { value: "fortnightly", label: "Every second week" },
  { value: "monthly", label: "Every month, on the same weekday of it as the first" },
  { value: "monthly-last", label: "Every month, on the last such weekday" },
];

const followUps: readonly FormOption[] = [
  { value: "yes", label: "Ask what was agreed" },
  { value: "no", label: "Do not ask" },
];

/** `here`: the zone where the person is now. A 1:1 that was agreed on elsewhere stays there until they move it. */
export function setUpForm(terms: FormTerms, metadata: string, isNew: boolean, here = terms.zone): ModalView {
  return {
    type: "modal",
    callback_id: ONE_SET_UP_FORM,
    private_metadata: metadata,
    title: plain(isNew ? "Set up a 1:1" : "Change the 1:1"),
    submit: plain("Save"),
    close: plain("Cancel"),
    blocks: [
      {
        type: "input",
        block_id: TERM.with,
        label: plain("With whom"),
        element: {
          type: "users_select",
          action_id: WORDS,
          placeholder: plain("Choose somebody"),
          ...(terms.with === null ? {} : { initial_user: terms.with }),
        },
      },
      choice(TERM.often, "How often", often, terms.often),
      dayInput(TERM.firstOn, "First date", terms.firstOn, { hint: "The ones after it are on the same weekday." }),
      timeInput(TERM.time, "Time", terms.time),
      choice(TERM.duration, "How long", DURATIONS.map(minutes), `${terms.durationMinutes}`),
      choice(TERM.lead, "Preparation comes before it by", LEADS.map(minutes), `${terms.leadMinutes}`),
      choice(TERM.followUp, "Afterwards", followUps, terms.followUp ? "yes" : "no"),
      ...(here === terms.zone
        ? []
        : [
            choice(
              TERM.zone,
              "Time zone of the time above",
              [
                { value: terms.zone, label: `${terms.zone}, as it is` },
                { value: here, label: `${here}, where you are` },
              ],
              terms.zone,
            ),
          ]),
      note(
        `${here === terms.zone ? `Times in ${here}. ` : ""}Only you can see this: the other person is not told, and no calendar changes.`,
      ),
    ],
  };
}

function minutes(total: number): FormOption {
  return { value: `${total}`, label: lengthInWords(total) };
}

const SENTENCES: Readonly<Record<TermsReason, readonly [string, string]>> = {
  with: [TERM.with, "Choose somebody of this workspace."],
  "with-oneself": [TERM.with, "A 1:1 takes somebody else. Choose them."],
  often: [TERM.often, "Choose how often."],
  "first-day": [TERM.firstOn, "Choose the day of the first one."],
  "first-day-past": [TERM.firstOn, "This day is over. Choose the next one that takes place."],
  time: [TERM.time, "Choose a time."],
  duration: [TERM.duration, "Choose how long it takes."],
  lead: [TERM.lead, "Choose how long before it the preparation comes."],
};

export function termsErrors(reasons: readonly TermsReason[]): Record<string, string> {
  return Object.fromEntries(reasons.toReversed().map((reason) => SENTENCES[reason]));
}
