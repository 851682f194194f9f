import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BACKEND, MAYA, TOM } from "../support/workspace.ts";
import { type Bench, BOT, buttonsOf, openBench, TEAM } from "./bench.ts";

/** Who can see a win is said beside it on every screen, and is true. */

let bench: Bench;
const owner = { team: TEAM, user: MAYA };
const WORDS = "Led the rollback of the payments deploy";
const DAY = String.raw`\w{3} \d+ \w{3} \d{4}`;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench[Symbol.asyncDispose]());
beforeEach(async () => {
  bench.workspace.slack.reset();
  await expect.poll(() => bench.wins(MAYA)).toEqual([]);
});

const type = (text: string) => bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text });
/** The last message for her alone: a card that she posted may stand below it. */
const receipt = () =>
  bench.workspace.slack
    .state(MAYA)
    .conversations.find(({ id }) => id === BACKEND)
    ?.messages.findLast(({ user, ephemeral }) => user === BOT && ephemeral);
/** Without what keeps a channel's name from going live. */
const said = () => receipt()?.text.replaceAll("\u2060", "") ?? "";
const shows = (text: string | RegExp) => expect.poll(() => said()).toMatch(text);
const only = async () => (await bench.wins(MAYA))[0];
const cards = () =>
  bench.workspace.slack
    .state(TOM)
    .conversations.find(({ id }) => id === BACKEND)
    ?.messages.filter(({ text, ephemeral }) => text.includes("shared a win") && !ephemeral) ?? [];

async function press(label: string): Promise<void> {
  const shown = receipt();
  const button = buttonsOf(shown?.blocks ?? []).findLast((one) => one.label === label);
  await bench.gesture({
    kind: "action",
    as: MAYA,
    container: { kind: "message", channel: BACKEND, ts: shown?.ts ?? "" },
    blockId: button?.block ?? "",
    actionId: button?.action ?? "",
    element: { type: "button", value: button?.value ?? null },
    state: {},
  });
}

async function share(): Promise<void> {
  await press("Share in channel");
  await shows("A preview that you alone see");
  await press("Post to channel");
  await shows(new RegExp(`You and #backend can see this, since ${DAY}`));
}

async function pressOnCard(as: string): Promise<void> {
  const [card] = cards();
  const [withdraw] = buttonsOf(card?.blocks ?? []);
  await bench.gesture({
    kind: "action",
    as,
    container: { kind: "message", channel: BACKEND, ts: card?.ts ?? "" },
    blockId: withdraw?.block ?? "",
    actionId: "win.withdraw",
    element: { type: "button" },
    state: {},
  });
}

test("a win is its owner's alone until it is shared, and the receipt, the list, the form and Home say so", async () => {
  await type(`/win ${WORDS}`);
  await shows("Only you can see this");
  expect((await only())?.shares).toEqual([]);
  await type("/wins");
  expect(said()).toMatch(new RegExp(`${DAY} · Not filed yet · Only you`));
  await press("Share in channel");
  await shows("A preview that you alone see");
  await press("Post to channel");
  await shows(new RegExp(`Shared.*You and #backend can see this, since ${DAY}`));
  expect(cards()).toHaveLength(1);
  expect((await only())?.shares).toMatchObject([
    { audience: { kind: "channel", id: BACKEND, name: "backend" }, withdrawnAt: null },
  ]);

  await type("/wins shared");
  expect(said()).toContain("Showing: shared with others now");
  expect(said()).toMatch(new RegExp(`Not filed yet · You and #backend, since ${DAY}`));
  await press("Edit");
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
  expect(JSON.stringify(bench.modal(MAYA).blocks)).toMatch(
    new RegExp(`You and #backend can see this, since ${DAY}\\. The card keeps its words`),
  );
  await bench.gesture({ kind: "home", as: MAYA });
  await expect
    .poll(() => JSON.stringify(bench.workspace.slack.state(MAYA).home))
    .toMatch(new RegExp(`Not filed yet · You and #backend, since ${DAY}`));
});

