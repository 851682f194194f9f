import type { ViewOutput } from "@slack/bolt";
import { z } from "zod";
import { WORDS } from "../../views/one-to-ones/fields.ts";

/** What comes back from a form about a 1:1, read as if anybody could have written it. */

const id = z.string().regex(/^[0-9a-z]{26}$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const metadata = z.strictObject({
  id: id.optional(),
  day: day.optional(),
  permalink: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .optional(),
});

export type FormAbout = z.infer<typeof metadata>;

export function writeAbout(about: FormAbout): string {
  return JSON.stringify(about);
}

export function readAbout(view: Pick<ViewOutput, "private_metadata">): FormAbout {
  try {
    return metadata.safeParse(JSON.parse(view.private_metadata)).data ?? {};
  } catch {
    return {};
  }
}

type Values = Pick<ViewOutput, "state">;

/** Slack sends what the form offered; whoever writes a request by hand sends anything. */
function field(view: Values, block: string): Readonly<Record<string, unknown>> {
  const found: unknown = view.state.values[block]?.[WORDS];
  return typeof found === "object" && found !== null ? { ...found } : {};
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function optionValue(option: unknown): string | null {
  return typeof option === "object" && option !== null && "value" in option ? text(option.value) : null;
}

export function typed(view: Values, block: string): string {
  return text(field(view, block)["value"]) ?? "";
}

export function chosen(view: Values, block: string): string | null {
  return optionValue(field(view, block)["selected_option"]);
}

export function chosenAll(view: Values, block: string): readonly string[] {
  const options = field(view, block)["selected_options"];
  return Array.isArray(options) ? options.map(optionValue).filter((value) => value !== null) : [];
}

export function chosenUser(view: Values, block: string): string | null {
  return text(field(view, block)["selected_user"]);
}

export function chosenDay(view: Values, block: string): string | null {
  return text(field(view, block)["selected_date"]);
}

export function chosenTime(view: Values, block: string): string | null {
  return text(field(view, block)["selected_time"]);
}

export function chosenNumber(view: Values, block: string): number | null {
  const value = chosen(view, block);
  return value !== null && /^\d{1,5}$/.test(value) ? Number(value) : null;
}
