import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BACKEND, MAYA, TOM } from "../support/workspace.ts";
import { type Bench, BOT, buttonsOf, openBench, TEAM } from "./bench.ts";

let bench: Bench;
const owner = { team: TEAM, user: MAYA };

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench[Symbol.asyncDispose]());
beforeEach(async () => {
  bench.workspace.slack.reset();
  await expect.poll(() => bench.wins(MAYA)).toEqual([]);
});

const texts = async () => (await bench.wins(MAYA)).map(({ text }) => text);
const labels = () => buttonsOf(bench.lastShown(MAYA).blocks).map(({ label }) => label);
const say = (text: string, channel = bench.dm(MAYA)) => bench.gesture({ kind: "message", as: MAYA, channel, text });
const lastMessage = (channel: string, user: string) => {
  const found = bench.workspace.slack
    .state(MAYA)
    .conversations.find(({ id }) => id === channel)
    ?.messages.findLast((one) => one.user === user);
  return { channel, ts: found?.ts ?? "" };
};
const modalText = () => JSON.stringify(bench.modal(MAYA).blocks);
async function saveAsWin(message: { channel: string; ts: string }): Promise<void> {
  await bench.gesture({ kind: "shortcut", as: MAYA, callbackId: "win.save-message", message });
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
}

describe("a direct message", () => {
  test.each([
    "backend mastery 3",
    "help",
    "search incident",
    "bakend mastry 3",
    "compare backend mastery 3 4",
    "/progression about",
  ])("%s is a look-up, and is answered", async (text) => {
    await say(text);
    expect(bench.lastShown(MAYA).text).not.toMatch(/Saved|Is this a win/);
    expect(await texts()).toEqual([]);
  });

  test.each([
    ["win fixed it", "fixed it"],
    ["Win: fixed it", "fixed it"],
    ["/win fixed it", "fixed it"],
    ["Helped the new joiner through her first release", "Helped the new joiner through her first release"],
    ["find out why the deploy failed and mended it", "find out why the deploy failed and mended it"],
  ])("%s is saved, with Undo", async (text, saved) => {
    await say(text);
    expect(await texts()).toEqual([saved]);
    expect(labels()).toContain("Undo");
  });

  test("a few words that are neither are offered as both", async () => {
    await say("flaky deploy fixed");
    expect(await texts()).toEqual([]);
    expect(labels()).toEqual(["Save it as a win", "Look it up"]);
    const offered = bench.lastShown(MAYA);

    await bench.press(MAYA, "Save it as a win");
    await expect.poll(() => bench.lastShown(MAYA).text).toContain("Saved");
    expect(await texts()).toEqual(["flaky deploy fixed"]);
    expect(bench.lastShown(MAYA).ts).toBe(offered.ts);
  });

  test("the other button looks them up", async () => {
    await say("incident zzz");
    await bench.press(MAYA, "Look it up");
    await expect.poll(() => bench.lastShown(MAYA).text).not.toContain("Is this a win");
    expect(await texts()).toEqual([]);
  });

  test("a file without words gets a sentence", async () => {
    await bench.workspace.slack.emit({
      type: "message",
      subtype: "file_share",
      channel_type: "im",
      channel: bench.dm(MAYA),
      user: MAYA,
      text: "",
      ts: "1795000000.000900",
      files: [{ id: "F1" }],
    });
    expect(bench.lastShown(MAYA).text).toContain("A file alone cannot be a win");
    expect(await texts()).toEqual([]);
  });

  test("a bot's message is left alone", async () => {
    const before = bench.workspace.slack.received.calls().length;
    await bench.workspace.slack.emit({
      type: "message",
      channel_type: "im",
      channel: bench.dm(MAYA),
      user: "U0OTHERBOT",
      bot_id: "B0OTHER",
      text: "win I am an app and I did something great today",
      ts: "1795000000.000901",
    });
    expect(bench.workspace.slack.received.calls()).toHaveLength(before);
  });
});

