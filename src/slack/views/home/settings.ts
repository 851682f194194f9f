import type { Framework } from "../../../catalogue/types.ts";
import type { Place } from "../../../place/my-place.ts";
import { MY_EMOJI, MY_FORGET, MY_IMPORT, MY_LEVEL, NUDGE_SETTINGS, ONE_LIST } from "../../ids.ts";
import { bold, paragraph } from "../../rich-text/line.ts";
import { HOME, onScreen, type Screen } from "../../screen.ts";
import type { Card, Part } from "../card.ts";
import { button, rows } from "../controls.ts";
import { settingsSentence } from "../nudges/nudge.ts";
import { levelName } from "../words.ts";
import { ONLY_YOU, own, toScreen } from "./parts.ts";
import { nextInWords, type Reminders, upcoming } from "./reminders.ts";
import { frameworkMenu, levelMenu, subLevelMenu } from "./set-up.ts";

export interface SettingsLook {
  readonly frameworks: readonly Framework[];
  /** The emoji that saves one's own message; null where the operator has set none. */
  readonly winEmoji: string | null;
  readonly surface: "home" | "message";
  readonly reminders: Reminders | null;
}

/** Everything that a person can choose, each as it stands and with what changes it. A choice is saved when it is made. */
export function settingsCard({ profile, framework, level }: Place, look: SettingsLook): Card {
  const on: Screen = { kind: "settings" };
  const back =
    look.surface === "home" ? toScreen("Back to Home", HOME, "home") : toScreen("My place", { kind: "me" }, "me");

  return {
    title: "Settings",
    notes: [ONLY_YOU],
    parts: [
      is("Framework", framework?.sidebarTitle ?? "not chosen"),
      ...rows([frameworkMenu(look.frameworks, on)]),
      ...(framework === null
        ? []
        : [
            is("Level", level === null ? "not said" : levelName(framework, level)),
            ...rows(
              [levelMenu(framework, on)],
              [level === null ? null : own("Rather not say", `${MY_LEVEL}-none`, onScreen("none", on))],
            ),
          ]),
      ...(level === null ? [] : [is("Sub-level", profile.subLevel ?? "none"), ...rows([subLevelMenu(on)])]),
      is(
        "Time zone",
        `${profile.tz ?? "taken from Slack with your first win"}. It follows the one in your Slack settings.`,
      ),
      ...emojiParts(profile.emojiCapture, look.winEmoji, on),
      ...reminderParts(look.reminders),
      is("Your data", "take your wins, 1:1s and choices with you as files, or erase everything."),
      ...rows([
        button("Export", { kind: "mine", what: "export" }, "export"),
        own("Import", MY_IMPORT, "import"),
        own("Forget me", MY_FORGET, "ask"),
      ]),
    ],
    foot: rows([back, button("About", { kind: "about" }, "about")]),
    paged: null,
    rest: "",
  };
}

function is(what: string, value: string): Part {
  return paragraph([bold({ text: `${what}: ` }), { text: value }]);
}

function emojiParts(chosen: boolean, emoji: string | null, on: Screen): Part[] {
  if (emoji === null) return [];
  const how = `put :${emoji}: on a message of your own and it is saved as a win. Messages of others are never read.`;
  return [
    is("Saving by emoji", `${chosen ? "on" : "off"}; ${how}`),
    ...rows([own(chosen ? "Switch off" : "Switch on", MY_EMOJI, onScreen(chosen ? "off" : "on", on))]),
  ];
}

function reminderParts(reminders: Reminders | null): Part[] {
  if (reminders === null) return [];
  const { settings, listed, nameOf, now } = reminders;
  const [next] = upcoming(listed);
  const none = listed.length === 0 ? "none set up." : "all of them are paused.";

  return [
    is("Nudges", settingsSentence(settings, now)),
    ...rows([own(settings.on ? "Nudge settings" : "Switch on nudges", NUDGE_SETTINGS, "nudge")]),
    next === undefined ? is("1:1s", none) : is("Next 1:1", nextInWords(next, nameOf, now)),
    ...rows([own("All 1:1s", ONE_LIST, "all")]),
  ];
}
