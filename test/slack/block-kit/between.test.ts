import { describe, expect, test } from "vitest";
import type { Breach } from "../../../src/slack/block-kit/breach.ts";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { block, cell, element, message, modal, mrkdwn, option, plain, richText } from "./samples.ts";

// What only shows between several values.

const short = (found: readonly Breach[]) => found.map(({ code, pointer }) => [code, pointer]);
const inMessage = (...blocks: readonly unknown[]) => short(checkMessage(message(...blocks)));
const select = (changes: Record<string, unknown>) =>
  modal(block("input", { element: { type: "static_select", ...changes } }));
const divider = (block_id: string) => ({ type: "divider", block_id });

describe("ids", () => {
  test("a block_id stands once in a payload, inner blocks included", () => {
    expect(inMessage(divider("a"), divider("b"), { type: "divider" }, { type: "divider" })).toEqual([]);
    expect(inMessage(divider("a"), divider("b"), divider("a"))).toEqual([["duplicate_block_id", "/blocks/2/block_id"]]);
    const container = block("container", { child_blocks: [divider("a")] });
    expect(inMessage(divider("a"), container)).toEqual([["duplicate_block_id", "/blocks/1/child_blocks/0/block_id"]]);
  });

  test("an action_id stands once in a block, and may come back in another", () => {
    const button = element("button");
    const twice = { type: "actions", elements: [button, button] };
    const once = { type: "actions", elements: [button] };
    expect(inMessage(once, once)).toEqual([]);
    expect(inMessage(twice)).toEqual([["duplicate_action_id", "/blocks/0/elements/1/action_id"]]);
  });
});

describe("inputs and focus", () => {
  const input = (focus: boolean) => ({
    type: "input",
    label: plain(),
    element: { type: "plain_text_input", focus_on_load: focus },
  });

  test("a modal with an input has a submit button", () => {
    const view = { type: "modal", title: plain(), blocks: [input(false)] };
    expect(short(checkView(view))).toEqual([["missing_submit", "/submit"]]);
    expect(checkView({ ...view, submit: plain() })).toEqual([]);
    expect(checkView({ ...view, blocks: [{ type: "divider" }] })).toEqual([]);
    expect(checkView({ type: "home", blocks: [input(false)] })).toEqual([]);
  });

  test("one element has the focus", () => {
    expect(checkView(modal(input(true), input(false)))).toEqual([]);
    expect(short(checkView(modal(input(true), input(false), input(true))))).toEqual([
      ["multiple_focus_on_load", "/blocks/2/element/focus_on_load"],
    ]);
  });

  test("a file input dispatches no action", () => {
    const file = (dispatch_action: boolean) =>
      modal(block("input", { element: element("file_input"), dispatch_action }));
    expect(checkView(file(false))).toEqual([]);
    expect(short(checkView(file(true)))).toEqual([["failed_constraint", "/blocks/0/dispatch_action"]]);
  });

  test("a smallest value is not above the largest", () => {
    const number = (min_value: string) => modal(block("input", { element: element("number_input", { min_value }) }));
    expect(checkView(number("10"))).toEqual([]);
    expect(short(checkView(number("11")))).toEqual([["failed_constraint", "/blocks/0/element/min_value"]]);
    const text = (min_length: number) =>
      modal(block("input", { element: element("plain_text_input", { min_length, max_length: 5 }) }));
    expect(checkView(text(5))).toEqual([]);
    expect(short(checkView(text(6)))).toEqual([["failed_constraint", "/blocks/0/element/min_length"]]);
  });

  test.each([
    ["datepicker", "initial_date", "2026-12-31", "2026-13-01"],
    ["timepicker", "initial_time", "23:59", "24:00"],
  ])("%s takes its own format", (type, key, good, bad) => {
    const picker = (value: string) => message(block("actions", { elements: [element(type, { [key]: value })] }));
    expect(checkMessage(picker(good))).toEqual([]);
    expect(short(checkMessage(picker(bad)))).toEqual([["failed_constraint", `/blocks/0/elements/0/${key}`]]);
  });
});

