import { checkChosen, colour, confirm, id, option, optionGroup, plainText, slackFile, url } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { addBreach, child, failConstraint, type Report } from "./report.ts";
import { richTextBlock } from "./rich-text.ts";
import {
  boolean,
  type Fields,
  fieldOf,
  integer,
  list,
  needsOne,
  object,
  oneOf,
  pattern,
  type Rule,
  type RuleTable,
  type Shape,
  shownString,
  string,
  typed,
} from "./rules.ts";
import { ELEMENT_SURFACES } from "./surfaces.ts";

const anyText = string(LIMITS.text, 0);
const actionable: RuleTable = { action_id: actionId };
const focusable: RuleTable = { focus_on_load: focus };
const confirmable: RuleTable = { confirm };
const placeholdable: RuleTable = { placeholder: plainText(LIMITS.placeholder) };
const dispatchable: RuleTable = {
  dispatch_action_config: object({
    optional: { trigger_actions_on: list(oneOf("on_enter_pressed", "on_character_entered"), { max: 2 }) },
  }),
};
const menu: RuleTable = { ...actionable, ...confirmable, ...focusable, ...placeholdable };
const input: RuleTable = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };
const several: RuleTable = { max_selected_items: integer(1, Number.MAX_SAFE_INTEGER) };
const ids = list(id, { max: Number.MAX_SAFE_INTEGER, min: 0 });
const conversations: RuleTable = {
  default_to_current_conversation: boolean,
  filter: object({
    optional: {
      include: list(oneOf("im", "mpim", "private", "public"), { max: 4 }),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
    also: needsOne(["include", "exclude_external_shared_channels", "exclude_bot_users"], true),
  }),
};
const selectOption = option("select");
const choice = option("choice");
const queryLength: RuleTable = { min_query_length: integer(0, LIMITS.text) };
const options: RuleTable = {
  options: list(selectOption, { max: LIMITS.options.select }),
  option_groups: list(optionGroup(), { max: LIMITS.options.groups }),
};
const accessible: RuleTable = { accessibility_label: string(LIMITS.button.accessibilityLabel) };
const feedbackButton = object({
  required: { text: plainText(LIMITS.button.text), value: string(LIMITS.button.value) },
  optional: accessible,
});

function actionId(value: unknown, at: string, report: Report): void {
  id(value, at, report);
  if (typeof value !== "string") return;
  if (report.actionIds.has(value))
    addBreach(report, "duplicate_action_id", at, `action_id ${value.slice(0, 100)} is used twice in this block`);
  report.actionIds.add(value);
}

function focus(value: unknown, at: string, report: Report): void {
  boolean(value, at, report);
  if (value !== true) return;
  report.focused += 1;
  if (report.focused > 1) addBreach(report, "multiple_focus_on_load", at, "only one element can have focus_on_load");
}

function modalOnly(value: unknown, at: string, report: Report): void {
  boolean(value, at, report);
  if (value === true && report.surface !== "modal") {
    failConstraint(report, at, "only available in modals", "surface", "modal", report.surface);
  }
}

function optionsOnce(element: Fields, at: string, report: Report): void {
  needsOne(["options", "option_groups"])(element, at, report);
  checkChosen(element, at, report);
}

function inOrder(low: string, high: string): NonNullable<Shape["also"]> {
  return (element, at, report) => {
    const [first, last] = [fieldOf(element, low), fieldOf(element, high)];
    if (first === undefined || last === undefined || first === "" || last === "") return;
    if (Number(first) > Number(last)) {
      failConstraint(
        report,
        child(at, low),
        `${low} cannot be greater than ${high}`,
        "maximum",
        Number(last),
        Number(first),
      );
    }
  };
}

export const ELEMENTS: Readonly<Record<string, Shape>> = {
  button: {
    required: { text: plainText(LIMITS.button.text) },
    optional: { ...actionable, ...confirmable, ...accessible, value: string(LIMITS.button.value), url, style: colour },
  },
  checkboxes: {
    required: { options: list(choice, { max: LIMITS.options.checkboxes }) },
    optional: {
      ...actionable,
      ...confirmable,
      ...focusable,
      initial_options: list(choice, { max: LIMITS.options.checkboxes }),
    },
    also: checkChosen,
  },
  radio_buttons: {
    required: { options: list(choice, { max: LIMITS.options.radioButtons }) },
    optional: { ...actionable, ...confirmable, ...focusable, initial_option: choice },
    also: checkChosen,
  },
  overflow: {
    required: { options: list(option("overflow"), { max: LIMITS.options.overflow }) },
    optional: { ...actionable, ...confirmable },
    also: checkChosen,
  },
  static_select: { optional: { ...menu, ...options, initial_option: selectOption }, also: optionsOnce },
  multi_static_select: {
    optional: { ...menu, ...several, ...options, initial_options: list(selectOption, { max: LIMITS.options.select }) },
    also: optionsOnce,
  },
  external_select: { optional: { ...menu, ...queryLength, initial_option: selectOption } },
  multi_external_select: {
    optional: {
      ...menu,
      ...several,
      ...queryLength,
      initial_options: list(selectOption, { max: LIMITS.options.select }),
    },
  },
  users_select: { optional: { ...menu, initial_user: id } },
  multi_users_select: { optional: { ...menu, ...several, initial_users: ids } },
  conversations_select: {
    optional: { ...menu, ...conversations, initial_conversation: id, response_url_enabled: modalOnly },
  },
  multi_conversations_select: { optional: { ...menu, ...several, ...conversations, initial_conversations: ids } },
  channels_select: { optional: { ...menu, initial_channel: id, response_url_enabled: modalOnly } },
  multi_channels_select: { optional: { ...menu, ...several, initial_channels: ids } },
  datepicker: {
    optional: { ...menu, initial_date: pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "YYYY-MM-DD") },
  },
  timepicker: {
    optional: { ...menu, initial_time: pattern(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:mm"), timezone: string(LIMITS.id) },
  },
  datetimepicker: {
    optional: { ...actionable, ...confirmable, ...focusable, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  },
  plain_text_input: {
    optional: {
      ...input,
      initial_value: anyText,
      multiline: boolean,
      min_length: integer(0, LIMITS.plainTextInput.length),
      max_length: integer(1, LIMITS.plainTextInput.length),
    },
    also: inOrder("min_length", "max_length"),
  },
  number_input: {
    required: { is_decimal_allowed: boolean },
    optional: { ...input, initial_value: anyText, min_value: anyText, max_value: anyText },
    also: inOrder("min_value", "max_value"),
  },
  email_text_input: { optional: { ...input, initial_value: anyText } },
  url_text_input: { optional: { ...input, initial_value: anyText } },
  rich_text_input: {
    optional: {
      ...input,
      initial_value: richTextBlock,
      min_lines: integer(1, LIMITS.richTextInput.lines),
      max_lines: integer(1, LIMITS.richTextInput.lines),
    },
    also: inOrder("min_lines", "max_lines"),
  },
  file_input: {
    optional: {
      ...actionable,
      filetypes: list(string(LIMITS.id), { max: Number.MAX_SAFE_INTEGER }),
      max_files: integer(1, LIMITS.fileInput.files),
    },
  },
  workflow_button: {
    required: {
      text: plainText(LIMITS.button.text),
      workflow: object({
        required: {
          trigger: object({
            required: { url },
            optional: {
              customizable_input_parameters: list(
                object({ required: { name: string(LIMITS.id), value: string(LIMITS.text, 0) } }),
                { max: Number.MAX_SAFE_INTEGER },
              ),
            },
          }),
        },
      }),
    },
    optional: { ...actionable, ...confirmable, ...accessible, style: colour },
  },
  feedback_buttons: {
    required: { positive_button: feedbackButton, negative_button: feedbackButton },
    optional: actionable,
  },
  icon_button: {
    required: { icon: oneOf("trash"), text: plainText(LIMITS.button.text) },
    optional: {
      ...actionable,
      ...confirmable,
      ...accessible,
      value: string(LIMITS.button.value),
      visible_to_user_ids: ids,
    },
  },
  image: {
    required: { alt_text: shownString(LIMITS.altText) },
    optional: { image_url: url, slack_file: slackFile },
    also: needsOne(["image_url", "slack_file"]),
  },
  url: { required: { url, text: shownString(LIMITS.text) } },
};

/** One of these elements, as far as the surface has them. */
export function element(...types: readonly string[]): Rule {
  return typed(ELEMENTS, (report) => types.filter((type) => ELEMENT_SURFACES[type]?.includes(report.surface) ?? true));
}
