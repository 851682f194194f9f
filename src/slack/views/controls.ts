import type {
  ActionsBlock,
  Button as ButtonElement,
  PlainTextElement,
  PlainTextOption,
  StaticSelect,
} from "@slack/types";
import type { Choice } from "../../answers/answer.ts";
import type { Intent } from "../../command/intent.ts";
import { showId } from "../ids.ts";
import { encodeIntent } from "../intent-code.ts";
import { clean, shorten, weight } from "../rich-text/plain.ts";
import type { Button, Control, Menu, Option, Row } from "./card.ts";

/** Buttons and menus, as data and as blocks. Labels are shortened here by whole words: what they lead to shows the name in full. */

/** Slack's limit for the text of a button and an option, and for a value in an option. */
const MOST_LABEL = 75;
const MOST_OPTIONS = 100;
const MOST_BUTTONS = 5;
/** All labels of one menu together, so that two menus and a page of text stay within a message. */
const MOST_MENU = 3600;

/** `name` is the part of the action's id after `show.`. */
export function button(label: string, intent: Intent, name: string, aloud: string | null = null): Button {
  return { kind: "button", label, action: showId(name), value: encodeIntent(intent), aloud, style: null };
}

/** Two choices that lead to the same are one. */
export function menu(label: string, choices: readonly Choice[], name: string): Menu {
  const options = new Map<string, Option>();
  for (const { label, detail, intent } of choices) {
    const value = encodeIntent(intent);
    if (!options.has(value)) options.set(value, { label, detail, value });
  }
  return { kind: "menu", label, action: showId(name), options: [...options.values()] };
}

/** Rows of at most five buttons, then one row with the menus and the buttons that stand beside them. */
export function rows(controls: readonly (Control | null)[], beside: readonly (Button | null)[] = []): Row[] {
  const there = controls.filter((control) => control !== null);
  const buttons = there.filter((control) => control.kind === "button");
  const menus = there.filter((control) => control.kind === "menu" && control.options.length > 0);
  const made: Row[] = [];
  for (let at = 0; at < buttons.length; at += MOST_BUTTONS) {
    made.push({ kind: "row", controls: buttons.slice(at, at + MOST_BUTTONS) });
  }
  const last = [...menus, ...beside.filter((control) => control !== null)];
  return last.length === 0 ? made : [...made, { kind: "row", controls: last }];
}

/** The 100 options around `at`, where there are more; the label then says which. */
export function windowed(menu: Menu, at = 0): Menu {
  const total = menu.options.length;
  if (total <= MOST_OPTIONS) return menu;
  const from = Math.max(0, Math.min(at - MOST_OPTIONS / 2, total - MOST_OPTIONS));
  const label = `${menu.label} (${from + 1}–${from + MOST_OPTIONS} of ${total})`;
  return { ...menu, label, options: menu.options.slice(from, from + MOST_OPTIONS) };
}

export function rowText(row: Row): string {
  const buttons = row.controls.filter((control) => control.kind === "button").map((one) => labelOf(one.label));
  const menus = row.controls
    .filter((control) => control.kind === "menu")
    .map((one) => `Menu: ${labelOf(one.label)}, ${one.options.length} to choose from.`);
  const pressed =
    buttons.length === 0 ? [] : [`${buttons.length === 1 ? "Button" : "Buttons"}: ${buttons.join(", ")}.`];
  return [...menus, ...pressed].join("\n");
}

/** Where there is nothing to press: everything that could be chosen, one to a line. */
export function rowInFull(row: Row): string {
  return rowLabels(row)
    .map((label) => `  → ${clean(label)}`)
    .join("\n");
}

export function rowLabels(row: Row): string[] {
  return row.controls.flatMap((control) =>
    control.kind === "button" ? [control.label] : control.options.map(optionInFull),
  );
}

function optionInFull({ label, detail }: Option): string {
  return detail === null ? label : `${label} (${detail})`;
}

export function rowBlock(row: Row): ActionsBlock {
  return {
    type: "actions",
    ...(row.block === undefined ? {} : { block_id: row.block }),
    elements: row.controls.map((one) => (one.kind === "button" ? press(one) : select(one))),
  };
}

/** Every character that the block shows. */
export function rowSize(row: Row): number {
  const texts = rowBlock(row).elements.flatMap((element) => {
    if (element.type === "button") return [element.text.text, element.accessibility_label ?? ""];
    if (element.type !== "static_select") return [];
    const options = element.options ?? [];
    return [element.placeholder?.text ?? "", ...options.flatMap((one) => [one.text.text, one.description?.text ?? ""])];
  });
  return texts.reduce((sum, text) => sum + weight(text), 0);
}

function labelOf(text: string): string {
  return shorten(text, MOST_LABEL) || "(no name)";
}

function press(one: Button): ButtonElement {
  return {
    type: "button",
    text: plain(labelOf(one.label)),
    action_id: one.action,
    value: one.value,
    ...(one.aloud === null ? {} : { accessibility_label: labelOf(one.aloud) }),
    ...(one.style === null ? {} : { style: one.style }),
  };
}

function select(one: Menu): StaticSelect {
  const detailed = one.options.some((option) => option.detail !== null);
  const room = Math.floor(MOST_MENU / Math.max(1, one.options.length));
  const described = detailed && room >= 2 * MOST_LABEL;
  return {
    type: "static_select",
    action_id: one.action,
    placeholder: plain(labelOf(one.label)),
    options: one.options.map((option) => optionOf(option, Math.min(MOST_LABEL, room), described)),
  };
}

/** Where there is no room for a description, the detail stands behind the label. */
function optionOf({ label, detail, value }: Option, room: number, described: boolean): PlainTextOption {
  const whole = detail === null || described ? label : `${label} · ${detail}`;
  const description = described && detail !== null ? shorten(detail, room) : "";
  return {
    text: plain(shorten(whole, room) || "(no name)"),
    value,
    ...(description === "" ? {} : { description: plain(description) }),
  };
}

export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text: clean(text), emoji: true };
}
