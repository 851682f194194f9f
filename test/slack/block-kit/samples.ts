import type { Surface } from "../../../src/slack/block-kit/surfaces.ts";

/** Valid payloads, one for every block and element that may be sent, each with every field that it can have at once. */
export type Fields = Readonly<Record<string, unknown>>;

export const plain = (text = "Words") => ({ type: "plain_text", text, emoji: true });
export const mrkdwn = (text = "Words") => ({ type: "mrkdwn", text, verbatim: true });
export const option = (value = "one") => ({ text: plain(), value, description: plain() });
export const cell = (text = "a") => ({ type: "raw_text", text });
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const words = (count: number) => "x".repeat(count);

const confirm = { title: plain(), text: mrkdwn(), confirm: plain(), deny: plain(), style: "danger" };
const url = "https://framework.example/page";
const style = { bold: true, italic: true, strike: true, code: true, underline: true };
const menu = { action_id: "a", confirm, focus_on_load: true, placeholder: plain() };
const input = {
  action_id: "a",
  focus_on_load: true,
  placeholder: plain(),
  dispatch_action_config: { trigger_actions_on: ["on_enter_pressed", "on_character_entered"] },
};
const conversations = {
  default_to_current_conversation: true,
  filter: { include: ["public"], exclude_external_shared_channels: true, exclude_bot_users: true },
};

export const ELEMENT_SAMPLES: Readonly<Record<string, Fields>> = {
  button: { text: plain(), action_id: "a", confirm, value: "v", url, style: "primary", accessibility_label: "Words" },
  checkboxes: {
    action_id: "a",
    confirm,
    focus_on_load: true,
    options: [option("one"), option("two")],
    initial_options: [option("two")],
  },
  radio_buttons: { action_id: "a", confirm, focus_on_load: true, options: [option()], initial_option: option() },
  overflow: { action_id: "a", confirm, options: [{ ...option(), url }] },
  static_select: { ...menu, options: [option()], initial_option: option() },
  multi_static_select: {
    ...menu,
    max_selected_items: 1,
    option_groups: [{ label: plain(), options: [option()] }],
    initial_options: [option()],
  },
  external_select: { ...menu, min_query_length: 0, initial_option: option() },
  multi_external_select: { ...menu, max_selected_items: 1, min_query_length: 0, initial_options: [option()] },
  users_select: { ...menu, initial_user: "U1" },
  multi_users_select: { ...menu, max_selected_items: 1, initial_users: ["U1"] },
  conversations_select: { ...menu, ...conversations, initial_conversation: "C1", response_url_enabled: false },
  multi_conversations_select: { ...menu, ...conversations, max_selected_items: 1, initial_conversations: ["C1"] },
  channels_select: { ...menu, initial_channel: "C1", response_url_enabled: false },
  multi_channels_select: { ...menu, max_selected_items: 1, initial_channels: ["C1"] },
  datepicker: { ...menu, initial_date: "2026-11-21" },
  timepicker: { ...menu, initial_time: "09:30", timezone: "Europe/London" },
  datetimepicker: { action_id: "a", confirm, focus_on_load: true, initial_date_time: 1_628_633_820 },
  plain_text_input: { ...input, initial_value: "", multiline: true, min_length: 1, max_length: 3000 },
  number_input: { ...input, is_decimal_allowed: false, initial_value: "2", min_value: "1", max_value: "10" },
  email_text_input: { ...input, initial_value: "sam@framework.example" },
  url_text_input: { ...input, initial_value: url },
  rich_text_input: {
    ...input,
    initial_value: { type: "rich_text", elements: [{ type: "rich_text_section", elements: [] }] },
    min_lines: 1,
    max_lines: 100,
  },
  file_input: { action_id: "a", filetypes: ["pdf"], max_files: 10 },
  workflow_button: {
    text: plain(),
    action_id: "a",
    confirm,
    style: "primary",
    accessibility_label: "Words",
    workflow: { trigger: { url, customizable_input_parameters: [{ name: "n", value: "v" }] } },
  },
  feedback_buttons: {
    action_id: "a",
    positive_button: { text: plain(), value: "v", accessibility_label: "Words" },
    negative_button: { text: plain(), value: "w", accessibility_label: "Words" },
  },
  icon_button: {
    action_id: "a",
    confirm,
    icon: "trash",
    text: plain(),
    value: "v",
    accessibility_label: "Words",
    visible_to_user_ids: ["U1"],
  },
  image: { alt_text: "Words", image_url: url },
  url: { url, text: "Words" },
};