test("Log a win below what a level asks opens the form, and saves", async () => {
  await bench.workspace.command("backend mastery 3");
  await bench.press(MAYA, "Log a win");
  await expect.poll(() => modalText()).toContain("What did you do?");

  await bench.submit(MAYA, { "text-1": "Found the slow query before anybody called" });

  expect(await texts()).toEqual(["Found the slow query before anybody called"]);
});

describe("a mention", () => {
  test("shows people who are mentioned by name, and keeps their ids", async () => {
    await say("@progression win Paired with @wiremu on the pager", BACKEND);
    expect(bench.lastShown(MAYA).text.replaceAll("\u2060", "")).toContain("Paired with @wiremu on the pager");
    expect(await texts()).toEqual(["Paired with <@U0WIREMU005> on the pager"]);
  });

  test("keeps the address of the message and answers nobody else", async () => {
    await say("@progression win Paired on the cache until it held", BACKEND);
    const [win] = await bench.wins(MAYA);
    const { ts } = lastMessage(BACKEND, MAYA);
    expect(win).toMatchObject({
      text: "Paired on the cache until it held",
      origin: "mention",
      source: {
        permalink: `https://brightwater.slack.com/archives/${BACKEND}/p${ts.replace(".", "")}`,
        messageKey: `${BACKEND}:${ts}`,
        author: null,
      },
    });
    expect(bench.seen(TOM)).not.toContain("Paired on the cache");
  });

  test.each(["@progression win", "@progression win @tom", "@progression win   \u200b"])(
    "%j says what is missing",
    async (text) => {
      await say(text, BACKEND);
      expect(await texts()).toEqual([]);
      expect(bench.lastShown(MAYA).text).toMatch(/no words|only names somebody/);
      expect(labels()).toContain("Open the form");
    },
  );
});

describe("Save as win", () => {
  test("one's own message comes with its day and address, and is stored only on submit", async () => {
    await saveAsWin(lastMessage(BACKEND, MAYA));
    expect(modalText()).toContain("Nowhere yet. I'll write it up this afternoon");
    expect(await texts()).toEqual([]);
    await bench.submit(MAYA, {});
    const [win] = await bench.wins(MAYA);
    expect(win).toMatchObject({ origin: "shortcut", source: { author: null } });
    expect(win?.source.permalink).toContain(`/archives/${BACKEND}/p`);
  });

  test("another's message is a quotation, with author and address", async () => {
    await saveAsWin(lastMessage("C0WINS00001", TOM));
    expect(modalText()).toMatch(/Quoted from tom, word for word · From https:\/\/brightwater/);
    await bench.submit(MAYA, {});
    const [win] = await bench.wins(MAYA);
    expect(win?.source.author).toBe(TOM);
    expect(JSON.stringify(bench.modal(MAYA).blocks)).toContain("Quoted from tom");
  });

  test("the same message a second time is the same win, and what was typed is handed back", async () => {
    const message = lastMessage(BACKEND, MAYA);
    await saveAsWin(message);
    await bench.submit(MAYA, {});
    await bench.gesture({ kind: "close", as: MAYA, view: bench.modal(MAYA).id });
    await saveAsWin(message);
    await bench.submit(MAYA, { "text-1": "Said in other words" });
    expect(await bench.wins(MAYA)).toHaveLength(1);
    expect(modalText()).toContain("This message is a win already");
    expect(modalText()).toContain("Said in other words");
  });

  test("an app's message leaves its words out and keeps its address", async () => {
    await say("help");
    await saveAsWin(lastMessage(bench.dm(MAYA), BOT));
    expect(modalText()).toContain("An app wrote that message");
    expect(modalText()).not.toContain("/progression");
    await bench.submit(MAYA, { "text-1": "Shipped it" });
    expect((await bench.wins(MAYA))[0]).toMatchObject({ text: "Shipped it", source: { author: null } });
  });
});