test("after an edit the receipt and the list say that the card is as it was, and sharing again says that the old one stays", async () => {
  await type(`/win ${WORDS}`);
  await share();
  await bench.workspace.bot.evidence.edit(owner, (await only())?.id ?? "", { note: "mine alone" });
  await type("/wins");
  expect(said()).not.toContain("still says");

  await press("Edit");
  await expect.poll(() => bench.workspace.slack.state(MAYA).modals.length).toBe(1);
  await bench.submit(MAYA, { "text-1": "Led it, and slept" });
  await shows("The card in #backend still says what this win said before");
  expect(cards()[0]?.text).toContain(WORDS);

  await press("Share in channel");
  await shows("A card of this win stands there already, and stays until you press Withdraw on it");
  await press("Post to channel");
  await shows(/The card of \w{3} \d+ \w{3}, \d\d:\d\d stands in #backend.*The card of /s);
  expect(cards()).toHaveLength(2);
});

test("taking back a shared win says where its card stands, and that it is gone can be noted", async () => {
  await type(`/win ${WORDS}`);
  await share();
  await press("Undo");
  await shows(/Taken back.*The card still stands in #backend\. To take it away, press Withdraw on it there/s);
  expect(cards()).toHaveLength(1);

  await press("It is gone already");
  await expect.poll(() => said()).not.toContain("still stands");
  await press("Restore");
  await shows(new RegExp(`Only you can see this; withdrawn from #backend on ${DAY}`));
});

test("Withdraw takes the card away and writes down when and which; nobody else's press writes anything", async () => {
  await type(`/win ${WORDS}`);
  await share();
  const ts = cards()[0]?.ts;
  await pressOnCard(TOM);
  await expect.poll(() => bench.lastShown(TOM).text).toContain("Only the person who shared");
  expect((await only())?.shares).toMatchObject([{ messageTs: null, withdrawnAt: null }]);

  await pressOnCard(MAYA);
  await expect.poll(async () => (await only())?.shares[0]?.messageTs).toBe(ts);
  expect((await only())?.shares[0]?.withdrawnAt).toMatch(/^20/);
  expect(cards()).toEqual([]);
});

test("whoever shares nothing is told so", async () => {
  await type(`/win ${WORDS}`);
  await type("/wins shared");
  expect(said()).toContain("No win on your list is shared now");
});

test("a card that Slack refuses is not written down as shared", async () => {
  await type(`/win ${WORDS}`);
  await press("Share in channel");
  await shows("A preview that you alone see");
  bench.workspace.slack.setFaults({ serverError: 500, methods: ["response_url"], remaining: 1 });
  await press("Post to channel");
  await shows("could not be posted");
  expect((await only())?.shares).toEqual([]);
});

test("somebody else's share is nobody's, whatever a button says", async () => {
  await type(`/win ${WORDS}`);
  await share();
  const value = `${(await only())?.id}.${(await only())?.shares[0]?.id}`;
  await bench.gesture({ kind: "command", as: TOM, channel: BACKEND, text: "/win Something of my own" });
  const toms = bench.lastShown(TOM);
  const undo = buttonsOf(toms.blocks).find(({ label }) => label === "Undo");
  await bench.gesture({
    kind: "action",
    as: TOM,
    container: { kind: "message", channel: BACKEND, ts: toms.ts },
    blockId: undo?.block ?? "",
    actionId: undo?.action ?? "",
    element: { type: "button" },
    state: {},
  });
  await bench.redeliver((payload) => {
    payload["trigger_id"] = "9.9.forged";
    payload["actions"] = [{ type: "button", action_id: "win.card-gone", block_id: "b", value, action_ts: "9.9" }];
  });
  await expect.poll(() => bench.lastShown(TOM).text).toContain("no longer here");
  expect((await only())?.shares).toMatchObject([{ withdrawnAt: null }]);
});
