import { describe, expect, test } from "vitest";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { findLive } from "../../../src/slack/block-kit/live.ts";
import { checkOwnRules } from "../../../src/slack/block-kit/own-rules.ts";
import { copyView, previewView, receivedView } from "../../../src/slack/views/one-to-ones/copy.ts";
import { render } from "../../../src/slack/views/render.ts";
import { nameOf, preparations, sampleForms, sampleMessages, sampleSections } from "../../support/sample-one-to-ones.ts";
import { actionIds, checkNothingLive } from "./reading.ts";

describe.each(Object.entries(sampleMessages))("%s", (id, { text, blocks }) => {
  test("can be sent, addresses nobody, and says all in its text that it shows", () => {
    expect(checkMessage({ text, blocks })).toEqual([]);
    expect(checkOwnRules({ text, blocks })).toEqual([]);
    expect(findLive({ text, blocks })).toEqual([]);
    checkNothingLive(text, blocks);
    const ids = actionIds(blocks);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of ids) expect(one).toMatch(/^(one|nudge|win)\.[a-z-]+(-\d{1,2})?$/);
  });

  test("looks as recorded", async () => {
    await expect(`${JSON.stringify({ text, blocks }, null, 2)}\n`).toMatchFileSnapshot(
      `__snapshots__/one-to-ones/${id}.json`,
    );
  });
});

test.each(Object.entries(sampleForms))("the form %s is valid and its metadata holds no words", (_, form) => {
  expect(checkView(form)).toEqual([]);
  expect(form.private_metadata ?? "").not.toMatch(/rota|rollback/);
  const blocks = form.blocks.map(({ block_id }) => block_id).filter((id) => id !== undefined);
  expect(new Set(blocks).size).toBe(blocks.length);
});

test.each(Object.entries(sampleSections))("the sections of Home are valid: %s", (_, parts) => {
  const { blocks } = render({ title: "Home", notes: [], parts, foot: [], paged: null, rest: "" });
  expect(checkView({ type: "home", blocks })).toEqual([]);
});

test.each(Object.entries(preparations))(
  "what is previewed is what is received, byte for byte: %s",
  (_, preparation) => {
    const laid = copyView(preparation, "Maya", nameOf);
    const copy = {
      id: "c",
      oneToOne: "o",
      day: "2026-11-24",
      to: "UTOM",
      view: laid,
      at: null,
      sendingAt: null,
      state: "preview",
    } as const;
    const preview = previewView(copy, laid, nameOf);
    const received = receivedView(laid, { id: "UMAYA", name: "Maya" });

    expect(JSON.stringify(received.blocks.slice(0, -1))).toBe(JSON.stringify(preview.blocks.slice(1, -1)));
    expect(preview.text).toContain(laid.text);
    expect(received.text.startsWith(laid.text)).toBe(true);
  },
);

test("a copy holds the wins that were left in, the points and the remark, and nothing else of the preparation", () => {
  const { text } = copyView(preparations.usual, "Maya", nameOf);

  expect(text).toContain("Led the rollback");
  expect(text).toContain("On-call rota");
  expect(text).toContain("Could we begin with the rota");
  for (const kept of [
    "flaky deploy",
    "Technical direction",
    "Explains trade-offs",
    "I draft the plan",
    "To think about",
  ]) {
    expect(text).not.toContain(kept);
  }
});
