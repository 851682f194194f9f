import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LibraryBlock } from "../../../playground/page/blocks/third-party.tsx";
import { drawn, mrkdwn, plain } from "./drawn.tsx";

const section = (...elements: readonly object[]) => ({ type: "rich_text_section", elements });
const text = (words: string, style = {}) => ({ type: "text", text: words, style });
const rich = (...elements: readonly object[]) => drawn({ type: "rich_text", elements });

test("a header is a heading", () => {
  expect(drawn({ type: "header", text: plain("Mastery") })).toContain('<h3 class="header-block">Mastery</h3>');
});

test("a section shows its text, its fields and its accessory", () => {
  const accessory = { type: "button", action_id: "go", text: plain("Open") };
  const html = drawn({ type: "section", text: mrkdwn("*Level* 3"), fields: [plain("one"), plain("two")], accessory });
  expect(html).toContain("<strong>Level</strong> 3");
  expect(html).toContain("<div>one</div><div>two</div>");
  expect(html).toMatch(/<button[^>]*>Open<\/button>/);
});

test("a context block shows words and images", () => {
  const image = { type: "image", image_url: "data:image/png;base64,AAAA", alt_text: "A mark" };
  const html = drawn({ type: "context", elements: [plain("From generic"), image] });
  expect(html).toContain("<span>From generic</span>");
  expect(html).toMatch(/<img[^>]*alt="A mark"/);
});

test("an image from elsewhere is not fetched: its alternative text stands in its place", () => {
  const html = drawn({
    type: "image",
    image_url: "https://example.com/a.png",
    alt_text: "A chart",
    title: plain("Chart"),
  });
  expect(html).not.toContain("<img");
  expect(html).toContain('aria-label="A chart"');
  expect(html).toContain("<figcaption>Chart</figcaption>");
});

test("a divider is a rule", () => {
  expect(drawn({ type: "divider" })).toContain("<hr");
});

test("rich text keeps its styles, and inner styles too", () => {
  expect(
    rich(section(text("a", { bold: true, italic: true }), text("b", { code: true }), text("c", { strike: true }))),
  ).toContain("<strong><em>a</em></strong><code>b</code><del>c</del>");
});

test("deeper lists hang under the item above them, and shallower ones go on", () => {
  const list = (indent: number, words: string, style = "bullet") => ({
    type: "rich_text_list",
    style,
    indent,
    elements: [section(text(words))],
  });
  const html = rich(list(0, "one"), list(1, "one a"), list(2, "deep"), list(1, "one b"), list(0, "two", "ordered"));
  expect(html.replaceAll(/ class="[^"]*"| start="1"/g, "")).toContain(
    "<ul><li>one<ul><li>one a<ul><li>deep</li></ul></li></ul><ul><li>one b</li></ul></li></ul><ol><li>two</li></ol>",
  );
});

test("an ordered list goes on where its offset says", () => {
  const list = { type: "rich_text_list", style: "ordered", offset: 4, elements: [section(text("fifth"))] };
  expect(rich(list)).toContain('start="5"');
});

test("quotes and preformatted text are drawn as such", () => {
  expect(rich({ type: "rich_text_quote", elements: [text("said")] })).toContain("<blockquote>said</blockquote>");
  expect(rich({ type: "rich_text_preformatted", elements: [text("a\n  b")] })).toMatch(/<pre[^>]*>a\n {2}b<\/pre>/);
});

test("links, people, channels, emoji and broadcasts of rich text", () => {
  const html = rich(
    section(
      { type: "link", url: "https://example.com/a?b=1&c=2", text: "here" },
      { type: "user", user_id: "U1" },
      { type: "channel", channel_id: "C1" },
      { type: "emoji", name: "tada" },
      { type: "broadcast", range: "channel" },
    ),
  );
  expect(html).toContain(
    '<a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow">here</a>',
  );
  expect(html).toContain("@Maya Stone");
  expect(html).toContain("#backend");
  expect(html).toContain("🎉");
  expect(html).toMatch(/mention-loud[^>]*>@channel/);
});

test.each(["alert", "markdown", "table", "task_card", "plan", "data_visualization"])(
  "%s is left to the library, not shouted",
  (type) => {
    expect(drawn({ type })).not.toContain('data-testid="shout"');
  },
);

test("the library draws a table", () => {
  const rows = [[{ type: "raw_text", text: "Level" }], [{ type: "raw_text", text: "Leads" }]];
  const html = renderToStaticMarkup(createElement(LibraryBlock, { block: { type: "table", rows }, dark: false }));
  expect(html).toContain("<table");
  expect(html).toContain("Leads");
});

test.each([
  ["block", drawn({ type: "hologram", secret: "kept" }), "hologram"],
  ["block", drawn({ type: "video" }), "video"],
  ["block", drawn({}), "(no type)"],
  ["element", drawn({ type: "actions", elements: [{ type: "laser" }] }), "laser"],
  ["element", drawn({ type: "input", label: plain("x"), element: { type: "file_input" } }), "file_input"],
  ["text part", rich({ type: "rich_text_poem", elements: [] }), "rich_text_poem"],
  ["text part", rich(section({ type: "sparkle" })), "sparkle"],
])("an unknown %s is shouted with its type", (what, html, type) => {
  expect(html).toContain('role="alert" data-testid="shout"');
  expect(html).toContain(`The playground cannot draw this ${what}: <code>${type}</code>`);
});

test("a shout shows the JSON that could not be drawn", () => {
  expect(drawn({ type: "hologram", secret: "kept" })).toContain("&quot;secret&quot;: &quot;kept&quot;");
});

test("hostile text stays text, wherever it stands", () => {
  const evil = '<script>alert(1)</script><img src=x onerror="alert(1)">';
  const html = drawn(
    { type: "header", text: plain(evil) },
    { type: "section", text: mrkdwn(evil), fields: [mrkdwn(evil)] },
    { type: "context", elements: [plain(evil)] },
    { type: "image", image_url: "javascript:alert(1)", alt_text: evil },
    { type: "rich_text", elements: [section(text(evil)), { type: "rich_text_preformatted", elements: [text(evil)] }] },
    { type: "actions", elements: [{ type: "button", text: plain(evil), action_id: "x", url: "javascript:alert(1)" }] },
    { type: evil },
  );
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<img");
  expect(html).not.toMatch(/(?:href|src)="javascript:/);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "//x",
])("%s is not a link", (url) => {
  const html = drawn(
    { type: "rich_text", elements: [section({ type: "link", url, text: "press" })] },
    { type: "section", text: mrkdwn(`<${url}|press>`) },
  );
  expect(html).not.toContain("<a ");
  expect(html).toContain("press");
});
