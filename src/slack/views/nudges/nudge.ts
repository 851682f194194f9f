import { dayOnly, moment } from "../../../one-to-ones/in-words.ts";
import type { NudgeContent } from "../../../one-to-ones/nudge-content.ts";
import type { NudgeSettings } from "../../../one-to-ones/nudge-settings.ts";
import {
  FROM_NUDGE,
  NUDGE_LESS,
  NUDGE_NEXT_WEEK,
  NUDGE_RESUME,
  NUDGE_SETTINGS,
  NUDGE_STOP,
  NUDGE_TOMORROW,
  WIN_LOG,
} from "../../ids.ts";
import { bullet, type Line, paragraph } from "../../rich-text/line.ts";
import { oneLine, press, told } from "../one-to-ones/words.ts";
import type { View } from "../render.ts";
import type { NameOf } from "../wins/win-text.ts";
import { offSentence } from "./off-reason.ts";

/** A question, and a little to hold it against. It never says that something is missing or late. */
export function nudgeView({ question, latest, focus, quiet, weeks }: NudgeContent, nameOf: NameOf): View {
  const threads: Line[] = [
    ...(latest === null
      ? []
      : [bullet(`The last you wrote down, on ${dayOnly(latest.happenedOn)}: ${oneLine(latest.text, nameOf, 300)}`)]),
    ...(focus === null ? [] : [bullet(`Your focus: ${oneLine(focus.wording ?? focus.topic, nameOf, 300)}`)]),
    ...(quiet === null
      ? []
      : [
          bullet(
            `${quiet.title} has been quiet${quiet.latest === null ? "" : ` since ${dayOnly(quiet.latest)}`}. Perhaps something belongs there, perhaps not.`,
          ),
        ]),
  ];

  return told({
    title: question,
    notes: ["Only you can see this, and what you write."],
    parts: [...(threads.length === 0 ? [] : threads), paragraph("A line is enough.")],
    foot: [
      press("Log now", WIN_LOG, FROM_NUDGE, { style: "primary" }),
      press("Snooze: tomorrow", NUDGE_TOMORROW, "nudge"),
      press("Snooze: next week", NUDGE_NEXT_WEEK, "nudge"),
      press("Less often", NUDGE_LESS, `nudge.${weeks}`),
      press("Stop", NUDGE_STOP, "nudge", { aloud: "Stop these nudges" }),
    ],
  });
}

const OFTEN: Readonly<Record<NudgeSettings["weeks"], string>> = {
  1: "every week",
  2: "every second week",
  4: "once a month",
};

/** `next` in milliseconds since 1970. */
export function snoozedView(next: number, { zone }: Pick<NudgeSettings, "zone">): View {
  return told({
    title: "Snoozed",
    parts: [paragraph(`The next question comes on ${moment(next, zone)}.`)],
    foot: [press("Log now", WIN_LOG, "new"), press("Nudge settings", NUDGE_SETTINGS, "nudge")],
  });
}

export function lessOftenView(settings: NudgeSettings, next: number, changed: boolean): View {
  const often = OFTEN[settings.weeks];
  return told({
    title: "Less often",
    parts: [
      paragraph(
        changed
          ? `From now on ${often}. The next one comes on ${moment(next, settings.zone)}.`
          : `It is ${often} already${settings.weeks === 4 ? ", the rarest there is. Stop ends it." : `. The next one comes on ${moment(next, settings.zone)}.`}`,
      ),
    ],
    foot: [
      press("Log now", WIN_LOG, "new"),
      press("Nudge settings", NUDGE_SETTINGS, "nudge"),
      press("Stop", NUDGE_STOP, "nudge", { aloud: "Stop these nudges" }),
    ],
  });
}

export function stoppedNudgesView(): View {
  return told({
    title: "Stopped",
    parts: [paragraph("There will be no more nudges. 1:1s, if you have any, are not touched.")],
    foot: [press("Switch on again", NUDGE_RESUME, "nudge"), press("Nudge settings", NUDGE_SETTINGS, "nudge")],
  });
}

/** Its day is a day off by now, or its hour lies outside of their work: switched on, it would never come. */
export function unfitNudgesView(): View {
  return told({
    title: "Not on yet",
    parts: [
      paragraph("Its day and hour no longer lie within your working hours, so none would come. Choose them again."),
    ],
    foot: [press("Nudge settings", NUDGE_SETTINGS, "nudge", { style: "primary" })],
  });
}

export function resumedNudgesView(settings: NudgeSettings, next: number): View {
  return told({
    title: "On",
    parts: [paragraph(`${settingsSentence(settings, null)} The next one comes on ${moment(next, settings.zone)}.`)],
    foot: [press("Nudge settings", NUDGE_SETTINGS, "nudge"), press("Stop", NUDGE_STOP, "nudge")],
  });
}

/** What Slack lets the bot see of being away; nothing where it sees all. */
export function unseenSentence(scope: string | null): string {
  return scope === null
    ? ""
    : `Do not disturb is not looked at, because this workspace has not granted ${scope}; your status and your own pause are.`;
}

/** "Every Friday at 15:00 (Europe/London), only in working hours, and not when you logged something since." */
export function settingsSentence(
  { on, weeks, weekday, time, zone, pausedUntil, offBecause }: NudgeSettings,
  now: number | null,
): string {
  if (!on) {
    return offSentence(offBecause ?? null, "Then switch them on again") ?? "Off, until you switch them on.";
  }
  const day = WEEKDAYS[weekday - 1] ?? "";
  const often = {
    1: `Every ${day}`,
    2: `Every second ${day}`,
    4: `Every first ${day} of the month`,
  }[weeks];
  const paused =
    pausedUntil !== null && now !== null && now < pausedUntil ? ` Paused until ${moment(pausedUntil, zone)}.` : "";
  return `${often} at ${time} (${zone}), unless you logged something since the last one.${paused}`;
}

export const WEEKDAYS: readonly string[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];
