import { describe, expect, test } from "vitest";
import { findLive } from "../../../src/slack/block-kit/live.ts";
import { block, message, modal, plain } from "./samples.ts";

const section = (text: string, verbatim = true) =>
  message({ type: "section", text: { type: "mrkdwn", text, verbatim } });
const leaf = (inside: Record<string, unknown>) =>
  message({ type: "rich_text", elements: [{ type: "rich_text_section", elements: [inside] }] });
const short = (payload: unknown, allowed?: readonly string[]) =>
  findLive(payload, allowed).map(({ code, pointer }) => [code, pointer]);

describe("mentions", () => {
  test.each([
    "<!channel>",
    "<!here|here>",
    "<!everyone>",
    "<!subteam^S1>",
    "<!group>",
    "<@U1>",
    "<@U1|sam>",
    "<#C1>",
    "< @U1>",
  ])("%s in mrkdwn, verbatim or not, and in the message's text", (token) => {
    for (const verbatim of [true, false]) {
      expect(findLive(section(`a ${token} b`, verbatim))[0]).toMatchObject({
        code: "live_mention",
        pointer: "/blocks/0/text/text",
        constraint: { type: "live", got: token },
      });
    }
    expect(short({ text: `a ${token} b` })).toEqual([["live_mention", "/text"]]);
  });

  test.each([
    [{ type: "user", user_id: "U1" }, "U1"],
    [{ type: "usergroup", usergroup_id: "S1" }, "S1"],
    [{ type: "channel", channel_id: "C1" }, "C1"],
    [{ type: "team", team_id: "T1" }, "T1"],
    [{ type: "broadcast", range: "here" }, "here"],
  ])("%o in rich text, unless %s is allowed", (inside, target) => {
    expect(short(leaf(inside))).toEqual([["live_mention", "/blocks/0/elements/0/elements/0"]]);
    expect(findLive(leaf(inside), [target])).toEqual([]);
    expect(short(leaf(inside), ["other"])).toHaveLength(1);
  });

  test("only what is allowed by name passes", () => {
    expect(short(section("<@U1> and <@U2>"), ["U1"])).toEqual([["live_mention", "/blocks/0/text/text"]]);
    expect(findLive(section("<!subteam^S1> <#C1|general> <!here>"), ["S1", "C1", "here"])).toEqual([]);
  });

  test("dates, escaped text and plain text are safe", () => {
    expect(
      findLive(section("<!date^1392734382^{date}|then> &lt;!channel&gt; @here #general https://a.example")),
    ).toEqual([]);
    expect(findLive(message(block("header", { text: plain("<!channel> @here https://a.example") })))).toEqual([]);
    expect(findLive(leaf({ type: "text", text: "<!channel> <@U1> @here" }))).toEqual([]);
    expect(findLive({ text: "@here is only words in a message's text, and so is #general" })).toEqual([]);
  });

  test("every mrkdwn of a payload is read", () => {
    const ping = { type: "mrkdwn", text: "<!here>", verbatim: true };
    const view = modal(
      { type: "context", elements: [ping] },
      { type: "section", fields: [ping], accessory: { type: "button", text: plain(), confirm: { text: ping } } },
      { type: "markdown", text: "<@U1>" },
    );
    expect(short(view)).toEqual([
      ["live_mention", "/blocks/0/elements/0/text"],
      ["live_mention", "/blocks/1/fields/0/text"],
      ["live_mention", "/blocks/1/accessory/confirm/text/text"],
      ["live_mention", "/blocks/2/text"],
    ]);
    expect(short({ text: "a", attachments: [{ pretext: "<!here>" }] })).toEqual([
      ["live_mention", "/attachments/0/pretext"],
    ]);
  });
});

describe("parsing", () => {
  test.each([
    "@here now",
    "ask @sam",
    "see #general",
    "https://a.example",
    "www.a.example",
    "mailto:a",
    "a@b.example",
    "ftp://x",
  ])("%s in mrkdwn that is not verbatim", (text) => {
    expect(short(section(text, false))).toEqual([["live_parsing", "/blocks/0/text/text"]]);
    expect(findLive(section(text, true))).toEqual([]);
    expect(short(message({ type: "markdown", text }))).toEqual([["live_parsing", "/blocks/0/text"]]);
  });

  test.each(["level 3", "50 # of", "a @ b", "e.g. this. And that.", "C# and &#39;", ":seedling: *bold*"])(
    "%s stays what it is",
    (text) => {
      expect(findLive(section(text, false))).toEqual([]);
    },
  );

  test("legacy attachments are read as the loosest text", () => {
    expect(short({ text: "a", attachments: [{ fallback: "see #general", color: "good" }] })).toEqual([
      ["live_parsing", "/attachments/0/fallback"],
    ]);
  });

  test("link_names and parse are never sent", () => {
    expect(short({ text: "a", link_names: true, parse: "full" })).toEqual([
      ["live_parsing", "/link_names"],
      ["live_parsing", "/parse"],
    ]);
    expect(findLive({ text: "a", link_names: false, parse: "none" })).toEqual([]);
  });
});

describe("links", () => {
  const url = "https://framework.example/page";

  test.each([`<${url}>`, `<${url}|https://good.example>`, "<mailto:a@b.example>"])(
    "%s in mrkdwn needs leave",
    (token) => {
      expect(short(section(token))).toEqual([["live_link", "/blocks/0/text/text"]]);
    },
  );

  test("a link to an allowed address passes", () => {
    expect(findLive(section(`<${url}|here>`), [url])).toEqual([]);
    expect(findLive(leaf({ type: "link", url, text: "good.example" }), [url])).toEqual([]);
  });

  test("a rich text link shows where it leads", () => {
    const at = "/blocks/0/elements/0/elements/0";
    expect(findLive(leaf({ type: "link", url }))).toEqual([]);
    expect(findLive(leaf({ type: "link", url, text: url }))).toEqual([]);
    expect(findLive(leaf({ type: "link", url, text: "the framework" }))).toEqual([]);
    expect(short(leaf({ type: "link", url, text: "good.example/page" }))).toEqual([["live_link", at]]);
    expect(short(leaf({ type: "link", url, text: "https://good.example" }))).toEqual([["live_link", at]]);
    expect(short(leaf({ type: "link", url: "javascript:alert(1)", text: "words" }))).toEqual([["live_link", at]]);
    expect(short(leaf({ type: "date", timestamp: 1, format: "{date}", url }))).toEqual([["live_link", at]]);
  });
});
