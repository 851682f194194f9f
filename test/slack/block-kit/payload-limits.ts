import { LIMITS } from "../../../src/slack/block-kit/limits.ts";
import { count, type LimitCase, least, length, range } from "./limit-case.ts";
import { block, cell, element, home, message, modal, mrkdwn, plain, times } from "./samples.ts";

const firstElement = "/blocks/0/elements/0";
const label = (text: string) => plain(text);
const buttons = (size: number) => times(size, (i) => element("button", { action_id: `a${i}`, confirm: undefined }));
const blocks = (size: number) => times(size, () => ({ type: "divider" }));
const url = (text: string) => text;
const grid = (rows: number, cells: number) => times(rows, () => times(cells, () => cell()));
const listOf = (indent: number) =>
  message(block("rich_text", { elements: [{ type: "rich_text_list", style: "bullet", indent, elements: [] }] }));

const payloads: LimitCase[] = [
  ...count("message blocks", LIMITS.message.blocks, "/blocks", (size) => message(...blocks(size)), 0),
  ...count("modal blocks", LIMITS.view.blocks, "/blocks", (size) => modal(...blocks(size))),
  ...count("home blocks", LIMITS.view.blocks, "/blocks", (size) => home(...blocks(size))),
  ...length("message text", LIMITS.message.text, "/text", (text) => ({ text }), 0),
  ...["title", "submit", "close"].flatMap((key) =>
    length(`view ${key}`, LIMITS.view.title, `/${key}/text`, (text) => ({
      ...modal(block("divider")),
      [key]: plain(text),
    })),
  ),
  ...length(
    "private_metadata",
    LIMITS.view.privateMetadata,
    "/private_metadata",
    (text) => ({ ...modal(block("divider")), private_metadata: text }),
    0,
  ),
  ...["callback_id", "external_id"].flatMap((key) =>
    length(key, 255, `/${key}`, (text) => ({ ...home(block("divider")), [key]: text }), 0),
  ),
];

const ofBlocks: LimitCase[] = [
  ...length("block_id", LIMITS.id, "/blocks/0/block_id", (text) => message(block("divider", { block_id: text }))),
  ...count("actions elements", LIMITS.actions.elements, "/blocks/0/elements", (size) =>
    message(block("actions", { elements: buttons(size) })),
  ),
  ...count("context elements", LIMITS.context.elements, "/blocks/0/elements", (size) =>
    message(block("context", { elements: times(size, () => plain()) })),
  ),
  ...length("context text", LIMITS.text, `${firstElement}/text`, (text) =>
    message(block("context", { elements: [mrkdwn(text)] })),
  ),
  ...count("context_actions elements", LIMITS.contextActions.elements, "/blocks/0/elements", (size) =>
    message(block("context_actions", { elements: times(size, (i) => element("icon_button", { action_id: `a${i}` })) })),
  ),
  ...length("section text", LIMITS.section.text, "/blocks/0/text/text", (text) =>
    message(block("section", { text: mrkdwn(text) })),
  ),
  ...count("section fields", LIMITS.section.fields, "/blocks/0/fields", (size) =>
    message(block("section", { fields: times(size, () => plain()) })),
  ),
  ...length("section field", LIMITS.section.field, "/blocks/0/fields/0/text", (text) =>
    message(block("section", { fields: [mrkdwn(text)] })),
  ),
  ...length("header text", LIMITS.header.text, "/blocks/0/text/text", (text) =>
    message(block("header", { text: plain(text) })),
  ),
  ...length("image alt_text", LIMITS.altText, "/blocks/0/alt_text", (text) =>
    message(block("image", { alt_text: text })),
  ),
  ...length("image title", LIMITS.imageTitle, "/blocks/0/title/text", (text) =>
    message(block("image", { title: label(text) })),
  ),
  ...length("image_url", LIMITS.url, "/blocks/0/image_url", (text) =>
    message(block("image", { image_url: url(text) })),
  ),
  ...length("input label", LIMITS.input.label, "/blocks/0/label/text", (text) =>
    message(block("input", { label: label(text) })),
  ),
  ...length("input hint", LIMITS.input.hint, "/blocks/0/hint/text", (text) =>
    message(block("input", { hint: label(text) })),
  ),
  ...length("alert text", LIMITS.text, "/blocks/0/text/text", (text) => modal(block("alert", { text: label(text) }))),
  ...length("card title", LIMITS.card.title, "/blocks/0/title/text", (text) =>
    message(block("card", { title: mrkdwn(text) })),
  ),
  ...length("card subtitle", LIMITS.card.subtitle, "/blocks/0/subtitle/text", (text) =>
    message(block("card", { subtitle: mrkdwn(text) })),
  ),
  ...length("card body", LIMITS.card.body, "/blocks/0/body/text", (text) =>
    message(block("card", { body: mrkdwn(text) })),
  ),
  ...count("card actions", LIMITS.card.actions, "/blocks/0/actions", (size) =>
    message(block("card", { actions: buttons(size) })),
  ),
  ...count("carousel cards", LIMITS.carousel.cards, "/blocks/0/elements", (size) =>
    message(block("carousel", { elements: times(size, () => ({ type: "card", title: plain() })) })),
  ),
  ...length("container title", LIMITS.container.title, "/blocks/0/title/text", (text) =>
    message(block("container", { title: label(text) })),
  ),
  ...length("container subtitle", LIMITS.container.subtitle, "/blocks/0/subtitle/text", (text) =>
    message(block("container", { subtitle: label(text) })),
  ),
  ...count("container child_blocks", LIMITS.container.blocks, "/blocks/0/child_blocks", (size) =>
    message(block("container", { child_blocks: blocks(size) })),
  ),
  ...count("table rows", LIMITS.table.rows, "/blocks/0/rows", (size) =>
    message(block("table", { rows: grid(size, 1) })),
  ),
  ...count("table cells", LIMITS.table.cells, "/blocks/0/rows/0", (size) =>
    message(block("table", { rows: grid(1, size) })),
  ),
  ...count("column_settings", LIMITS.table.columnSettings, "/blocks/0/column_settings", (size) =>
    message(block("table", { column_settings: times(size, () => null) })),
  ),
  ...count(
    "data_table rows",
    LIMITS.dataTable.rows,
    "/blocks/0/rows",
    (size) => message(block("data_table", { rows: grid(size, 1) })),
    LIMITS.dataTable.rowsMin,
  ),
  ...least("raw_text", "/blocks/0/rows/0/0/text", (text) => message(block("table", { rows: [[cell(text)]] }))),
  ...least("raw_number", "/blocks/0/rows/0/0/text", (text) =>
    message(block("table", { rows: [[{ type: "raw_number", value: 1, text }]] })),
  ),
  ...range("page_size", 1, LIMITS.dataTable.pageSize, "/blocks/0/page_size", (size) =>
    message(block("data_table", { page_size: size })),
  ),
  ...range("list indent", 0, LIMITS.richText.indent, "/blocks/0/elements/0/indent", listOf),
];

export const PAYLOAD_LIMITS: readonly LimitCase[] = [...payloads, ...ofBlocks];
