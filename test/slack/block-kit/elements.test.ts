import { describe, expect, test } from "vitest";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { ELEMENT_SURFACES } from "../../../src/slack/block-kit/surfaces.ts";
import {
  block,
  ELEMENT_SAMPLES,
  element,
  type Fields,
  home,
  message,
  modal,
  mrkdwn,
  option,
  plain,
} from "./samples.ts";

// Which element may stand in which block: the unions of `@slack/types`, written out.

const menus = ["static", "external", "users", "conversations", "channels"].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const pickers = ["checkboxes", "radio_buttons", "datepicker", "timepicker", ...menus];
const text = ["plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input"];

interface Place {
  readonly name: string;
  readonly takes: readonly string[];
  put(inside: Fields): Fields;
}

const places: readonly Place[] = [
  {
    name: "actions",
    takes: ["button", "overflow", "workflow_button", "datetimepicker", "rich_text_input", ...pickers],
    put: (inside) => block("actions", { elements: [inside] }),
  },
  {
    name: "section",
    takes: ["button", "overflow", "workflow_button", "image", ...pickers],
    put: (inside) => block("section", { accessory: inside }),
  },
  {
    name: "input",
    takes: ["datetimepicker", "file_input", ...text, ...pickers],
    put: (inside) => block("input", { element: inside, dispatch_action: false }),
  },
  { name: "context", takes: ["image"], put: (inside) => block("context", { elements: [inside] }) },
  {
    name: "context_actions",
    takes: ["feedback_buttons", "icon_button"],
    put: (inside) => block("context_actions", { elements: [inside] }),
  },
  { name: "card", takes: ["button"], put: (inside) => block("card", { actions: [inside] }) },
  { name: "task_card", takes: ["url"], put: (inside) => block("task_card", { sources: [inside] }) },
];

function checkOn(surface: string, inside: Fields) {
  if (surface === "message") return checkMessage(message(inside));
  return checkView(surface === "modal" ? modal(inside) : home(inside));
}

describe("elements of blocks", () => {
  const pairs = places.flatMap((place) => Object.keys(ELEMENT_SAMPLES).map((type) => ({ ...place, type })));

  test.each(pairs)("$type in $name", ({ name, takes, type, put }) => {
    const messageOnly = name === "context_actions" || name === "task_card";
    const surface = messageOnly ? "message" : (ELEMENT_SURFACES[type]?.[0] ?? "message");
    const found = checkOn(surface === "modal" && name === "card" ? "message" : surface, put(element(type)));
    if (takes.includes(type)) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ code: "failed_constraint", constraint: { type: "enum", got: type } }]);
  });
});

describe("values that are wrong in themselves", () => {
  const short = (payload: Fields) => checkMessage(payload).map(({ code, pointer }) => [code, pointer]);
  const act = (...elements: readonly unknown[]) => message(block("actions", { elements }));
  const at = "/blocks/0/elements/0";

  test("are not also called repeats", () => {
    const numbered = { type: "divider", block_id: 7 };
    expect(short(message(numbered, numbered)).map(([code]) => code)).toEqual([
      "failed_constraint",
      "failed_constraint",
    ]);
    const button = element("button", { action_id: 7 });
    expect(short(act(button, button)).map(([code]) => code)).toEqual(["failed_constraint", "failed_constraint"]);
    const unnamed = { text: plain(), value: null };
    expect(short(act({ type: "overflow", options: [unnamed, unnamed] })).map(([code]) => code)).toEqual([
      "failed_constraint",
      "failed_constraint",
    ]);
  });

  test.each(["checkboxes", "radio_buttons", "overflow"])("%s: a value stands for one option", (type) => {
    expect(short(act({ type, options: [option(), option()] }))).toEqual([["duplicate_option_value", at]]);
  });

  test("check boxes and radio buttons start with their own options", () => {
    expect(short(act({ type: "checkboxes", options: [option()], initial_options: [option("two")] }))).toEqual([
      ["initial_option_not_found", `${at}/initial_options/0`],
    ]);
    expect(short(act({ type: "radio_buttons", options: [option()], initial_option: option("two") }))).toEqual([
      ["initial_option_not_found", `${at}/initial_option`],
    ]);
  });

  test("a conversation filter filters by something", () => {
    expect(short(act({ type: "conversations_select", filter: {} }))).toEqual([
      ["missing_required_field", `${at}/filter`],
    ]);
    expect(short(act({ type: "conversations_select", filter: { include: [] } }))).toEqual([
      ["failed_constraint", `${at}/filter/include`],
    ]);
  });

  test("lines are in order, and an empty bound is none", () => {
    const input = (type: string, changes: Fields) => modal(block("input", { element: element(type, changes) }));
    expect(checkView(input("rich_text_input", { min_lines: 5, max_lines: 5 }))).toEqual([]);
    expect(checkView(input("rich_text_input", { min_lines: 6, max_lines: 5 }))).toMatchObject([
      { pointer: "/blocks/0/element/min_lines", constraint: { type: "maximum" } },
    ]);
    expect(checkView(input("number_input", { min_value: "", max_value: "-1" }))).toEqual([]);
  });

  test("an image element has one source", () => {
    const context = (changes: Fields) =>
      message(block("context", { elements: [{ type: "image", alt_text: "Words", ...changes }] }));
    expect(short(context({}))).toEqual([["missing_required_field", at]]);
    expect(short(context({ image_url: "https://a.example", slack_file: { id: "F1" } }))).toEqual([
      ["fields_exclude_each_other", at],
    ]);
  });

  test("say what they are", () => {
    const got = (value: unknown) =>
      checkMessage(message(block("section", { text: value }))).map((one) => one.constraint);
    expect(got(null)).toEqual([{ type: "type", expected: "object", got: "null" }]);
    expect(got([])).toEqual([{ type: "type", expected: "object", got: "array" }]);
    expect(got("words")).toEqual([{ type: "type", expected: "object", got: "string" }]);
    expect(got({ ...mrkdwn(), emoji: true })).toMatchObject([{ type: "additional_property", got: "emoji" }]);
    expect(got({ ...plain(), verbatim: true })).toMatchObject([{ type: "additional_property", got: "verbatim" }]);
  });
});
