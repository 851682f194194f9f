import type { Choice } from "../../answers/answer.ts";
import { encodeIntent } from "../intent-code.ts";
import type { Part, Row } from "./card.ts";
import { button, menu, rows } from "./controls.ts";

/** Things to choose among: buttons while they are few, menus when they are many; all of them, either way. */

const MOST_BUTTONS = 5;
const MOST_OPTIONS = 100;
const MOST_VALUE = 75;

/** `name` begins the actions' ids. */
export function choiceParts(choices: readonly Choice[], label: string, name: string): Part[] {
  if (choices.length <= MOST_BUTTONS) return buttonRows(choices, name);
  const inMenu = choices.filter((one) => encodeIntent(one.intent).length <= MOST_VALUE);
  const apart = choices.filter((one) => !inMenu.includes(one));
  return [...buttonRows(apart, name), ...menuRows(inMenu, label, name)];
}

function menuRows(choices: readonly Choice[], label: string, name: string): Row[] {
  const made: Row[] = [];
  for (let at = 0; at < choices.length; at += MOST_OPTIONS) {
    const some = choices.slice(at, at + MOST_OPTIONS);
    const which = choices.length > MOST_OPTIONS ? ` (${at + 1}–${at + some.length})` : "";
    made.push(...rows([menu(`${label}${which}`, some, `${name}-menu-${at + 1}`)]));
  }
  return made;
}

function buttonRows(choices: readonly Choice[], name: string): Row[] {
  return rows(choices.map((one, index) => button(labelOf(one), one.intent, `${name}-${index + 1}`)));
}

/** A button has one line: what it leads to, and where that is. */
function labelOf({ label, detail }: Choice): string {
  return detail === null ? label : `${label} · ${detail}`;
}
