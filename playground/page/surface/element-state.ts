import type { Json, ViewState } from "../../../local-slack/protocol.ts";
import { isShape, readShapes, readString, readStrings, type Shape } from "../shape.ts";

/**
 * What Slack sends of each element in `state.values`: its type and its value under a name that depends on the type.
 * An element that holds no value (a button, an overflow menu) has no entry.
 */
export type ElementValue = { readonly type: string; readonly [key: string]: Json };

export function blockIdOf(block: Shape, index: number): string {
  const id = readString(block["block_id"]);
  return id === "" ? `block-${index}` : id;
}

export function actionIdOf(element: Shape): string {
  return readString(element["action_id"]);
}

const single: Readonly<Record<string, readonly [key: string, initial: string]>> = {
  plain_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
};

const several: Readonly<Record<string, readonly [key: string, initial: string]>> = {
  checkboxes: ["selected_options", "initial_options"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
};

/** The name under which the element's value travels; null for an element without a value. */
export function valueKey(type: string): string | null {
  return single[type]?.[0] ?? several[type]?.[0] ?? null;
}

export function initialValue(element: Shape): ElementValue | null {
  const type = readString(element["type"]);
  const one = single[type];
  if (one !== undefined) return { type, [one[0]]: toJson(element[one[1]] ?? null) };
  const many = several[type];
  if (many !== undefined) return { type, [many[0]]: toJson(element[many[1]] ?? []) };
  return null;
}

export function isEmpty(value: ElementValue): boolean {
  const held = value[valueKey(value.type) ?? ""];
  return held === null || held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
}

/** Every element of these blocks that holds a value, with what was chosen or typed so far in place of its initial value. */
export function viewState(blocks: readonly Shape[], changes: ReadonlyMap<string, ElementValue>): ViewState {
  const state: { [blockId: string]: { [actionId: string]: Json } } = {};
  blocks.forEach((block, index) => {
    const blockId = blockIdOf(block, index);
    for (const element of elementsOf(block)) {
      const actionId = actionIdOf(element);
      const value = changes.get(changeKey(blockId, actionId)) ?? initialValue(element);
      if (value === null) continue;
      state[blockId] = { ...state[blockId], [actionId]: value };
    }
  });
  return state;
}

export function changeKey(blockId: string, actionId: string): string {
  return `${blockId}\u0000${actionId}`;
}

function elementsOf(block: Shape): readonly Shape[] {
  const one = block["element"] ?? block["accessory"];
  return isShape(one) ? [one] : readShapes(block["elements"]);
}

export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (isShape(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toJson(entry)]));
  return null;
}

/** The chosen options of a select, whichever kind. */
export function chosenOptions(value: ElementValue): readonly Shape[] {
  const held: unknown = value[valueKey(value.type) ?? ""];
  return isShape(held) ? [held] : readShapes(held);
}

/** The chosen ids of a users, conversations or channels select. */
export function chosenIds(value: ElementValue): readonly string[] {
  const held: unknown = value[valueKey(value.type) ?? ""];
  return typeof held === "string" ? [held] : readStrings(held);
}
