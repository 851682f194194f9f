/**
 * One thing that Slack would refuse in a payload, in the shape in which `blocks.validate` reports it, so that the two can be compared
 * one to one. `code` is Slack's `failed_constraint` wherever a single value is at fault; what only shows between several values has a
 * code of its own.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Breach {
  readonly code: BreachCode;
  readonly message: string;
  /** JSON pointer into the payload, for example `/blocks/3/text/text`. */
  readonly pointer: string;
  readonly constraint?: Json;
}

export type BreachCode =
  | "failed_constraint"
  | "missing_required_field"
  | "missing_text"
  | "missing_submit"
  | "duplicate_block_id"
  | "duplicate_action_id"
  | "duplicate_option_value"
  | "fields_exclude_each_other"
  | "initial_option_not_found"
  | "multiple_focus_on_load"
  | "only_one_table_allowed"
  | "only_one_plan_allowed"
  | "table_too_long"
  | "markdown_too_long"
  | "msg_blocks_too_long"
  | "own_text_too_long"
  | "own_blocks_too_long"
  | "live_mention"
  | "live_link"
  | "live_parsing";

/** One step of a JSON pointer, escaped (RFC 6901). */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
