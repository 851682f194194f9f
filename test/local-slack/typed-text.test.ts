import { expect, test } from "vitest";
import { brightwater } from "../../local-slack/brightwater.ts";
import { encodeTyped } from "../../local-slack/typed-text.ts";

const known = { people: brightwater.people, channels: brightwater.channels };

test("a command gets codes with labels, a message without", () => {
  expect(encodeTyped("ask @tom in #backend", known, true)).toBe("ask <@U0TOM000002|tom> in <#C0BACKEND01|backend>");
  expect(encodeTyped("ask @tom in #backend", known, false)).toBe("ask <@U0TOM000002> in <#C0BACKEND01>");
});

test("what is typed as a code stays text", () => {
  expect(encodeTyped("<@U0TOM000002> <!channel> a & b", known, true)).toBe(
    "&lt;@U0TOM000002&gt; &lt;!channel&gt; a &amp; b",
  );
});

test("only names that exist become codes, and punctuation stays outside", () => {
  expect(encodeTyped("@nobody #nowhere maya@brightwater.example", known, true)).toBe(
    "@nobody #nowhere maya@brightwater.example",
  );
  expect(encodeTyped("@priya.northbank. (#wins) @here", known, false)).toBe("<@U0PRIYA0007>. (<#C0WINS00001>) <!here>");
});

test("an address becomes a link without what surrounds it", () => {
  expect(encodeTyped("see https://example.com/a?b=1&c=2.", known, true)).toBe(
    "see <https://example.com/a?b=1&amp;c=2>.",
  );
  expect(encodeTyped("<https://example.com>", known, true)).toBe("&lt;<https://example.com>&gt;");
});
