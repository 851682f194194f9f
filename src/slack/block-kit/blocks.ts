import { id, plainText, slackFile, text, textShapes, url } from "./composition.ts";
import { ELEMENTS, element } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { addBreach, child, failConstraint, type Report } from "./report.ts";
import { richTextBlock, richTextParts } from "./rich-text.ts";
import {
  boolean,
  type Fields,
  fieldOf,
  isFields,
  list,
  needsOne,
  oneOf,
  type Rule,
  type Shape,
  shownString,
  string,
  typed,
} from "./rules.ts";
import { CONTAINED, SURFACE_BLOCKS } from "./surfaces.ts";
import { DATA_TABLE, TABLE } from "./tables.ts";

const SELECTS = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
const MENUS = [...SELECTS, ...SELECTS.map((type) => `multi_${type}`)];
const PICKERS = ["checkboxes", "radio_buttons", "datepicker", "timepicker", ...MENUS];

const actionElement = element("button", "overflow", "workflow_button", "datetimepicker", "rich_text_input", ...PICKERS);
const accessory = element("button", "overflow", "workflow_button", "image", ...PICKERS);
const inputElement = element(
  "plain_text_input",
  "number_input",
  "email_text_input",
  "url_text_input",
  "rich_text_input",
  "file_input",
  "datetimepicker",
  ...PICKERS,
);
const imageElement = element("image");
const contextElement = typed({ ...ELEMENTS, ...textShapes(LIMITS.text) }, () => ["image", "plain_text", "mrkdwn"]);
const many = { min: 0, max: Number.MAX_SAFE_INTEGER };

const CARD: Shape = {
  optional: {
    hero_image: imageElement,
    icon: imageElement,
    title: text(LIMITS.card.title),
    subtitle: text(LIMITS.card.subtitle),
    body: text(LIMITS.card.body),
    actions: list(element("button"), { max: LIMITS.card.actions }),
  },
  also: needsOne(["hero_image", "title", "actions", "body"], true),
};

const TASK: Shape = {
  required: {
    task_id: string(LIMITS.id),
    title: shownString(LIMITS.text),
    status: oneOf("pending", "in_progress", "complete", "error"),
  },
  optional: { details: richTextBlock, output: richTextBlock, sources: list(element("url"), many) },
};

function checkInput(block: Fields, at: string, report: Report): void {
  report.inputs += 1;
  const inner = fieldOf(block, "element");
  if (fieldOf(block, "dispatch_action") === true && isFields(inner) && fieldOf(inner, "type") === "file_input") {
    failConstraint(
      report,
      child(at, "dispatch_action"),
      "dispatch_action cannot be true with a file_input",
      "const",
      false,
      true,
    );
  }
}

function markdown(value: unknown, at: string, report: Report): void {
  if (typeof value === "string") report.markdown += value.length;
  shownString(Number.MAX_SAFE_INTEGER)(value, at, report);
}

function checkPlan(_plan: Fields, at: string, report: Report): void {
  report.plans += 1;
  if (report.plans > 1) addBreach(report, "only_one_plan_allowed", at, "a message can have only one plan");
}

function checkCollapse(block: Fields, at: string, report: Report): void {
  needsOne(["title", "rich_text_title"], true)(block, at, report);
  if (fieldOf(block, "default_collapsed") === true && fieldOf(block, "is_collapsible") !== true) {
    failConstraint(
      report,
      child(at, "default_collapsed"),
      "default_collapsed needs is_collapsible",
      "const",
      false,
      true,
    );
  }
}

const BLOCKS: Readonly<Record<string, Shape>> = {
  actions: { required: { elements: list(actionElement, { max: LIMITS.actions.elements }) } },
  alert: {
    required: { text: text(LIMITS.text) },
    optional: { level: oneOf("default", "info", "warning", "error", "success") },
  },
  card: CARD,
  carousel: {
    required: {
      elements: list(
        typed({ card: { ...CARD, optional: { ...CARD.optional, block_id: blockId } } }, () => ["card"]),
        {
          max: LIMITS.carousel.cards,
        },
      ),
    },
  },
  container: {
    required: { child_blocks: list(childBlock, { max: LIMITS.container.blocks }) },
    optional: {
      title: plainText(LIMITS.container.title),
      rich_text_title: richTextBlock,
      subtitle: text(LIMITS.container.subtitle),
      width: oneOf("narrow", "standard", "wide", "full"),
      icon: imageElement,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    also: checkCollapse,
  },
  context: { required: { elements: list(contextElement, { max: LIMITS.context.elements }) } },
  context_actions: {
    required: { elements: list(element("feedback_buttons", "icon_button"), { max: LIMITS.contextActions.elements }) },
  },
  data_table: DATA_TABLE,
  divider: {},
  header: { required: { text: plainText(LIMITS.header.text) } },
  image: {
    required: { ...ELEMENTS["image"]?.required },
    optional: { title: plainText(LIMITS.imageTitle), image_url: url, slack_file: slackFile },
    also: needsOne(["image_url", "slack_file"]),
  },
  input: {
    required: { label: plainText(LIMITS.input.label), element: inputElement },
    optional: { hint: plainText(LIMITS.input.hint), optional: boolean, dispatch_action: boolean },
    also: checkInput,
  },
  markdown: { required: { text: markdown } },
  plan: {
    required: { title: shownString(LIMITS.text) },
    optional: {
      tasks: list(
        typed({ task_card: { ...TASK, optional: { ...TASK.optional, block_id: blockId } } }, () => ["task_card"]),
        many,
      ),
    },
    also: checkPlan,
  },
  rich_text: { required: { elements: richTextParts } },
  section: {
    optional: {
      text: text(LIMITS.section.text),
      fields: list(text(LIMITS.section.field), { max: LIMITS.section.fields }),
      accessory,
      expand: boolean,
    },
    also: needsOne(["text", "fields"], true),
  },
  table: TABLE,
  task_card: TASK,
};

function blockId(value: unknown, at: string, report: Report): void {
  id(value, at, report);
  if (typeof value !== "string") return;
  if (report.blockIds.has(value))
    addBreach(report, "duplicate_block_id", at, `block_id ${value.slice(0, 100)} is used twice`);
  report.blockIds.add(value);
}

const SHAPES = Object.fromEntries(
  Object.entries(BLOCKS).map(([type, shape]) => [
    type,
    { ...shape, optional: { ...shape.optional, block_id: blockId } },
  ]),
);
const topBlock = typed(SHAPES, (report) => SURFACE_BLOCKS[report.surface]);
const innerBlock = typed(SHAPES, () => CONTAINED);

/** A block of a payload; action_ids are its own. */
export const block: Rule = (value, at, report) => {
  report.actionIds = new Set();
  topBlock(value, at, report);
};

function childBlock(value: unknown, at: string, report: Report): void {
  report.actionIds = new Set();
  innerBlock(value, at, report);
}
