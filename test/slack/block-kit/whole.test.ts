import { describe, expect, test } from "vitest";
import type { Breach as ReportedBreach } from "../../../local-slack/protocol.ts";
import type { Breach } from "../../../src/slack/block-kit/breach.ts";
import { checkMessage, checkView } from "../../../src/slack/block-kit/check.ts";
import { LIMITS, OWN_LIMITS } from "../../../src/slack/block-kit/limits.ts";
import { checkOwnRules, countShown } from "../../../src/slack/block-kit/own-rules.ts";
import { block, cell, message, modal, mrkdwn, plain, times, words } from "./samples.ts";

const short = (found: readonly Breach[]) => found.map(({ code, pointer }) => [code, pointer]);

describe("sizes of a whole message", () => {
  const section = (size: number) => ({ type: "section", text: plain(words(size)) });
  const sections = (...sizes: readonly number[]) => message(...sizes.map(section));

  test("blocks together hold about 13,200 characters", () => {
    expect(checkMessage(sections(3000, 3000, 3000, 3000, 1200))).toEqual([]);
    expect(checkMessage(sections(3000, 3000, 3000, 3000, 1201))).toEqual([
      {
        code: "msg_blocks_too_long",
        message: "no more than 13200 characters allowed in all blocks together",
        pointer: "/blocks",
        constraint: { type: "max_length", expected: LIMITS.message.blockText, got: LIMITS.message.blockText + 1 },
      },
    ]);
  });

  test("a view has no such limit", () => {
    expect(checkView(modal(...times(20, () => section(3000))))).toEqual([]);
  });

  test("markdown blocks together hold 12,000 characters", () => {
    const parts = (last: number) =>
      message({ type: "markdown", text: words(6000) }, { type: "markdown", text: words(last) });
    expect(checkMessage(parts(6000))).toEqual([]);
    expect(short(checkMessage(parts(6001)))).toEqual([["markdown_too_long", "/blocks"]]);
  });

  test("tables hold 10,000 characters", () => {
    const table = (last: number) => message({ type: "table", rows: [[cell(words(6000)), cell(words(last))]] });
    expect(checkMessage(table(4000))).toEqual([]);
    expect(short(checkMessage(table(4001)))).toEqual([["table_too_long", "/blocks"]]);
  });

  test("characters are UTF-16 units", () => {
    expect(checkMessage(message({ type: "header", text: plain("🌱".repeat(75)) }))).toEqual([]);
    expect(short(checkMessage(message({ type: "header", text: plain("🌱".repeat(76)) })))).toEqual([
      ["failed_constraint", "/blocks/0/text/text"],
    ]);
  });

  test("our own ceilings lie lower", () => {
    const most = sections(3000, 3000, 3000, 3000);
    expect(checkOwnRules({ ...most, text: words(OWN_LIMITS.text) })).toEqual([]);
    expect(short(checkOwnRules({ ...most, text: words(OWN_LIMITS.text + 1) }))).toEqual([
      ["own_text_too_long", "/text"],
    ]);
    expect(short(checkOwnRules(sections(3000, 3000, 3000, 3000, 1)))).toEqual([["own_blocks_too_long", "/blocks"]]);
    expect(checkOwnRules({})).toEqual([]);
  });

  test("countShown counts all text that is ever shown", () => {
    expect(countShown([section(10), block("actions", { elements: [{ type: "button", text: plain("12345") }] })])).toBe(
      15,
    );
    expect(
      countShown([
        { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "abc" }] }] },
      ]),
    ).toBe(3);
    expect(countShown(undefined)).toBe(0);
  });
});

describe("the envelope", () => {
  test("a message needs text, unless it only deletes", () => {
    const blocks = [{ type: "divider" }];
    expect(short(checkMessage({ blocks }))).toEqual([["missing_text", "/text"]]);
    expect(short(checkMessage({ blocks, text: "" }))).toEqual([["missing_text", "/text"]]);
    expect(checkMessage({ delete_original: true })).toEqual([]);
    expect(short(checkMessage({ text: 1 }))).toEqual([["failed_constraint", "/text"]]);
  });

  test("response_type is one of two", () => {
    expect(checkMessage({ text: "Words", response_type: "in_channel" })).toEqual([]);
    expect(short(checkMessage({ text: "Words", response_type: "loud" }))).toEqual([
      ["failed_constraint", "/response_type"],
    ]);
  });

  test("a view is a modal or a home", () => {
    const blocks = [{ type: "divider" }];
    expect(short(checkView({ type: "workflow_step", title: plain(), blocks }))).toEqual([
      ["failed_constraint", "/type"],
    ]);
    expect(short(checkView({ title: plain(), blocks }))).toEqual([["missing_required_field", ""]]);
    expect(short(checkView({ type: "home", blocks, title: plain() }))).toEqual([["failed_constraint", "/title"]]);
  });

  test("a breach has the shape that the local Slack reports", () => {
    const [breach]: readonly ReportedBreach[] = checkMessage({});
    expect(Object.keys(breach ?? {})).toEqual(["code", "message", "pointer"]);
  });

  test("all breaches come at once, in the order of the payload", () => {
    const found = checkMessage({ text: "", blocks: [{ type: "header", text: mrkdwn("") }, { type: "nothing" }, 7] });
    expect(short(found)).toEqual([
      ["missing_text", "/text"],
      ["failed_constraint", "/blocks/0/text/type"],
      ["failed_constraint", "/blocks/1/type"],
      ["failed_constraint", "/blocks/2"],
    ]);
  });
});
