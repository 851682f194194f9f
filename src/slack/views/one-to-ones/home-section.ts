import type { KnownBlock } from "@slack/types";
import { countdown } from "../../../one-to-ones/in-words.ts";
import type { NudgeSettings } from "../../../one-to-ones/nudge-settings.ts";
import { NUDGE_SETTINGS, ONE_LIST, ONE_POINT, ONE_PREPARE, ONE_SET_UP } from "../../ids.ts";
import { toBlocks } from "../../rich-text/blocks.ts";
import { heading, paragraph } from "../../rich-text/line.ts";
import { rowBlock } from "../controls.ts";
import { settingsSentence } from "../nudges/nudge.ts";
import type { NameOf } from "../wins/win-text.ts";
import type { Listed } from "./list.ts";
import { nameIn, press, rowOf } from "./words.ts";

/** What Home says of 1:1s and nudges. */
export function homeSections(
  {
    listed,
    settings,
    now,
  }: { readonly listed: readonly Listed[]; readonly settings: NudgeSettings; readonly now: number },
  nameOf: NameOf,
): KnownBlock[] {
  return [...nextBlocks(listed, now, nameOf), ...nudgeBlocks(settings, now)];
}

function nextBlocks(listed: readonly Listed[], now: number, nameOf: NameOf): KnownBlock[] {
  const [next] = listed.filter(({ paused }) => !paused).sort((a, b) => a.next.at - b.next.at);

  if (next === undefined) {
    const words = listed.length === 0 ? "None set up." : "All of them are paused.";
    return [
      ...toBlocks([heading("Your next 1:1"), paragraph(words)]),
      ...rowOf(
        press("Set up a 1:1", ONE_SET_UP, "new"),
        listed.length === 0 ? null : press("All 1:1s", ONE_LIST, "all"),
      ).map(rowBlock),
    ];
  }
  const { oneToOne, next: turn, points } = next;
  const name = nameIn(nameOf, oneToOne.with);
  const waiting = points === 0 ? "" : ` ${points === 1 ? "One point waits" : `${points} points wait`}.`;
  return [
    ...toBlocks([
      heading("Your next 1:1"),
      paragraph(`With ${name}, ${countdown(turn, oneToOne.zone, now)}.${waiting}`),
    ]),
    ...rowOf(
      press("Prepare", ONE_PREPARE, `${oneToOne.id}.${turn.day}`, { aloud: `Prepare the 1:1 with ${name}` }),
      press("Add point", ONE_POINT, oneToOne.id),
      press("All 1:1s", ONE_LIST, "all"),
    ).map(rowBlock),
  ];
}

function nudgeBlocks(settings: NudgeSettings, now: number): KnownBlock[] {
  return [
    ...toBlocks([heading("Nudges"), paragraph(settingsSentence(settings, now))]),
    ...rowOf(press(settings.on ? "Nudge settings" : "Switch on nudges", NUDGE_SETTINGS, "nudge")).map(rowBlock),
  ];
}
