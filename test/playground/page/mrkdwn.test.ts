import { expect, test } from "vitest";
import { drawn, mrkdwn } from "./drawn.tsx";

/** What stands inside the section. */
function words(text: string, more = {}): string {
  const html = drawn({ type: "section", text: { ...mrkdwn(text), ...more } });
  return html.replace(/^.*<div class="section-words">/s, "").replace(/<\/div><\/div><\/div>$/, "");
}

test.each([
  ["*a* _b_ ~c~ `d`", "<strong>a</strong> <em>b</em> <del>c</del> <code>d</code>"],
  ["*a _b_*", "<strong>a <em>b</em></strong>"],
  ["snake_case_name 2*3*4", "snake_case_name 2*3*4"],
  ["* not bold *", "* not bold *"],
  ["`*raw*`", "<code>*raw*</code>"],
  ["one\ntwo", "one<br/>two"],
  ["&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"],
])("%s", (text, expected) => {
  expect(words(text)).toBe(`<span class="lines">${expected}</span>`);
});

test("quoted lines and preformatted text stand apart", () => {
  expect(words("a\n&gt; b\n&gt; c\nd")).toBe(
    '<span class="lines">a</span><blockquote>b<br/>c</blockquote><span class="lines">d</span>',
  );
  expect(words("a\n```x *y*\n  z```\nb")).toBe(
    '<span class="lines">a</span><pre class="pre">x *y*\n  z</pre><span class="lines">b</span>',
  );
});

test("addresses become links, with and without a label, without the full stop after them", () => {
  expect(words("<https://example.com/a|there>")).toContain(">there</a>");
  expect(words("see https://example.com/a.")).toContain('href="https://example.com/a"');
});

test("verbatim text has no links of its own", () => {
  expect(words("see https://example.com/a", { verbatim: true })).not.toContain("<a ");
});

test("what would notify people is drawn so that it is seen", () => {
  expect(words("<!channel> <!subteam^S1|@ops> <@U1>")).toMatch(
    /mention-loud[^>]*>@channel.*mention-loud[^>]*>@ops.*@Maya Stone/,
  );
});

test("a known shortcode is an emoji, an unknown one stays as it is written", () => {
  expect(words(":tada: :no_such_thing:")).toMatch(/🎉<\/span> :no_such_thing:/);
});

test.each(["*", "_", "~", "<"])("two thousand %s that nothing closes are all shown", (mark) => {
  expect(words(`${mark}a `.repeat(2000)).replaceAll("&lt;", "<").split(`${mark}a`)).toHaveLength(2001);
});
