import { block } from "./blocks.ts";
import type { Breach } from "./breach.ts";
import type { MessagePayload } from "./check.ts";
import { LIMITS, OWN_LIMITS } from "./limits.ts";
import { addBreach, createReport, type Report } from "./report.ts";
import { fieldOf, isFields, list } from "./rules.ts";

/** Rules of ours that Slack does not have: sizes at which a list is shown in pages, well before Slack would cut or refuse it. */
export function checkOwnRules(message: MessagePayload): Breach[] {
  const report = createReport("message");
  if (!isFields(message)) return report.breaches;
  const text = fieldOf(message, "text");
  if (typeof text === "string") checkSize("own_text_too_long", "/text", text.length, OWN_LIMITS.text, report);
  checkSize("own_blocks_too_long", "/blocks", countShown(fieldOf(message, "blocks")), OWN_LIMITS.blockText, report);
  return report.breaches;
}

/**
 * Characters of a message's blocks as we count them for its total: all text that is shown at some time, so labels of options, dialogs and
 * alternative texts too. Which of these Slack counts is not known; counting them all is the safe side.
 */
export function countShown(blocks: unknown): number {
  const report = createReport("message");
  list(block, { min: 0, max: LIMITS.message.blocks })(blocks, "/blocks", report);
  return report.shown;
}

function checkSize(
  code: "own_text_too_long" | "own_blocks_too_long",
  pointer: string,
  got: number,
  expected: number,
  report: Report,
): void {
  if (got <= expected) return;
  addBreach(report, code, pointer, `our own limit is ${expected} characters: show it in pages`, {
    type: "max_length",
    expected,
    got,
  });
}
