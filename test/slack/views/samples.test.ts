import type { KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { findLive } from "../../../src/slack/block-kit/live.ts";
import { checkOwnRules } from "../../../src/slack/block-kit/own-rules.ts";
import { answerText, answerView, homeView } from "../../../src/slack/views/answer.ts";
import type { Surface } from "../../../src/slack/views/card.ts";
import { sharedCardView, sharePreviewView } from "../../../src/slack/views/share.ts";
import { allSamples, sampleAnswers } from "../../support/sample-answers.ts";
import { actionIds, allPages, atPage, checkNothingLive, shownSize } from "./reading.ts";

const message: Surface = { kind: "message", canShare: true };
const cases = Object.entries(sampleAnswers).flatMap(([kind, samples]) =>
  samples.map((sample) => ({ id: `${kind}--${sample.name}`, answer: sample.answer as Answer })),
);

describe.each(cases)("$id", ({ id, answer }) => {
  test("every page is valid and within our bounds", () => {
    const pages = allPages(answer, message);
    for (const { text, blocks } of pages) {
      expect(checkMessage({ text, blocks })).toEqual([]);
      expect(checkOwnRules({ text, blocks })).toEqual([]);
      expect(findLive({ text, blocks })).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(shownSize(blocks)).toBeLessThanOrEqual(12_000);
      const ids = actionIds(blocks);
      expect(new Set(ids).size).toBe(ids.length);
      for (const one of ids) expect(one).toMatch(/^((show|share)\.[a-z0-9-]+|win\.log)$/);
      checkNothingLive(text, blocks);
    }
  });

  test("every page is a valid Home tab", () => {
    const pages = allPages(answer, { kind: "home" }).length;
    for (let page = 1; page <= pages; page += 1) {
      expect(checkView(homeView(atPage(answer, page)))).toEqual([]);
    }
  });

  test("the preview shows what the shared card shows", () => {
    const preview = sharePreviewView(answer, "general");
    const shared = sharedCardView(answer, { id: "U0MAYA", name: "maya" });
    expect(checkMessage({ ...preview })).toEqual([]);
    expect(checkMessage({ ...shared })).toEqual([]);
    expect(bodyOf(shared.blocks)).toEqual(bodyOf(preview.blocks));
    checkNothingLive(shared.text, shared.blocks);
  });

  test("looks as recorded", async () => {
    const view = answerView(answer, message);
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot(`__snapshots__/${id}.json`);
    await expect(answerText(answer).slice(0, 20_000)).toMatchFileSnapshot(`__snapshots__/${id}.txt`);
  });
});

test("samples of a kind have names of their own", () => {
  for (const samples of Object.values(sampleAnswers)) {
    const names = samples.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
  }
  expect(allSamples.length).toBe(cases.length);
});

/** Without the note on who sees it and without the buttons. */
function bodyOf(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  return blocks.filter((_, index) => index !== 1 && index !== blocks.length - 1);
}
