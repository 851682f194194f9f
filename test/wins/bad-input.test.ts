import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BACKEND, MAYA, TOM } from "../support/workspace.ts";
import { type Bench, buttonsOf, openBench, TEAM } from "./bench.ts";
import { gestures } from "./gestures.ts";

/** What is no win, by every way in: a clear sentence, nothing stored, and a way on. */

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

const words = {
  "spaces that are not seen": ["\u200b \u3000\u2060", "There are no words in this"],
  "only a name": ["<@U0TOM000002>", "That only names somebody"],
} as const;

describe.each(Object.entries(words))("%s", (_, [text, sentence]) => {
  test.each(gestures.map((gesture) => [gesture.name, gesture] as const))("by %s", async (_name, gesture) => {
    await gesture.ready?.(bench, MAYA);
    await gesture.hand(bench, MAYA, text);

    const errors = () => bench.workspace.slack.state(MAYA).modals.at(-1)?.errors["text-1"] ?? "";
    await expect.poll(() => (gesture.kind === "form" ? errors() : bench.lastShown(MAYA).text)).toContain(sentence);
    expect(await bench.wins(MAYA)).toEqual([]);
    if (gesture.kind !== "form") {
      expect(buttonsOf(bench.lastShown(MAYA).blocks).map(({ label }) => label)).toContain("Open the form");
    }
  });
});

test.each([
  ["a day still to come", { when: "2999-01-01" }, "when", "still to come"],
  ["1970", { when: "1970-01-01" }, "when", "before the year 2000"],
  ["a day that there is not", { when: "2026-02-31" }, "when", "no such day"],
  ["a link that is none", { links: "ask Tom" }, "links", "begins with http"],
  ["a criterion that there is not", { criteria: "nowhere123" }, "criteria", "no longer in any framework"],
])(
  "a new win with %s stays in the form with its words, and is saved once that is mended",
  async (_, fields, block, sentence) => {
    await bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text: "/win" });
    await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
    await bench.submit(MAYA, { "text-1": "Kept the pager quiet", ...fields });
    expect(bench.modal(MAYA).errors[block]).toContain(sentence);
    expect(await bench.wins(MAYA)).toEqual([]);

    await bench.submit(MAYA, { "text-1": "Kept the pager quiet" });
    expect(await bench.wins(MAYA)).toMatchObject([{ text: "Kept the pager quiet" }]);
  },
);

test("a framework that there is not is said, and the others are offered again", async () => {
  await bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text: "/win Kept the pager quiet" });
  const offered = buttonsOf(bench.lastShown(MAYA).blocks).find(({ action }) => action.startsWith("win.framework"));
  await bench.pressButton(MAYA, offered);
  await expect.poll(async () => (await bench.workspace.bot.evidence.profile(owner))?.framework ?? null).not.toBeNull();
  await bench.workspace.bot.evidence.saveProfile(owner, { framework: null });

  await bench.redeliver((payload) => {
    const [id] = offered?.value.split(".") ?? [];
    payload["trigger_id"] = "9.9.unknown";
    payload["actions"] = [
      { type: "button", action_id: offered?.action, block_id: "b", value: `${id}.nowhere`, action_ts: "9.9" },
    ];
  });
  await expect.poll(() => bench.lastShown(MAYA).text).toContain("That framework is no longer here. Choose another.");
  expect((await bench.workspace.bot.evidence.profile(owner))?.framework).toBeNull();
  expect(bench.lastShown(MAYA).text).toContain("Which framework is yours?");
});

test("a message of files alone is opened in the form, which says that files are never read", async () => {
  const ts = "1795000000.000910";
  await bench.gesture({ kind: "shortcut", as: MAYA, callbackId: "win.save-message", message: lastOf(TOM) });
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
  await bench.gesture({ kind: "close", as: MAYA, view: bench.modal(MAYA).id });
  await bench.redeliver((payload) => {
    payload["trigger_id"] = bench.workspace.slack.mintTrigger(MAYA);
    payload["message"] = { type: "message", user: MAYA, ts, text: "", files: [{ id: "F1" }] };
    payload["message_ts"] = ts;
  });
  await expect.poll(() => JSON.stringify(bench.workspace.slack.state(MAYA).modals)).toContain("files are never read");
  await bench.submit(MAYA, { "text-1": "Drew the map of our queues" });
  expect((await bench.wins(MAYA))[0]).toMatchObject({ source: { messageKey: `${BACKEND}:${ts}` } });
});

test("a message that was deleted after it was chosen is saved from what Slack handed over", async () => {
  await bench.gesture({ kind: "shortcut", as: MAYA, callbackId: "win.save-message", message: lastOf(MAYA) });
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
  bench.workspace.slack.setFaults({
    serverError: 500,
    methods: ["reactions.get", "conversations.history"],
  });
  await bench.submit(MAYA, {});
  expect(await bench.wins(MAYA)).toMatchObject([{ origin: "shortcut" }]);
});

function lastOf(user: string): { channel: string; ts: string } {
  const message = bench.workspace.slack
    .state(MAYA)
    .conversations.find(({ id }) => id === BACKEND)
    ?.messages.findLast((one) => one.user === user);
  return { channel: BACKEND, ts: message?.ts ?? "" };
}