describe("the agreed emoji", () => {
  const react = (as: string, at: { channel: string; ts: string }, emoji = "trophy", remove = false) =>
    bench.gesture({ kind: "react", as, ...at, emoji, remove });
  const optIn = () => bench.workspace.bot.evidence.saveProfile(owner, { emojiCapture: true });

  test("saves one's own message, once, and taking it away changes nothing", async () => {
    await optIn();
    const at = lastMessage(BACKEND, MAYA);
    await react(MAYA, at);
    await react(MAYA, at, "trophy", true);
    await react(MAYA, at);
    expect(await bench.wins(MAYA)).toMatchObject([{ origin: "emoji" }]);
  });

  test("is off until the person switches it on, and is for their own messages alone", async () => {
    await react(MAYA, lastMessage(BACKEND, MAYA));
    await optIn();
    await react(MAYA, lastMessage(BACKEND, TOM));
    await react(TOM, lastMessage(BACKEND, MAYA));
    await react(MAYA, lastMessage(BACKEND, MAYA), "tada");
    expect(await texts()).toEqual([]);
    expect(bench.workspace.slack.received.calls("reactions.get")).toEqual([]);
  });

  test("a message that is gone, or that cannot be seen, gets a sentence", async () => {
    await optIn();
    const event = { type: "reaction_added", user: MAYA, item_user: MAYA, reaction: "trophy", event_ts: "1.1" };
    await bench.workspace.slack.emit({ ...event, item: { type: "message", channel: BACKEND, ts: "1.000001" } });
    expect(bench.lastShown(MAYA).text).toContain("no longer there");
    await bench.workspace.slack.emit({ ...event, item: { type: "message", channel: "C0SECRET001", ts: "1.000001" } });
    expect(bench.lastShown(MAYA).text).toContain("cannot see");
    expect(await texts()).toEqual([]);
  });

  test("without the scope it says which one is missing", async () => {
    await using bare = await openBench({
      slack: { scopes: ["commands", "chat:write", "app_mentions:read", "im:history", "users:read"] },
    });
    await bare.workspace.bot.evidence.saveProfile(owner, { emojiCapture: true });
    await bare.workspace.slack.emit({
      type: "reaction_added",
      user: MAYA,
      item_user: MAYA,
      reaction: "trophy",
      event_ts: "1.1",
      item: { type: "message", channel: BACKEND, ts: "1.000001" },
    });
    expect(bare.lastShown(MAYA).text).toContain("the scope reactions:read");
  });
});

test("a person of a far zone gets their own day, though it was not known when the words were saved", async () => {
  const at = Date.parse("2026-11-21T20:30:00Z");
  await using far = await openBench({ slack: { now: () => at } });
  const wiremu = "U0WIREMU005";
  await far.gesture({ kind: "command", as: wiremu, channel: BACKEND, text: "/win Kept the pager quiet all week" });
  await expect.poll(async () => (await far.wins(wiremu))[0]?.happenedOn).toBe("2026-11-22");
  await far.gesture({ kind: "command", as: wiremu, channel: BACKEND, text: "/win Kept it quiet again" });
  expect(far.lastShown(wiremu).text).toContain("Sun 22 Nov 2026");
});

test("forty thousand characters are kept whole as a draft, which can be shortened", async () => {
  const text = "Forty thousand. ".repeat(2500).trim();
  await bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text: `/win ${text}` });
  expect(bench.lastShown(MAYA).text).toContain("39,999 characters");
  await bench.press(MAYA, "Shorten it");
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
  const inputs = bench.modal(MAYA).blocks.filter(({ block_id }) => block_id?.startsWith("text-"));
  expect(inputs.map((one) => (one["element"] as { initial_value: string }).initial_value).join("")).toBe(text);
  await bench.submit(MAYA, {});
  expect(bench.modal(MAYA).errors["text-14"]).toContain("39,999 characters");
  await bench.submit(MAYA, Object.fromEntries(inputs.slice(1).map(({ block_id }) => [block_id ?? "", ""])));
  expect(await bench.wins(MAYA)).toHaveLength(1);
});
