import type { WorkingHours } from "../../../nudges/time/working-hours.ts";
import { countdown } from "../../../one-to-ones/in-words.ts";
import type { NudgeSettings } from "../../../one-to-ones/nudge-settings.ts";
import { MY_NUDGE_DAY, MY_NUDGE_HOUR, MY_NUDGE_OFF, MY_ONE } from "../../ids.ts";
import { bullet, heading, type Line, paragraph, quiet } from "../../rich-text/line.ts";
import { onScreen, type Screen } from "../../screen.ts";
import type { Menu, Part } from "../card.ts";
import { rows } from "../controls.ts";
import { settingsSentence, WEEKDAYS } from "../nudges/nudge.ts";
import type { Listed } from "../one-to-ones/list.ts";
import { nameIn } from "../one-to-ones/words.ts";
import type { NameOf } from "../wins/win-text.ts";
import { own, toScreen } from "./parts.ts";

/** What a person's own pages say of nudges and 1:1s, and the two steps of set-up that offer them. */
export interface Reminders {
  readonly settings: NudgeSettings;
  readonly hours: WorkingHours;
  readonly listed: readonly Listed[];
  readonly nameOf: NameOf;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Off until a day is chosen; choosing one is the choice. */
export function nudgesStep({ settings, hours, now }: Reminders, on: Screen): Part[] {
  const { on: isOn, zone } = settings;
  const next: Screen = { kind: "set-up", step: "one-to-one" };
  return [
    heading("A question once a week?"),
    paragraph(
      "A nudge is one question in a direct message, at most once a week, with what you wrote down last. It does not come when you logged something since the last one, and never outside your working hours.",
    ),
    ...(isOn
      ? [
          paragraph(settingsSentence(settings, now)),
          ...rows([dayMenu(hours, "Choose another day", on), hourMenu(hours, on)]),
          ...rows([
            toScreen("Next", next, "nudges-next", { style: "primary", aloud: "Next: 1:1s" }),
            own("Switch off again", MY_NUDGE_OFF, onScreen("off", on)),
          ]),
        ]
      : [
          paragraph("Off until you choose a day. You can change or stop it at any time, also in the message itself."),
          ...rows(
            [dayMenu(hours, "Choose a day", on)],
            [toScreen("Skip", next, "skip-nudges", { aloud: "Skip nudges" })],
          ),
        ]),
    quiet(`Hours are those of ${zone}. Working hours are ${hours.from} to ${hours.to}; Nudge settings changes them.`),
  ];
}

export function oneToOneStep({ listed, nameOf, now }: Reminders): Part[] {
  const next: Screen = { kind: "set-up", step: "ready" };
  const some = listed.length > 0;
  return [
    heading("Do you have a 1:1?"),
    paragraph(
      "Before each one you get your wins since the last, your open points and a few questions. The other person is not told, and gets nothing unless you send it, after a preview.",
    ),
    ...listed.slice(0, MOST_NAMED).map((one) => bullet(nextInWords(one, nameOf, now))),
    ...rows([
      own(some ? "Set up another" : "Set up a 1:1", MY_ONE, "new", { style: some ? null : "primary" }),
      some
        ? toScreen("Next", next, "one-next", { style: "primary", aloud: "Next: ready" })
        : toScreen("Skip", next, "skip-one", { aloud: "Skip 1:1s" }),
    ]),
    quiet("/progression 1:1 sets them up and changes them, whenever you like."),
  ];
}

const MOST_NAMED = 5;

/** What the last step says of both. */
export function remindersChosen({ settings, listed, nameOf, now }: Reminders): Line[] {
  const [next] = upcoming(listed);
  return [
    bullet(
      settings.on ? `Nudges: ${settingsSentence(settings, now)}` : "Nudges: off, until you switch them on in Home.",
    ),
    ...(next === undefined ? [] : [bullet(`Your next 1:1: ${nextInWords(next, nameOf, now)}`)]),
  ];
}

/** Paused ones have no next one to count down to. */
export function upcoming(listed: readonly Listed[]): readonly Listed[] {
  return listed.filter(({ paused }) => !paused).toSorted((a, b) => a.next.at - b.next.at);
}

/** "With Tom, in 3 days, on Tuesday at 14:00." */
export function nextInWords({ oneToOne, next, paused }: Listed, nameOf: NameOf, now: number): string {
  return `With ${nameIn(nameOf, oneToOne.with)}, ${paused ? "paused" : countdown(next, oneToOne.zone, now)}.`;
}

function dayMenu({ days }: WorkingHours, label: string, on: Screen): Menu {
  const options = days.map((day) => ({
    label: WEEKDAYS[day - 1] ?? "",
    detail: null,
    value: onScreen(`${day}`, on),
  }));
  return { kind: "menu", label, action: MY_NUDGE_DAY, options };
}

function hourMenu(hours: WorkingHours, on: Screen): Menu {
  const options = halfHours(hours).map((time) => ({ label: time, detail: null, value: onScreen(time, on) }));
  return { kind: "menu", label: "Choose another hour", action: MY_NUDGE_HOUR, options };
}

/** When work begins, and every half hour after it. */
function halfHours({ from, to }: WorkingHours): string[] {
  const halves = Array.from({ length: 48 }, (_, at) => `${at >> 1}`.padStart(2, "0") + (at % 2 === 0 ? ":00" : ":30"));
  return [from, ...halves.filter((time) => time > from && time < to)];
}
