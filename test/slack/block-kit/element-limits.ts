import { LIMITS } from "../../../src/slack/block-kit/limits.ts";
import type { Surface } from "../../../src/slack/block-kit/surfaces.ts";
import { count, type LimitCase, length, range } from "./limit-case.ts";
import { around, block, element, type Fields, modal, mrkdwn, option, plain, times } from "./samples.ts";

const inAction = (type: string, changes: Fields, surface: Surface = "message") =>
  around(type, element(type, changes), surface);
const options = (size: number) => times(size, (i) => option(`v${i}`));
const group = (size: number) => ({ label: plain(), options: options(size) });
const groups = (size: number) => times(size, (i) => ({ label: plain(), options: [option(`v${i}`)] }));
const bare = (type: string, changes: Fields) =>
  modal(block("input", { element: { type, ...changes }, dispatch_action: false }));
const firstElement = "/blocks/0/elements/0";
const url = (text: string) => text;
const confirmed = (part: Fields) => inAction("button", { confirm: { text: plain(), ...part } });
export const ELEMENT_LIMITS: readonly LimitCase[] = [
  ...length("action_id", LIMITS.id, `${firstElement}/action_id`, (text) => inAction("button", { action_id: text })),
  ...length("button text", LIMITS.button.text, `${firstElement}/text/text`, (text) =>
    inAction("button", { text: plain(text) }),
  ),
  ...length("button value", LIMITS.button.value, `${firstElement}/value`, (text) =>
    inAction("button", { value: text }),
  ),
  ...length("button url", LIMITS.url, `${firstElement}/url`, (text) => inAction("button", { url: url(text) })),
  ...["button", "workflow_button", "icon_button"].flatMap((type) =>
    length(
      `${type} accessibility_label`,
      LIMITS.button.accessibilityLabel,
      `${firstElement}/accessibility_label`,
      (text) => inAction(type, { accessibility_label: text }),
    ),
  ),
  ...length("workflow_button text", LIMITS.button.text, `${firstElement}/text/text`, (text) =>
    inAction("workflow_button", { text: plain(text) }),
  ),
  ...["positive_button", "negative_button"].flatMap((key) =>
    length(
      `${key} accessibility_label`,
      LIMITS.button.accessibilityLabel,
      `${firstElement}/${key}/accessibility_label`,
      (text) => inAction("feedback_buttons", { [key]: { text: plain(), value: "v", accessibility_label: text } }),
    ),
  ),
  ...length("confirm title", LIMITS.confirm.title, `${firstElement}/confirm/title/text`, (text) =>
    confirmed({ title: plain(text) }),
  ),
  ...length("confirm text", LIMITS.confirm.text, `${firstElement}/confirm/text/text`, (text) =>
    confirmed({ text: mrkdwn(text) }),
  ),
  ...["confirm", "deny"].flatMap((key) =>
    length(`confirm ${key}`, LIMITS.confirm.button, `${firstElement}/confirm/${key}/text`, (text) =>
      confirmed({ [key]: plain(text) }),
    ),
  ),
  ...length("placeholder", LIMITS.placeholder, `${firstElement}/placeholder/text`, (text) =>
    inAction("static_select", { placeholder: plain(text) }),
  ),
  ...["static_select", "multi_static_select"].flatMap((type) => [
    ...count(`${type} options`, LIMITS.options.select, "/blocks/0/element/options", (size) =>
      bare(type, { options: options(size) }),
    ),
    ...count(`${type} option_groups`, LIMITS.options.groups, "/blocks/0/element/option_groups", (size) =>
      bare(type, { option_groups: groups(size) }),
    ),
  ]),
  ...count("option group options", LIMITS.options.group, "/blocks/0/element/option_groups/0/options", (size) =>
    bare("static_select", { option_groups: [group(size)] }),
  ),
  ...length("option group label", LIMITS.optionGroup.label, "/blocks/0/element/option_groups/0/label/text", (text) =>
    bare("static_select", { option_groups: [{ label: plain(text), options: [option()] }] }),
  ),
  ...count("checkboxes options", LIMITS.options.checkboxes, "/blocks/0/element/options", (size) =>
    bare("checkboxes", { options: options(size) }),
  ),
  ...count("radio_buttons options", LIMITS.options.radioButtons, "/blocks/0/element/options", (size) =>
    bare("radio_buttons", { options: options(size) }),
  ),
  ...count("overflow options", LIMITS.options.overflow, `${firstElement}/options`, (size) =>
    inAction("overflow", { options: options(size) }),
  ),
  ...["static_select", "checkboxes"].flatMap((type) => [
    ...length(`${type} option text`, LIMITS.option.text, "/blocks/0/element/options/0/text/text", (text) =>
      bare(type, { options: [{ ...option(), text: plain(text) }] }),
    ),
    ...length(
      `${type} option description`,
      LIMITS.option.description,
      "/blocks/0/element/options/0/description/text",
      (text) => bare(type, { options: [{ ...option(), description: plain(text) }] }),
    ),
    ...length(`${type} option value`, LIMITS.option.value, "/blocks/0/element/options/0/value", (text) =>
      bare(type, { options: [option(text)] }),
    ),
  ]),
  ...length("radio_buttons mrkdwn option text", LIMITS.option.text, "/blocks/0/element/options/0/text/text", (text) =>
    bare("radio_buttons", { options: [{ text: mrkdwn(text), value: "v" }] }),
  ),
  ...range("max_selected_items", 1, Number.MAX_SAFE_INTEGER, "/blocks/0/element/max_selected_items", (size) =>
    bare("multi_users_select", { max_selected_items: size }),
  ),
  ...length("option url", LIMITS.url, `${firstElement}/options/0/url`, (text) =>
    inAction("overflow", { options: [{ ...option(), url: url(text) }] }),
  ),
  ...length("image element alt_text", LIMITS.altText, `${firstElement}/alt_text`, (text) =>
    inAction("image", { alt_text: text }),
  ),
  ...range("min_length", 0, LIMITS.plainTextInput.length, "/blocks/0/element/min_length", (size) =>
    bare("plain_text_input", { min_length: size }),
  ),
  ...range("max_length", 1, LIMITS.plainTextInput.length, "/blocks/0/element/max_length", (size) =>
    bare("plain_text_input", { max_length: size }),
  ),
  ...range("min_lines", 1, LIMITS.richTextInput.lines, "/blocks/0/element/min_lines", (size) =>
    bare("rich_text_input", { min_lines: size }),
  ),
  ...range("max_lines", 1, LIMITS.richTextInput.lines, "/blocks/0/element/max_lines", (size) =>
    bare("rich_text_input", { max_lines: size }),
  ),
  ...range("max_files", 1, LIMITS.fileInput.files, "/blocks/0/element/max_files", (size) =>
    bare("file_input", { max_files: size }),
  ),
  ...range("initial_date_time", 1_000_000_000, 9_999_999_999, "/blocks/0/element/initial_date_time", (size) =>
    bare("datetimepicker", { initial_date_time: size }),
  ),
];
