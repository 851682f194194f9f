import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMessage } from "../../../src/slack/block-kit/check.ts";
import { findLive } from "../../../src/slack/block-kit/live.ts";
import { toBlocks } from "../../../src/slack/rich-text/blocks.ts";
import { lineText } from "../../../src/slack/rich-text/line.ts";
import { toLines } from "../../../src/slack/rich-text/markdown.ts";
import { NASTY } from "../../support/sample-frameworks.ts";

const read = (markdown: string) => toLines(markdown).map(lineText).join("\n");

describe("Markdown as plain text", () => {
  test.each([
    ["## How to *read* it", "How to read it"],
    ["one\ntwo", "one\ntwo"],
    ["- a\n  - b\n    - c\n- d", "• a\n  ◦ b\n    ◦ c\n• d"],
    ["3. three\n4. four", "3. three\n4. four"],
    ["1. one\n\n   more of one\n2. two", "1. one\n  ◦ more of one\n2. two"],
    ["- [x] done\n- [ ] open", "• [x] done\n• [ ] open"],
    ["> quoted\n> words", "“quoted\nwords”"],
    ["```ts\nconst a = 1;\n```", "const a = 1;"],
    ["a\n\n---\n\nb", "a\nb"],
    ["![a cat](https://x.example/cat.png)", "(image: a cat)"],
    ["![](https://x.example/cat.png)", "(image)"],
    ["<b>bold</b> <!channel>", "<b>bold</b> <!channel>"],
    ["<div onclick='x()'>block</div>", "<div onclick='x()'>block</div>"],
    ["| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | |", "• A: 1; B: 2\n• A: 3; B: "],
    ["[words](https://a.example/b)", "words (https://a.example/b)"],
    ["[https://a.example/b](https://a.example/b)", "https://a.example/b"],
    ["[https://good.example](https://evil.example/)", "https://good.example (https://evil.example/)"],
    ["[ref][1]\n\n[1]: https://a.example/", "[ref][1]\n[1]: https://a.example/"],
    ["", ""],
    ["   \n\n \n", ""],
  ])("%j", (markdown, text) => {
    expect(read(markdown)).toBe(text);
  });
});

describe("an address is followed only when what is seen is where it leads", () => {
  const urls = (markdown: string) => toLines(markdown).flatMap(({ spans }) => spans.flatMap(({ url }) => url ?? []));

  test.each([
    ["[a](https://a.example/b?c=1&d=2)", ["https://a.example/b?c=1&d=2"]],
    ["<http://a.example>", ["http://a.example/"]],
    ["[a](https://bücher.example/)", ["https://xn--bcher-kva.example/"]],
    ["[a](javascript:alert(1))", []],
    ["[a](mailto:a@b.example)", []],
    ["[a](slack://user?id=U1)", []],
    ["[a](https://good.example@evil.example/)", []],
    ["[a](//a.example)", []],
    ["[a](#heading)", []],
    [`[a](https://a.example/${"x".repeat(400)})`, []],
  ])("%s", (markdown, expected) => {
    expect(urls(markdown)).toEqual(expected);
  });
});

test("styles reach the leaves", () => {
  expect(toLines("**a** _b_ ~~c~~ `d` **_e_**")[0]?.spans.filter(({ style }) => style !== undefined)).toEqual([
    { text: "a", style: { bold: true } },
    { text: "b", style: { italic: true } },
    { text: "c", style: { strike: true } },
    { text: "d", style: { code: true } },
    { text: "e", style: { bold: true, italic: true } },
  ]);
});

test("an ordered list that begins at 3 says so", () => {
  expect(toBlocks(toLines("3. three\n4. four"))).toMatchObject([
    { elements: [{ type: "rich_text_list", style: "ordered", offset: 2, elements: [{}, {}] }] },
  ]);
});

test("whatever is written, the blocks can be sent and nothing in them is live", () => {
  const marks = fc.constantFrom(
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "<",
    ">",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "#",
    "|",
    "    ",
    "a",
    ...NASTY,
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 60 }), (parts) => {
      const blocks = toBlocks(toLines(parts.join(""))).slice(0, 50);
      expect(checkMessage({ text: "x", blocks })).toEqual([]);
      expect(findLive({ text: "x", blocks })).toEqual([]);
    }),
  );
});

describe("input that is made to take long", () => {
  const deep = Array.from({ length: 400 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n");

  test.each([
    ["brackets", "[".repeat(100_000)],
    ["stars", "*a ".repeat(40_000)],
    ["quotes", ">".repeat(100_000)],
    ["nested lists", deep],
    ["a book", "Some words.\n\n".repeat(20_000)],
  ])("%s: is shown, all of it", (_, markdown) => {
    const lines = toLines(markdown);
    const words = (text: string) => text.replace(/[^\p{L}]/gu, "");
    expect(words(lines.map(lineText).join(""))).toBe(words(markdown));
    expect(lines.length).toBeGreaterThan(0);
  });

  test("a paragraph of nothing but marks is plain, its neighbours are not", () => {
    const marks = "*a* ".repeat(300).trim();
    const lines = toLines(`*before*\n\n${marks}\n\n*after*`);
    expect(lines.map(lineText)).toEqual(["before", marks, "after"]);
  });

  test("what is beyond the bound is plain, what is before it is not", () => {
    const lines = toLines(`${"**bold**\n\n".repeat(10_000)}`);
    expect(lines[0]?.spans).toEqual([{ text: "bold", style: { bold: true } }]);
    expect(lines.at(-1)?.spans).toEqual([{ text: "**bold**" }]);
    expect(lines).toHaveLength(10_000);
  });
});