describe("options", () => {
  const two = [option("one"), option("two")];

  test("an initial option is one of the options, exactly", () => {
    expect(checkView(select({ options: two, initial_option: option("two") }))).toEqual([]);
    for (const stranger of [
      option("three"),
      { ...option("two"), text: plain("Other") },
      { text: plain(), value: "two" },
    ]) {
      expect(short(checkView(select({ options: two, initial_option: stranger })))).toEqual([
        ["initial_option_not_found", "/blocks/0/element/initial_option"],
      ]);
    }
  });

  test("so is each of several, in groups too", () => {
    const chosen = modal(
      block("input", {
        element: {
          type: "multi_static_select",
          option_groups: [{ label: plain(), options: two }],
          initial_options: [option("one"), option("three")],
        },
      }),
    );
    expect(short(checkView(chosen))).toEqual([["initial_option_not_found", "/blocks/0/element/initial_options/1"]]);
  });

  test("a value stands for one option", () => {
    expect(short(checkView(select({ options: [option("one"), option("one")] })))).toEqual([
      ["duplicate_option_value", "/blocks/0/element"],
    ]);
  });

  test("options and option_groups exclude each other, and one is needed", () => {
    const groups = [{ label: plain(), options: [option("three")] }];
    expect(short(checkView(select({ options: two, option_groups: groups })))).toEqual([
      ["fields_exclude_each_other", "/blocks/0/element"],
    ]);
    expect(short(checkView(select({})))).toEqual([["missing_required_field", "/blocks/0/element"]]);
  });

  test("a select shows plain text, a radio button may show mrkdwn", () => {
    const marked = { text: mrkdwn(), value: "one" };
    expect(short(checkView(select({ options: [marked] })))).toEqual([
      ["failed_constraint", "/blocks/0/element/options/0/text/type"],
    ]);
    expect(
      checkMessage(message(block("actions", { elements: [{ type: "radio_buttons", options: [marked] }] }))),
    ).toEqual([]);
  });

  test("only an overflow option has a URL", () => {
    expect(short(checkView(select({ options: [{ ...option(), url: "https://a.example" }] })))).toEqual([
      ["failed_constraint", "/blocks/0/element/options/0/url"],
    ]);
  });
});

describe("one of several fields", () => {
  test("an image has one source", () => {
    const image = { type: "image", alt_text: "Words" };
    expect(inMessage({ ...image, slack_file: { id: "F1" } })).toEqual([]);
    expect(inMessage(image)).toEqual([["missing_required_field", "/blocks/0"]]);
    expect(inMessage({ ...image, image_url: "https://a.example", slack_file: { id: "F1" } })).toEqual([
      ["fields_exclude_each_other", "/blocks/0"],
    ]);
    expect(inMessage({ ...image, slack_file: { id: "F1", url: "https://a.example" } })).toEqual([
      ["fields_exclude_each_other", "/blocks/0/slack_file"],
    ]);
    expect(inMessage({ ...image, slack_file: {} })).toEqual([["missing_required_field", "/blocks/0/slack_file"]]);
  });

  test("a section has text or fields, a card something to show, a container a title", () => {
    expect(inMessage({ type: "section" })).toEqual([["missing_required_field", "/blocks/0"]]);
    expect(inMessage({ type: "section", fields: [plain()] }, { type: "section", text: plain() })).toEqual([]);
    expect(inMessage({ type: "card", subtitle: plain() })).toEqual([["missing_required_field", "/blocks/0"]]);
    expect(inMessage({ type: "container", child_blocks: [divider("a")] })).toEqual([
      ["missing_required_field", "/blocks/0"],
    ]);
    expect(inMessage({ type: "container", rich_text_title: richText, child_blocks: [divider("a")] })).toEqual([]);
  });

  test("default_collapsed needs is_collapsible", () => {
    expect(inMessage(block("container", { is_collapsible: false }))).toEqual([
      ["failed_constraint", "/blocks/0/default_collapsed"],
    ]);
  });

  test("a container holds no container", () => {
    expect(inMessage(block("container", { child_blocks: [block("container")] }))).toEqual([
      ["failed_constraint", "/blocks/0/child_blocks/0/type"],
    ]);
  });
});

describe("tables and plans", () => {
  test("a message has one table and one plan", () => {
    const table = block("table", { block_id: undefined });
    const data = block("data_table", { block_id: undefined });
    expect(inMessage(table, data)).toEqual([["only_one_table_allowed", "/blocks/1"]]);
    const plan = { type: "plan", title: "Words" };
    expect(inMessage(plan, plan)).toEqual([["only_one_plan_allowed", "/blocks/1"]]);
  });

  test("a data table is rectangular and its header is not rich text", () => {
    expect(inMessage(block("data_table", { rows: [[cell()], [cell(), cell()]] }))).toEqual([
      ["failed_constraint", "/blocks/0/rows/1"],
    ]);
    expect(inMessage(block("data_table", { rows: [[richText], [cell()]] }))).toEqual([
      ["failed_constraint", "/blocks/0/rows/0/0/type"],
    ]);
  });
});

describe("rich text", () => {
  const inside = (part: unknown) => inMessage({ type: "rich_text", elements: [part] });
  const leaf = { type: "text", text: "Words" };

  test("a list holds sections, preformatted text no mention", () => {
    expect(inside({ type: "rich_text_list", style: "ordered", elements: [leaf] })).toEqual([
      ["failed_constraint", "/blocks/0/elements/0/elements/0/type"],
    ]);
    expect(inside({ type: "rich_text_preformatted", elements: [{ type: "user", user_id: "U1" }] })).toEqual([
      ["failed_constraint", "/blocks/0/elements/0/elements/0/type"],
    ]);
    expect(inside({ type: "rich_text_list", style: "roman", elements: [] })).toEqual([
      ["failed_constraint", "/blocks/0/elements/0/style"],
    ]);
    expect(inside({ type: "rich_text_section", elements: [{ ...leaf, text: "" }] })).toEqual([
      ["failed_constraint", "/blocks/0/elements/0/elements/0/text"],
    ]);
  });
});
