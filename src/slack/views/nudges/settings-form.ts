import type { ModalView } from "@slack/types";
import type { WorkingHours } from "../../../nudges/time/working-hours.ts";
import type { NudgeSettings, SettingsReason } from "../../../one-to-ones/nudge-settings.ts";
import { NUDGE_FORM } from "../../ids.ts";
import { plain } from "../controls.ts";
import { choice, dayInput, type FormOption, timeInput } from "../one-to-ones/fields.ts";
import { note } from "../wins/win-text.ts";
import { unseenSentence, WEEKDAYS } from "./nudge.ts";

/** Day, hour, zone, working hours and a pause, in one form. */

export const SETTING = {
  often: "often",
  weekday: "weekday",
  time: "time",
  zone: "zone",
  from: "from",
  to: "to",
  days: "days",
  pause: "pause",
} as const;

const often: readonly FormOption[] = [
  { value: "off", label: "Not at all" },
  { value: "1", label: "Every week" },
  { value: "2", label: "Every second week" },
  { value: "4", label: "Once a month" },
];

const weekdays: readonly FormOption[] = WEEKDAYS.map((label, index) => ({ value: `${index + 1}`, label }));

export function settingsForm(
  settings: NudgeSettings,
  hours: WorkingHours,
  pausedOn: string | null,
  unseen: string | null,
): ModalView {
  return {
    type: "modal",
    callback_id: NUDGE_FORM,
    title: plain("Nudge settings"),
    submit: plain("Save"),
    close: plain("Cancel"),
    blocks: [
      note("A nudge is one question in a direct message, at most once a week. It is off until you switch it on."),
      choice(SETTING.often, "How often", often, settings.on ? `${settings.weeks}` : "off"),
      choice(SETTING.weekday, "Day", weekdays, `${settings.weekday}`),
      timeInput(SETTING.time, "Hour", settings.time),
      {
        type: "input",
        block_id: SETTING.zone,
        label: plain("Time zone"),
        hint: plain("It follows the one in Slack unless you write another, like Europe/London. Your 1:1s keep theirs."),
        element: { type: "plain_text_input", action_id: "words", initial_value: settings.zone, max_length: 60 },
      },
      {
        type: "input",
        block_id: SETTING.days,
        label: plain("Working days"),
        element: {
          type: "multi_static_select",
          action_id: "words",
          placeholder: plain("Choose days"),
          options: weekdays.map(({ value, label }) => ({ text: plain(label), value })),
          initial_options: weekdays
            .filter(({ value }) => hours.days.some((day) => `${day}` === value))
            .map(({ value, label }) => ({ text: plain(label), value })),
        },
      },
      timeInput(SETTING.from, "Work begins", hours.from),
      timeInput(SETTING.to, "Work ends", hours.to),
      dayInput(SETTING.pause, "Pause until", pausedOn, {
        hint: "Nothing comes before that day. Empty: no pause.",
        optional: true,
      }),
      note(
        `Nothing ever comes outside working hours, or while you are away: your status says holiday, ill or on leave, or notifications are off. ${unseenSentence(unseen)} Only you can see these settings.`.replace(
          "  ",
          " ",
        ),
      ),
    ],
  };
}

const SENTENCES: Readonly<Record<SettingsReason, readonly [string, string]>> = {
  zone: [SETTING.zone, "This is no time zone that is known here. Write it like Europe/London."],
  days: [SETTING.days, "Choose at least one day."],
  times: [SETTING.to, "Work ends after it begins, on the same day."],
  "time-format": [SETTING.time, "Choose a time."],
  "day-off": [SETTING.weekday, "You do not work on that day. Choose another, or add it to your working days below."],
  "outside-hours": [SETTING.time, "The hour lies outside your working hours. Choose another, or change these below."],
  pause: [SETTING.pause, "This day is over. Choose a later one, or leave it empty."],
};

export function settingsErrors(reasons: readonly SettingsReason[]): Record<string, string> {
  return Object.fromEntries(reasons.map((reason) => SENTENCES[reason]));
}
