import { countdown } from "../../../one-to-ones/in-words.ts";
import type { NudgeSettings } from "../../../one-to-ones/nudge-settings.ts";
import { NUDGE_SETTINGS, ONE_LIST, ONE_POINT, ONE_PREPARE, ONE_SET_UP } from "../../ids.ts";
import { heading, paragraph } from "../../rich-text/line.ts";
import type { Part } from "../card.ts";
import { settingsSentence } from "../nudges/nudge.ts";
import type { NameOf } from "../wins/win-text.ts";
import type { Listed } from "./list.ts";
import { nameIn, press, rowOf } from "./words.ts";

interface Shown {
  readonly listed: readonly Listed[];
  readonly settings: NudgeSettings;
  readonly now: number;
}

/** What Home says of 1:1s and nudges. */
export function homeParts({ listed, settings, now }: Shown, nameOf: NameOf): Part[] {
  return [...nextParts(listed, now, nameOf), ...nudgeParts(settings, now)];
}

function nextParts(listed: readonly Listed[], now: number, nameOf: NameOf): Part[] {
  const [next] = listed.filter(({ paused }) => !paused).toSorted((a, b) => a.next.at - b.next.at);

  if (next === undefined) {
    const words = listed.length === 0 ? "None set up." : "All of them are paused.";
    return [
      heading("Your next 1:1"),
      paragraph(words),
      ...rowOf(
        press("Set up a 1:1", ONE_SET_UP, "new"),
        listed.length === 0 ? null : press("All 1:1s", ONE_LIST, "all"),
      ),
    ];
  }
  const { oneToOne, next: turn, points, here } = next;
  const name = nameIn(nameOf, oneToOne.with);
  const waiting = points === 0 ? "" : ` ${points === 1 ? "One point waits" : `${points} points wait`}.`;
  return [
    heading("Your next 1:1"),
    paragraph(`With ${name}, ${countdown(turn, here, now)}.${waiting}`),
    ...rowOf(
      press("Prepare", ONE_PREPARE, `${oneToOne.id}.${turn.day}`, { aloud: `Prepare the 1:1 with ${name}` }),
      press("Add point", ONE_POINT, oneToOne.id, { aloud: `Add point for ${name}` }),
      press("All 1:1s", ONE_LIST, "all"),
    ),
  ];
}

function nudgeParts(settings: NudgeSettings, now: number): Part[] {
  return [
    heading("Nudges"),
    paragraph(settingsSentence(settings, now)),
    ...rowOf(press(settings.on ? "Nudge settings" : "Switch on nudges", NUDGE_SETTINGS, "nudge")),
  ];
}
