import { LIMITS } from "./limits.ts";
import { addBreach, child, type Report } from "./report.ts";
import {
  boolean,
  type Fields,
  fieldOf,
  isFields,
  list,
  needsOne,
  object,
  oneOf,
  type Rule,
  type Shape,
  shownString,
  string,
  typed,
} from "./rules.ts";

/** The objects that blocks and elements are composed of: text, option, confirmation dialog, image source. */

export const id: Rule = string(LIMITS.id);
export const url: Rule = string(LIMITS.url);
export const colour: Rule = oneOf("primary", "danger");

export function textShapes(max: number): { readonly plain_text: Shape; readonly mrkdwn: Shape } {
  const shown = shownString(max);
  return {
    plain_text: { required: { text: shown }, optional: { emoji: boolean } },
    mrkdwn: { required: { text: shown }, optional: { verbatim: boolean } },
  };
}

export function text(max: number): Rule {
  return typed(textShapes(max), () => ["plain_text", "mrkdwn"]);
}

export function plainText(max: number): Rule {
  return typed(textShapes(max), () => ["plain_text"]);
}

export const confirm: Rule = object({
  required: { text: text(LIMITS.confirm.text) },
  optional: {
    title: plainText(LIMITS.confirm.title),
    confirm: plainText(LIMITS.confirm.button),
    deny: plainText(LIMITS.confirm.button),
    style: colour,
  },
});

/** Options of an overflow menu may carry a URL; those of radio buttons and check boxes may be in mrkdwn. */
export function option(kind: "select" | "overflow" | "choice"): Rule {
  return object({
    required: {
      text: kind === "choice" ? text(LIMITS.option.text) : plainText(LIMITS.option.text),
      value: string(LIMITS.option.value),
    },
    optional: {
      description: kind === "choice" ? text(LIMITS.option.description) : plainText(LIMITS.option.description),
      ...(kind === "overflow" ? { url } : {}),
    },
  });
}

export function optionGroup(): Rule {
  return object({
    required: {
      label: plainText(LIMITS.optionGroup.label),
      options: list(option("select"), { max: LIMITS.options.group }),
    },
  });
}

export const slackFile: Rule = object({ optional: { id: string(LIMITS.id), url }, also: needsOne(["id", "url"]) });

function optionsOf(element: Fields): unknown[] {
  const own = fieldOf(element, "options");
  const groups = fieldOf(element, "option_groups");
  const grouped = Array.isArray(groups)
    ? groups.flatMap((group) => (isFields(group) ? fieldOf(group, "options") : []))
    : [];
  return [...(Array.isArray(own) ? own : []), ...grouped];
}

/** What two options must share to be the same one for Slack. */
function identity(one: unknown): string {
  const parts = ["value", "text", "description", "url"].map((key) => {
    const part = isFields(one) ? fieldOf(one, key) : undefined;
    const words = isFields(part) ? fieldOf(part, "text") : part;
    return typeof words === "string" ? words : null;
  });
  return JSON.stringify(parts);
}

/** Chosen options must be among the options, and no value may stand for two of them. */
export function checkChosen(element: Fields, at: string, report: Report): void {
  const options = optionsOf(element);
  const values = new Set<unknown>();
  for (const one of options) {
    const value = isFields(one) ? fieldOf(one, "value") : undefined;
    if (typeof value !== "string") continue;
    if (values.has(value)) {
      addBreach(report, "duplicate_option_value", at, `two options have the value ${value.slice(0, 100)}`);
    }
    values.add(value);
  }
  const known = new Set(options.map(identity));
  const single = fieldOf(element, "initial_option");
  const several = fieldOf(element, "initial_options");
  const chosen: [unknown, string][] = single === undefined ? [] : [[single, child(at, "initial_option")]];
  if (Array.isArray(several))
    for (const [index, one] of several.entries()) chosen.push([one, child(child(at, "initial_options"), index)]);
  for (const [one, where] of chosen) {
    if (!known.has(identity(one))) {
      addBreach(report, "initial_option_not_found", where, "an initial option must be one of the options, exactly");
    }
  }
}
