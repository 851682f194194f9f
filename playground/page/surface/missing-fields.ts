import type { ViewState } from "../../../local-slack/protocol.ts";
import { isShape, readNumber, readString, type Shape } from "../shape.ts";
import { actionIdOf, blockIdOf, type ElementValue, isEmpty } from "./element-state.ts";

/** What Slack's own client says before it sends anything: a required field is empty, a text too short or too long. */
export function missingFields(blocks: readonly Shape[], state: ViewState): { readonly [blockId: string]: string } {
  const found: { [blockId: string]: string } = {};
  blocks.forEach((block, index) => {
    const element = block["element"];
    if (block["type"] !== "input" || !isShape(element)) return;
    const id = blockIdOf(block, index);
    const held: unknown = state[id]?.[actionIdOf(element)];
    const problem = isValue(held) ? fault(element, held, block["optional"] === true) : null;
    if (problem !== null) found[id] = problem;
  });
  return found;
}

function isValue(held: unknown): held is ElementValue {
  return isShape(held) && typeof held["type"] === "string";
}

function fault(element: Shape, held: ElementValue, optional: boolean): string | null {
  if (isEmpty(held)) return optional ? null : "Please complete this required field.";
  const text = readString(held["value"]);
  const least = readNumber(element["min_length"]) ?? 0;
  const most = readNumber(element["max_length"]) ?? 3000;
  if (element["type"] !== "plain_text_input") return null;
  if (text.length < least) return `This entry must have at least ${least} characters.`;
  if (text.length > most) return `This entry must have at most ${most} characters.`;
  return null;
}
