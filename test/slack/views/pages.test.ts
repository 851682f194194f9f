import { describe, expect, test } from "vitest";
import { checkMessage } from "../../../src/slack/block-kit/check.ts";
import { SHARE_CANCEL, SHARE_POST, SHARE_WITHDRAW, SHOW, WIN_LOG } from "../../../src/slack/ids.ts";
import { answerView, homeView } from "../../../src/slack/views/answer.ts";
import { couldNotPostView, notOwnerView, sharedCardView, sharePreviewView } from "../../../src/slack/views/share.ts";
import { frameworkAnswer, levelAnswer, topicAnswer } from "../../support/answer-builders.ts";
import { criterion, framework, level, topic } from "../../support/frameworks.ts";
import { sampleAnswers } from "../../support/sample-answers.ts";
import { backend, longest } from "../../support/sample-frameworks.ts";
import { actionIds, allPages, atPage, checkNothingLive } from "./reading.ts";

const message = { kind: "message", canShare: true } as const;
const sixty = levelAnswer(longest, "long", 2);
const maya = { id: "U0MAYA", name: "maya" };

describe("pages", () => {
  test("a page that does not exist is the nearest that does", () => {
    const pages = allPages(sixty, message);
    expect(pages.length).toBeGreaterThan(2);
    expect(answerView(atPage(sixty, 0), message).text).toBe(pages[0]?.text);
    expect(answerView(atPage(sixty, -3), message).text).toBe(pages[0]?.text);
    expect(answerView(atPage(sixty, 9_999), message).text).toBe(pages.at(-1)?.text);
  });

  test("the first has More, the last has Back, those between have both", () => {
    const pages = allPages(sixty, message).map(({ blocks }) => actionIds(blocks).slice(0, 2));
    expect(pages[0]).toEqual(["show.more", expect.not.stringMatching("show.back")]);
    expect(pages[1]).toEqual(["show.back", "show.more"]);
    expect(pages.at(-1)?.[0]).toBe("show.back");
    expect(pages.at(-1)).not.toContain("show.more");
  });

  test("a page that begins below a heading names it again", () => {
    const second = answerView(topicAnswer(longest, "long", 2), message).text;
    expect(second).toContain("\nLevel 1 (continued)\n");
  });

  test("what is inherited stays marked on the next page", () => {
    const many = Array.from({ length: 80 }, (_, index) =>
      criterion(`Criterion ${index} that everybody is asked for, in a sentence of some length`, { source: "generic" }),
    );
    const one = framework("/made", "Made", [topic("one", "One", [level(1, "Own", ...many)])]);
    const [first, second] = allPages(levelAnswer(one, "one", 1), message);
    expect(first?.text).toContain("\nFrom the generic framework, for everyone\n");
    expect(second?.text).toContain("\nFrom the generic framework, for everyone (continued)\n");
  });

  test("no page ends with a heading", () => {
    const one = framework("/made", "Made", [
      topic(
        "one",
        "One",
        Array.from({ length: 12 }, (_, index) => level(index + 1, "word ".repeat(100).trim())),
      ),
    ]);
    const pages = allPages(topicAnswer(one, "one"), message);
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text).not.toMatch(/\nLevel \d+\n\n(Button|Menu)/);
  });

  test("a framework's introduction goes on behind Read more", () => {
    const [first, second] = allPages(frameworkAnswer(backend), message);
    expect(first?.text).toContain("Button: Read more.");
    expect(second?.text).toContain("Introduction, continued");
  });

  test("a card that cannot be paged counts what it leaves out", () => {
    const many = sampleAnswers.reload.find(({ name }) => name === "many");
    if (many === undefined) throw new Error("no such sample");
    const { text } = answerView(many.answer, message);
    expect(text).toMatch(/\d+ more lines do not fit here\. The lint command lists them all\./);
    expect(text).not.toContain("Page 1");
  });
});

test("a name from right to left keeps its direction to itself", () => {
  const one = framework("/made", "Made", [topic("one", "\u202Eenoroom", [level(1, "Own")])]);
  expect(answerView(levelAnswer(one, "one", 1), message).text).toContain("Made · \u2068\u202Eenoroom\u2069 · Level 1");
});

test("a sentence's backticks become something to type", () => {
  const [usual] = sampleAnswers["not-understood"];
  if (usual === undefined) throw new Error("no such sample");
  const { blocks } = answerView({ ...usual.answer, sentence: "Try `/progression help` first." }, message);
  expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"/progression help","style":{"code":true}}');
});

test("levels without criteria are named once, at the end of a topic", () => {
  const { text } = answerView(topicAnswer(backend, "communication"), message);
  expect(text).toContain("\nNothing is written at levels 4–6 yet.\n");
});

describe("surfaces", () => {
  const three = levelAnswer(backend, "mastery", 3);

  test("Share in channel is there only where a card can be shared", () => {
    const has = (view: { readonly text: string }) => view.text.includes("Share in channel");
    expect(has(answerView(three, message))).toBe(true);
    expect(has(answerView(three, { kind: "message", canShare: false }))).toBe(false);
    expect(has(answerView(three, { kind: "home" }))).toBe(false);
  });

  test("the Home tab leads back Home, save from its own first page", () => {
    expect(actionIds(homeView(three).blocks)[0]).toBe("show.home");
    const [welcome] = sampleAnswers.welcome;
    if (welcome === undefined) throw new Error("no such sample");
    expect(actionIds(homeView(welcome.answer).blocks)).not.toContain("show.home");
  });

  test("every way onward is served by the one listener for navigation", () => {
    const ids = actionIds(answerView(three, { kind: "home" }).blocks);
    expect(ids).toContain("show.next");
    for (const id of ids.filter((one) => one !== WIN_LOG)) expect(id).toMatch(SHOW);
    expect("share.post").not.toMatch(SHOW);
    expect("show.next\nshare.post").not.toMatch(SHOW);
  });
});

describe("sharing", () => {
  const three = levelAnswer(backend, "mastery", 3);

  test("the preview says who will see it and posts only on a press", () => {
    const { text, blocks } = sharePreviewView(three, "general");
    expect(text).toContain("Everyone in the channel “general” will see this page as it stands, with your name.");
    expect(actionIds(blocks)).toEqual([SHARE_POST, SHARE_CANCEL]);
  });

  test("the shared card names who shared it, and carries Withdraw and nothing else", () => {
    const { text, blocks } = sharedCardView(three, maya);
    expect(text).toContain("Shared by maya");
    expect(actionIds(blocks)).toEqual([SHARE_WITHDRAW]);
    expect(JSON.stringify(blocks)).toContain('"value":"U0MAYA"');
  });

  test("a name that tries to address people does not", () => {
    const { text, blocks } = sharedCardView(three, { id: "U0MAYA", name: "<!channel> @here" });
    checkNothingLive(text, blocks);
  });

  test("a shared page says which it is and offers no other", () => {
    const { text, blocks } = sharedCardView(sixty, maya);
    expect(text).toMatch(/\nPage 1 of \d+\n/);
    expect(actionIds(blocks)).toEqual([SHARE_WITHDRAW]);
  });

  test.each([
    ["could not post", couldNotPostView()],
    ["not the owner", notOwnerView()],
  ])("%s is one sentence that can be sent", (_, view) => {
    expect(checkMessage({ ...view })).toEqual([]);
    expect(actionIds(view.blocks)).toEqual([]);
  });
});
