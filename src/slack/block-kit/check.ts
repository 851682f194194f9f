import { block } from "./blocks.ts";
import type { Breach } from "./breach.ts";
import { plainText } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { addBreach, createReport, missField, type Report } from "./report.ts";
import { boolean, type Fields, fieldOf, isFields, list, object, oneOf, type Rule, string } from "./rules.ts";

/**
 * Our own Block Kit validator: everything that Slack would refuse in a message or a view, all at once, without a network. It is stricter
 * than Slack where that is the safe side: blocks stand only where they are known to render, a message needs its `text`, fields that
 * Slack's reference does not name are refused, and of two stated limits the smaller holds.
 */

export interface MessagePayload {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly response_type?: unknown;
  readonly delete_original?: unknown;
}

const messageBlocks = list(block, { min: 0, max: LIMITS.message.blocks });
const viewBlocks = list(block, { max: LIMITS.view.blocks });
const messageText = string(LIMITS.message.text);
const responseType = oneOf("in_channel", "ephemeral");

export function checkMessage(message: MessagePayload): Breach[] {
  const report = createReport("message");
  if (!isFields(message)) {
    object({})(message, "", report);
    return report.breaches;
  }
  const text = fieldOf(message, "text");
  const absent = text === undefined || text === "";
  if (!absent) messageText(text, "/text", report);
  else if (fieldOf(message, "delete_original") !== true) {
    addBreach(report, "missing_text", "/text", "a message needs text: screen readers read it and not the blocks");
  }
  checkField(message, "response_type", responseType, report);
  checkField(message, "blocks", messageBlocks, report);
  checkTotals(report);
  return report.breaches;
}

function checkField(payload: Fields, key: string, rule: Rule, report: Report): void {
  const value = fieldOf(payload, key);
  if (value !== undefined) rule(value, `/${key}`, report);
}

function checkTotals(report: Report): void {
  const { markdown, tableText, blockText } = LIMITS.message;
  const totals = [
    ["markdown_too_long", "markdown blocks", report.markdown, markdown],
    ["table_too_long", "tables", report.cells, tableText],
    ["msg_blocks_too_long", "blocks", report.shown, blockText],
  ] as const;
  for (const [code, what, got, max] of totals) {
    if (got > max) {
      addBreach(report, code, "/blocks", `no more than ${max} characters allowed in all ${what} together`, {
        type: "max_length",
        expected: max,
        got,
      });
    }
  }
}

const common = {
  type: oneOf("modal", "home"),
  private_metadata: string(LIMITS.view.privateMetadata, 0),
  callback_id: string(LIMITS.id, 0),
  external_id: string(LIMITS.view.externalId, 0),
};
const label = plainText(LIMITS.view.title);
const modal = object({
  required: { title: label, blocks: viewBlocks },
  optional: { ...common, submit: label, close: label, clear_on_close: boolean, notify_on_close: boolean },
});
const home = object({ required: { blocks: viewBlocks }, optional: common });

export function checkView(view: unknown): Breach[] {
  const type = isFields(view) ? fieldOf(view, "type") : undefined;
  const report = createReport(type === "home" ? "home" : "modal");
  if (isFields(view) && type === undefined) missField(report, "", "type");
  (type === "home" ? home : modal)(view, "", report);
  if (type === "modal" && report.inputs > 0 && isFields(view) && fieldOf(view, "submit") === undefined) {
    addBreach(report, "missing_submit", "/submit", "a modal with an input block needs a submit button");
  }
  return report.breaches;
}
