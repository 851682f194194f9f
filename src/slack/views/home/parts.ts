import type { Framework } from "../../../catalogue/types.ts";
import type { Focus } from "../../../evidence/types.ts";
import type { EvidenceState } from "../../../place/evidence-map.ts";
import { agoInWords } from "../../../place/recency.ts";
import { dayInWords } from "../../../wins/days.ts";
import { MY_SCREEN, WIN_LOG } from "../../ids.ts";
import { bullet, type Line } from "../../rich-text/line.ts";
import { shorten } from "../../rich-text/plain.ts";
import { encodeScreen, type Screen } from "../../screen.ts";
import type { Button } from "../card.ts";
import { levelName } from "../words.ts";

/** What the pages of a person's own place share. */

export const ONLY_YOU = "Only you can see this page.";
export const ONLY_YOU_AND_EACH = "Only you can see this page. Each win says who can see it.";

interface Look {
  readonly style?: Button["style"];
  readonly aloud?: string;
}

export function own(label: string, action: string, value: string, { style = null, aloud }: Look = {}): Button {
  return { kind: "button", label, action, value, aloud: aloud ?? null, style };
}

/** `ending` tells the buttons of one row apart. */
export function toScreen(label: string, screen: Screen, ending: string, look: Look = {}): Button {
  return own(label, `${MY_SCREEN}-${ending}`, encodeScreen(screen), look);
}

export function logWin(): Button {
  return own("Log a win", WIN_LOG, "new", { style: "primary" });
}

export function standing(framework: Framework | null, level: number | null, subLevel: string | null): string | null {
  if (framework === null) return null;
  const where =
    level === null ? "" : `, ${levelName(framework, level).toLowerCase()}${subLevel === null ? "" : subLevel}`;

  return `${framework.sidebarTitle}${where}`;
}

/** "evidence, last: 3 weeks ago (Sat 31 Oct 2026)". */
export function stateInWords(state: EvidenceState, today: string): string {
  switch (state.kind) {
    case "evidence":
      return `evidence, last: ${agoInWords(state.latest, today)} (${dayInWords(state.latest)})`;
    case "none-yet":
      return "none yet";
    case "no-opportunity":
      return "no opportunity yet";
  }
}

export function focusLine(one: Focus, frameworks: readonly Framework[]): Line {
  const framework = frameworks.find(({ path }) => path === one.framework);
  const topic = framework?.topics.find(({ name }) => name === one.topic)?.title ?? one.topic;
  const what = one.kind === "topic" ? topic : `${shorten(one.wording ?? "", 200)} (${topic})`;

  return bullet([
    { text: shorten(what, 280) },
    ...(one.note === null ? [] : [{ text: `: ${shorten(one.note, 200)}`, style: { italic: true as const } }]),
  ]);
}
