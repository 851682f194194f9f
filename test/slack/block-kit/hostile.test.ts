import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Breach } from "../../../src/slack/block-kit/breach.ts";
import { checkMessage, checkView, type MessagePayload } from "../../../src/slack/block-kit/check.ts";
import { findLive } from "../../../src/slack/block-kit/live.ts";
import { checkOwnRules } from "../../../src/slack/block-kit/own-rules.ts";
import { BLOCK_SAMPLES, block, home, message, modal } from "./samples.ts";

/** What a signed request or a bug of ours may hold: any JSON at all, whatever the types say. */
function checkAll(payload: unknown): Breach[] {
  const loose = payload as MessagePayload;
  return [...checkMessage(loose), ...checkView(payload), ...checkOwnRules(loose), ...findLive(payload)];
}

function expectBreaches(found: readonly Breach[]): void {
  for (const { code, message: words, pointer } of found) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(words).not.toBe("");
    expect(pointer).toMatch(/^(\/([^~/]|~0|~1)*)*$/);
  }
}

const names = fc.constantFrom(
  "type",
  "text",
  "blocks",
  "elements",
  "element",
  "fields",
  "options",
  "rows",
  "constructor",
  "__proto__",
);
const types = fc.constantFrom(
  ...Object.keys(BLOCK_SAMPLES),
  "plain_text",
  "mrkdwn",
  "button",
  "link",
  "user",
  "toString",
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, 0, -1, 1e9, 0.5, "", "<!channel>"),
    types,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(names, tie("json"), { maxKeys: 5 }),
    fc.record({ type: types, text: tie("json"), elements: tie("json") }),
  ),
}));

describe("hostile payloads", () => {
  test("any JSON gets an answer", () => {
    fc.assert(fc.property(fc.oneof(json, fc.jsonValue()), (payload) => expectBreaches(checkAll(payload))));
  });

  test("any JSON in the place of any field gets an answer", () => {
    const place = fc.constantFrom(
      ...Object.entries(BLOCK_SAMPLES).flatMap(([type, sample]) =>
        Object.keys(sample).map((key) => [type, key] as const),
      ),
    );
    const wrap = fc.constantFrom(message, modal, home);
    fc.assert(
      fc.property(place, wrap, json, ([type, key], around, value) =>
        expectBreaches(checkAll(around(block(type, { [key]: value })))),
      ),
    );
  });

  test.each([null, undefined, 7, "text", true, [], [[]], { blocks: null }, { blocks: {} }, { blocks: "[]" }])(
    "%j",
    (payload) => {
      expectBreaches(checkAll(payload));
      expect(checkView(payload)).not.toEqual([]);
    },
  );

  test("names that every object inherits are no block types", () => {
    for (const type of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(checkMessage(message({ type }))).toMatchObject([{ code: "failed_constraint", pointer: "/blocks/0/type" }]);
    }
    const inherited = JSON.parse('{"__proto__": {"type": "divider"}}') as unknown;
    expect(checkMessage(message(inherited))).toMatchObject([{ code: "missing_required_field", pointer: "/blocks/0" }]);
  });

  test("nesting deeper than the stack gets an answer", () => {
    const depth = 200_000;
    const deep = JSON.parse(`${'{"text":['.repeat(depth)}0${"]}".repeat(depth)}`) as unknown;
    expect(
      checkAll({ text: "a", type: "modal", title: deep, blocks: [deep, { type: "section", text: deep }] }),
    ).not.toEqual([]);
  });

  test("work grows with the payload and not faster", () => {
    // A million characters of each shape that makes a careless pattern or a nested search slow; quadratic work would take minutes.
    const size = 1_000_000;
    for (const text of ["<", "<@U1", "a", "@", "a.", "-.-", "://", "a:"].map((part) =>
      part.repeat(size / part.length),
    )) {
      const mrkdwn = { type: "mrkdwn", text };
      const link = {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "link", url: "https://a.example", text }] }],
      };
      expect(checkAll({ text, blocks: [{ type: "section", text: mrkdwn }, link] })).not.toEqual([]);
    }
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      text: { type: "plain_text", text: "a" },
      value: String(i),
    }));
    const select = { type: "multi_static_select", options: many, initial_options: many };
    expect(
      checkView(modal({ type: "section", text: { type: "plain_text", text: "a" }, accessory: select })),
    ).toHaveLength(2);
  });
});