export function element(type: string, changes: Fields = {}): Fields {
  return { type, ...ELEMENT_SAMPLES[type], ...changes };
}

const image = element("image");
const leaves = [
  { type: "text", text: "Words", style },
  { type: "link", url, text: "Words", unsafe: false, style },
  { type: "emoji", name: "wave", unicode: "1f44b", url, style },
  { type: "date", timestamp: 1, format: "{date}", url, fallback: "Words", style },
  { type: "color", value: "#36c5f0", style },
  ...["user", "usergroup", "channel", "team"].map((type) => ({
    type,
    [`${type}_id`]: "X1",
    style: { ...style, highlight: true, client_highlight: true, unlink: true },
  })),
  { type: "broadcast", range: "here", style },
];
export const richText = {
  type: "rich_text",
  elements: [
    { type: "rich_text_section", elements: leaves },
    {
      type: "rich_text_list",
      style: "bullet",
      indent: 8,
      offset: 0,
      border: 1,
      elements: [{ type: "rich_text_section", elements: leaves }],
    },
    { type: "rich_text_quote", border: 0, elements: leaves },
    { type: "rich_text_preformatted", border: 0, language: "ts", elements: leaves.slice(0, 2) },
  ],
};
const card = {
  hero_image: image,
  icon: image,
  title: mrkdwn(),
  subtitle: mrkdwn(),
  body: mrkdwn(),
  actions: [element("button")],
};
const task = {
  task_id: "t",
  title: "Words",
  status: "pending",
  details: richText,
  output: richText,
  sources: [element("url")],
};

export const BLOCK_SAMPLES: Readonly<Record<string, Fields>> = {
  actions: { elements: [element("button")] },
  alert: { text: plain(), level: "info" },
  card,
  carousel: { elements: [{ type: "card", ...card, block_id: "inside" }] },
  container: {
    title: plain(),
    rich_text_title: richText,
    subtitle: mrkdwn(),
    child_blocks: [{ type: "divider", block_id: "inside" }],
    width: "full",
    icon: image,
    is_collapsible: true,
    default_collapsed: true,
    has_header_divider: false,
  },
  context: { elements: [image, plain(), mrkdwn()] },
  context_actions: { elements: [element("feedback_buttons"), element("icon_button", { action_id: "b" })] },
  data_table: {
    caption: "Words",
    rows: [[cell()], [richText], [{ type: "raw_number", value: 1, text: "1" }]],
    page_size: 100,
    row_header_column_index: 0,
  },
  divider: {},
  header: { text: plain() },
  image: { alt_text: "Words", image_url: url, title: plain() },
  input: {
    label: plain(),
    hint: plain(),
    optional: true,
    dispatch_action: true,
    element: element("plain_text_input"),
  },
  markdown: { text: "# Words" },
  plan: { title: "Words", tasks: [{ type: "task_card", ...task, block_id: "inside" }] },
  rich_text: { elements: richText.elements },
  section: { text: mrkdwn(), fields: [plain(), mrkdwn()], accessory: element("button"), expand: true },
  table: {
    rows: [[cell(), richText, { type: "raw_number", value: 1, text: "1" }], [cell()]],
    column_settings: [{ align: "left", is_wrapped: true }, null],
  },
  task_card: task,
};

export function block(type: string, changes: Fields = {}): Fields {
  return { type, block_id: "b", ...BLOCK_SAMPLES[type], ...changes };
}

export const message = (...blocks: readonly unknown[]): Fields => ({ text: "Words", blocks });
export const home = (...blocks: readonly unknown[]): Fields => ({ type: "home", blocks });
export const modal = (...blocks: readonly unknown[]): Fields => ({
  type: "modal",
  title: plain(),
  submit: plain(),
  close: plain(),
  private_metadata: "m",
  callback_id: "c",
  external_id: "e",
  clear_on_close: true,
  notify_on_close: true,
  blocks,
});

/** The payload in which an element of this type may stand, around it. */
export function around(type: string, inside: Fields, surface: Surface): Fields {
  const wrap = { message, modal, home }[surface];
  if (type === "image") return wrap(block("context", { elements: [inside] }));
  if (type === "url") return wrap(block("task_card", { sources: [inside] }));
  if (["feedback_buttons", "icon_button"].includes(type)) return wrap(block("context_actions", { elements: [inside] }));
  if (type.endsWith("_input")) return wrap(block("input", { element: inside, dispatch_action: false }));
  return wrap(block("actions", { elements: [inside] }));
}
