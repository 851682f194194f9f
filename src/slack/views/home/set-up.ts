import type { Framework } from "../../../catalogue/types.ts";
import type { Place } from "../../../place/my-place.ts";
import { MY_FRAMEWORK, MY_LEVEL, MY_SET_UP, MY_SUB_LEVEL } from "../../ids.ts";
import { encodeIntent } from "../../intent-code.ts";
import { bullet, heading, paragraph, quiet } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import { onScreen, type Screen, type SetUpStep } from "../../screen.ts";
import type { Button, Card, Menu, Part } from "../card.ts";
import { rows, windowed } from "../controls.ts";
import { levelName } from "../words.ts";
import { logWin, ONLY_YOU, own, standing, toScreen } from "./parts.ts";
import { nudgesStep, oneToOneStep, type Reminders, remindersChosen } from "./reminders.ts";

/** The first minute. Each step is one choice, saved when it is made, and each can be skipped. */
export function setUpCard(
  step: SetUpStep,
  place: Place,
  look: { readonly frameworks: readonly Framework[]; readonly reminders: Reminders | null },
): Card {
  return {
    title: "Make this yours",
    notes: [ONLY_YOU],
    parts: stepParts(step, place, look),
    foot: [],
    paged: null,
    rest: "",
  };
}

function stepParts(
  step: SetUpStep,
  place: Place,
  { frameworks, reminders }: { readonly frameworks: readonly Framework[]; readonly reminders: Reminders | null },
): Part[] {
  const on: Screen = { kind: "set-up", step };

  if (step === "framework") return firstStep(frameworks, on);
  if (step === "level") return levelStep(place, on);
  if (step === "nudges" && reminders !== null) return nudgesStep(reminders, on);
  if (step === "one-to-one" && reminders !== null) return oneToOneStep(reminders);
  return readyStep(place, reminders, on);
}

/** The first step, which a newcomer finds wherever they come from. */
export function firstStep(frameworks: readonly Framework[], on: Screen): Part[] {
  return [
    heading("Which framework are you reading?"),
    paragraph(
      "Then “mastery” alone opens it at your level, and each win is offered the criteria that it may be evidence for. You can change it at any time.",
    ),
    ...rows([frameworkMenu(frameworks, on)], [skip(on, "Skip set-up")]),
  ];
}

function levelStep({ framework, profile }: Place, on: Screen): Part[] {
  if (framework === null || framework.levels === 0) return [];
  return [
    heading(`Which level of ${shorten(framework.sidebarTitle, 80)}?`),
    paragraph(
      "The level that you are at, so that pages open there. It is a bookmark for you: nobody is told, and nothing is measured by it.",
    ),
    ...rows(
      [levelMenu(framework, on)],
      [toScreen("Skip", { kind: "set-up", step: "nudges" }, "skip-level", { aloud: "Skip the level" })],
    ),
    quiet(`Time zone: ${profile.tz ?? "taken from Slack with your first win"}. It says which day a win belongs to.`),
  ];
}

function readyStep({ framework, level, profile }: Place, reminders: Reminders | null, on: Screen): Part[] {
  const where = standing(framework, level, profile.subLevel);
  return [
    heading(where === null ? "All set" : `You are reading ${where}`),
    bullet([
      { text: "Save something you did: " },
      { text: "/win Led the rollback and wrote it up", style: { code: true } },
    ]),
    bullet("Only you see it. It can be edited, filed or taken back at any time."),
    ...(reminders === null ? [] : remindersChosen(reminders)),
    ...(level === null
      ? []
      : [
          quiet(
            "If your company divides levels, a sub-level can be named as well. Like the level it is a bookmark, for you alone.",
          ),
          ...rows([subLevelMenu(on)]),
        ]),
    ...rows([
      logWin(),
      own("Done", `${MY_SET_UP}-done`, "done"),
      toScreen("Settings", { kind: "settings" }, "settings"),
    ]),
  ];
}

function skip(on: Screen, label: string): Button {
  return own(label, `${MY_SET_UP}-skip`, onScreen("skip", on));
}

export function frameworkMenu(frameworks: readonly Framework[], on: Screen): Menu {
  const options = frameworks
    .filter(({ kind }) => kind === "topics")
    .map(({ path, title, sidebarTitle }) => ({
      label: sidebarTitle,
      detail: title === sidebarTitle ? null : title,
      value: onScreen(encodeIntent({ kind: "framework", framework: path, page: 1 }), on),
    }));

  return windowed({ kind: "menu", label: "Choose a framework", action: MY_FRAMEWORK, options });
}

export function levelMenu(framework: Framework, on: Screen): Menu {
  const options = Array.from({ length: Math.min(framework.levels, 100) }, (_, index) => ({
    label: levelName(framework, index + 1),
    detail: null,
    value: onScreen(`${index + 1}`, on),
  }));

  return { kind: "menu", label: "Choose a level", action: MY_LEVEL, options };
}

export function subLevelMenu(on: Screen): Menu {
  const options = ["A", "B", "C", "D", "E"].map((letter) => ({
    label: letter,
    detail: null,
    value: onScreen(letter, on),
  }));

  return {
    kind: "menu",
    label: "Choose a sub-level",
    action: MY_SUB_LEVEL,
    options: [...options, { label: "None", detail: null, value: onScreen("none", on) }],
  };
}
