import type { KnownBlock } from "@slack/types";
import { expect } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { weight } from "../../../src/slack/rich-text/plain.ts";
import { answerView } from "../../../src/slack/views/answer.ts";
import type { Surface } from "../../../src/slack/views/card.ts";
import type { View } from "../../../src/slack/views/render.ts";

/** How the tests read views: as Slack and a screen reader would. */

export function atPage(answer: Answer, page: number): Answer {
  return "page" in answer.intent ? ({ ...answer, intent: { ...answer.intent, page } } as Answer) : answer;
}

export function allPages(answer: Answer, surface: Surface): View[] {
  const first = answerView(atPage(answer, 1), surface);
  const pages = Number(/^Page 1 of (\d+)$/m.exec(first.text)?.[1] ?? 1);
  return Array.from({ length: pages }, (_, index) => answerView(atPage(answer, index + 1), surface));
}

interface Leaf {
  readonly type: string;
  readonly text: string;
}

/** Every text in the blocks, in order; `type` is that of the object which holds it. */
function leavesOf(value: unknown): Leaf[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value !== "object" || value === null) return [];
  const fields = Object.entries(value);
  const type = "type" in value && typeof value.type === "string" ? value.type : "option";
  return fields.flatMap(([name, field]) => {
    if (typeof field !== "string") return leavesOf(field);
    return name === "text" || name === "accessibility_label" ? [{ type, text: field }] : [];
  });
}

export function shownSize(blocks: readonly KnownBlock[]): number {
  return leavesOf(blocks).reduce((sum, { text }) => sum + weight(text), 0);
}

/** What stands in rich text, without buttons, notes and headers. */
export function richText(blocks: readonly KnownBlock[]): string {
  return leavesOf(blocks.filter((block) => block.type === "rich_text"))
    .map(({ text }) => text)
    .join("\n");
}

export function actionIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === "action_id" && typeof field === "string" ? [field] : actionIds(field),
  );
}

const INERT = new Set(["plain_text", "text", "link", "button", "option"]);

/** No markup, no mention, no link but a shown web address. */
export function checkNothingLive(text: string, blocks: readonly KnownBlock[]): void {
  expect(text).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
  expect(text).not.toMatch(/[@#][^\s\u2060]/);
  for (const { type } of leavesOf(blocks)) expect(INERT).toContain(type);
  const live = /"type":"(user|usergroup|channel|broadcast|team|mrkdwn|markdown|emoji|date)"/;
  expect(JSON.stringify(blocks)).not.toMatch(live);
  for (const { url, shown } of links(blocks)) {
    expect(shown).toBe(url);
    expect(url).toMatch(/^https?:\/\/[!-~]+$/);
  }
}

function links(value: unknown): { readonly url: string; readonly shown: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(links);
  if (typeof value !== "object" || value === null) return [];
  const here =
    "url" in value && typeof value.url === "string"
      ? [{ url: value.url, shown: "text" in value ? value.text : null }]
      : [];
  return [...here, ...Object.values(value).flatMap(links)];
}
