import type { ViewOutput } from "@slack/bolt";
import { z } from "zod";
import type { WinReason } from "../../../evidence/parse-new-win.ts";
import { FORM_CRITERIA } from "../../ids.ts";
import { BLOCK, WORDS } from "../../views/wins/form.ts";
import { reasonSentence } from "../../views/wins/not-saved.ts";

/** What a form carries besides its fields, and what comes back from it. Both are read as if anybody could have written them. */

const source = z.strictObject({
  permalink: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .nullable(),
  messageKey: z
    .string()
    .regex(/^[A-Z0-9]{3,30}:\d{1,12}\.\d{1,8}$/)
    .nullable(),
  author: z
    .string()
    .regex(/^[UWB][A-Z0-9]{1,30}$/)
    .nullable(),
});

const metadata = z.discriminatedUnion("for", [
  z.strictObject({
    for: z.literal("new"),
    origin: z.enum(["modal", "shortcut", "home", "emoji", "mention", "dm", "command"]),
    source,
    writtenAt: z.number().min(0).max(4e12).nullable(),
  }),
  z.strictObject({ for: z.literal("win"), id: z.string().regex(/^[0-9a-z]{26}$/) }),
  z.strictObject({ for: z.literal("draft"), id: z.string().regex(/^[0-9a-z]{26}$/) }),
]);

export type FormFor = z.infer<typeof metadata>;

export function writeFormFor(form: FormFor): string {
  return JSON.stringify(form);
}

export function readFormFor(text: string): FormFor | undefined {
  try {
    const parsed = metadata.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export interface FormFields {
  readonly text: string;
  readonly happenedOn: string | null;
  readonly outcome: string | null;
  readonly note: string | null;
  readonly people: readonly string[];
  readonly links: readonly string[];
  /** Ids of criteria, as chosen now. */
  readonly criteria: readonly string[];
  /** How many inputs the words stood in. */
  readonly parts: number;
}

export function readForm(view: Pick<ViewOutput, "state">): FormFields {
  const values = view.state.values;
  const field = (block: string) => values[block]?.[WORDS];
  const typed = (block: string) => field(block)?.value ?? "";
  const parts = Object.keys(values).filter((block) => /^text-\d{1,2}$/.test(block)).length;
  const text = Array.from({ length: parts }, (_, index) => typed(BLOCK.text(index + 1))).join("");
  const others = typed(BLOCK.others).split(",");

  return {
    text,
    parts,
    happenedOn: field(BLOCK.when)?.selected_date ?? null,
    outcome: typed(BLOCK.outcome) || null,
    note: typed(BLOCK.note) || null,
    people: [...(field(BLOCK.people)?.selected_users ?? []), ...others].map((one) => one.trim()).filter(Boolean),
    criteria: (values[BLOCK.criteria]?.[FORM_CRITERIA]?.selected_options ?? []).map(({ value }) => value),
    links: typed(BLOCK.links).split(/\s+/).filter(Boolean),
  };
}

/** Each reason under the field that it is about. */
export function formErrors(reasons: readonly WinReason[], parts: number): Record<string, string> {
  const block = (reason: WinReason): string => {
    switch (reason.code) {
      case "outcome-too-long":
        return BLOCK.outcome;
      case "note-too-long":
        return BLOCK.note;
      case "no-such-day":
      case "day-in-the-future":
      case "day-too-early":
        return BLOCK.when;
      case "not-a-link":
      case "too-many-links":
        return BLOCK.links;
      case "too-many-people":
        return BLOCK.people;
      default:
        return BLOCK.text(Math.max(1, parts));
    }
  };
  return Object.fromEntries(reasons.toReversed().map((reason) => [block(reason), reasonSentence(reason)]));
}
