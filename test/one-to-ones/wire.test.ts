import { expect, test } from "vitest";
import type { Message } from "../../local-slack/protocol.ts";
import { INGRID, MAYA, TOM } from "../support/workspace.ts";
import { LENA_GUEST, PRIYA_STRANGER } from "../wins/bench.ts";
import { buttons, openMeetings } from "./meetings.ts";

const sendLabel = (message: Message | undefined) =>
  buttons(message ?? { blocks: [] }).find(({ label }) => label.startsWith("Send to"))?.label ?? "";
const plain = (blocks: readonly object[] = []) => JSON.stringify(blocks.map((block) => ({ ...block, block_id: "" })));

async function prepared() {
  const at = await openMeetings();
  await at.workspace.type("/win Led the rollback and wrote it up");
  await at.setUp();
  await at.workspace.command("1:1 add the on-call rota after the move");
  await at.goTo("2026-11-24T13:00:00Z");
  return at;
}

test("the preparation of a 1:1 comes at its lead time, once, to its owner alone", async () => {
  await using at = await openMeetings();
  await at.workspace.type("/win Led the rollback and wrote it up");
  await at.setUp();
  await at.workspace.command("1:1 add the on-call rota after the move");

  await at.goTo("2026-11-24T12:59:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-24T13:01:00Z");

  expect(at.dms(MAYA)).toHaveLength(1);
  const [message] = at.dms(MAYA);
  expect(message?.breaches).toEqual([]);
  expect(message?.text).toContain("1:1 with tom");
  expect(message?.text).toContain("Led the rollback and wrote it up");
  expect(message?.text).toContain("the on-call rota after the move");
  expect(message?.text).toContain("Only you can see this");
  expect(at.dms(TOM)).toEqual([]);
});

test("what the other person gets is what was previewed, byte for byte, whatever was written since", async () => {
  await using at = await prepared();
  const label = sendLabel(at.dms(MAYA)[0]);
  await at.press(MAYA, label);
  const preview = at.dms(MAYA)[0];
  expect(preview?.text).toContain("A preview that you alone see");
  expect(at.dms(TOM)).toEqual([]);

  await at.workspace.command("1:1 add written too late");
  await at.press(MAYA, label);
  const [got, ...more] = at.dms(TOM);
  expect(more).toEqual([]);
  expect(got?.breaches).toEqual([]);
  expect(plain(got?.blocks.slice(0, -1))).toBe(plain(preview?.blocks.slice(1, -1)));
  expect(got?.text).not.toContain("too late");
  expect(at.dms(MAYA)[0]?.text).toContain("Sent to tom");
});

test("what was sent can be withdrawn", async () => {
  await using at = await prepared();
  const label = sendLabel(at.dms(MAYA)[0]);
  await at.press(MAYA, label);
  await at.press(MAYA, label);
  expect(at.dms(TOM)[0]?.text).toContain("on-call rota");

  await at.press(MAYA, "Withdraw");
  expect(at.dms(TOM)).toHaveLength(1);
  expect(JSON.stringify(at.dms(TOM))).not.toContain("on-call rota");
  expect(at.dms(TOM)[0]?.text).toContain("took back");
});

test("what was sent can be withdrawn later too, from the preparation", async () => {
  await using at = await prepared();
  const label = sendLabel(at.dms(MAYA)[0]);
  await at.press(MAYA, label);
  await at.press(MAYA, label);
  await at.press(MAYA, "Back to the preparation");
  await at.press(MAYA, "What you sent");
  expect(at.dms(MAYA)[0]?.text).toContain("To tom, for the 1:1 of 24 November.");

  await at.press(MAYA, "Withdraw");
  expect(at.dms(TOM)[0]?.text).toContain("took back");
  await at.press(MAYA, "Back to the preparation");
  expect(buttons(at.dms(MAYA)[0] ?? { blocks: [] }).map(({ label: one }) => one)).not.toContain("What you sent");
});

test("somebody who stopped receiving gets nothing more, and the sender learns only that it was sent", async () => {
  await using at = await prepared();
  const label = sendLabel(at.dms(MAYA)[0]);
  await at.press(MAYA, label);
  await at.press(MAYA, label);
  const stop = buttons(at.dms(TOM)[0] ?? { blocks: [] })[0]?.label ?? "";
  expect(stop).toContain("Stop receiving from");
  await at.press(TOM, stop);

  await at.press(MAYA, "Back to the preparation");
  await at.press(MAYA, label);
  await at.press(MAYA, label);
  expect(at.dms(MAYA)[0]?.text).toContain("Sent to tom");
  expect(at.dms(TOM).filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
});

test.for([
  [LENA_GUEST, "guest"],
  [PRIYA_STRANGER, "another workspace"],
] as const)("nothing is sent to %s, and why is said: %s", async ([other, why]) => {
  await using at = await openMeetings();
  await at.setUp(MAYA, other);
  await at.workspace.command("1:1 add a point");
  await at.workspace.command("1:1");
  await at.press(MAYA, "Prepare");
  await at.press(MAYA, sendLabel(at.lastShown(MAYA) as unknown as Message));

  expect(at.lastShown(MAYA).text).toContain(why);
  expect(at.workspace.slack.received.calls("chat.postMessage")).toEqual([]);
});

test("both sides may have a 1:1 with each other, and neither sees anything of the other's", async () => {
  await using at = await openMeetings();
  await at.setUp(MAYA, TOM);
  await at.setUp(TOM, MAYA, { time: "14:00" });
  await at.workspace.command("1:1 add MAYAS SECRET", MAYA);
  await at.workspace.command("1:1 add TOMS SECRET", TOM);
  await at.goTo("2026-11-24T13:00:00Z");
  // In New York, where Tom is.
  await at.goTo("2026-11-24T18:00:00Z");

  expect(at.dms(MAYA)[0]?.text).toContain("MAYAS SECRET");
  expect(at.dms(TOM)[0]?.text).toContain("TOMS SECRET");
  expect(at.seen(MAYA)).not.toContain("TOMS SECRET");
  expect(at.seen(TOM)).not.toContain("MAYAS SECRET");

  // Every button that Maya has, pressed by Tom with her values.
  const before = at.dms(MAYA);
  const channel = at.dm(TOM);
  const ts = at.dms(TOM)[0]?.ts ?? "";
  for (const { action, value, block } of buttons(before[0] ?? { blocks: [] })) {
    await at.forge(TOM, { action, value, block, channel, ts });
  }
  expect(at.dms(MAYA)).toEqual(before);
  expect(at.seen(TOM)).not.toContain("MAYAS SECRET");
});

test("a skipped turn sends nothing, and its points wait for the next", async () => {
  await using at = await prepared();
  await at.press(MAYA, "Skip this one");
  expect(at.dms(MAYA)[0]?.text).toContain("is skipped here");
  await at.goTo("2026-11-24T17:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);

  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
  expect(at.dms(MAYA)[1]?.text).toContain("the on-call rota after the move");
});

test("a moved turn is prepared again before its new time, and the next ones stay", async () => {
  await using at = await prepared();
  await at.press(MAYA, "Move this one");
  await at.fill(MAYA, { day: "2026-11-26", time: "11:00" });
  expect(at.dms(MAYA)[0]?.text).toContain("Thu 26 Nov at 11:00");

  await at.goTo("2026-11-24T16:30:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-11-26T10:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA).filter(({ text }) => text.startsWith("1:1 with"))).toHaveLength(2);
  expect(at.dms(MAYA).at(-1)?.text).toContain("Tue 1 Dec");
});

test("one follow-up asks what was agreed, and the next preparation begins with it", async () => {
  await using at = await prepared();
  await at.goTo("2026-11-24T16:30:00Z");
  expect(at.dms(MAYA).at(-1)?.text).toContain("What was agreed?");
  await at.press(MAYA, "Write it down");
  await at.fill(MAYA, { words: "I draft the plan <!here>" });
  expect(at.dms(MAYA).at(-1)?.text).toContain("Written down");

  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA).at(-1)?.text).toContain("Agreed on 24 November");
  expect(at.dms(MAYA).at(-1)?.text).toContain("I draft the plan &lt;!here&gt;");
  expect(at.dms(MAYA)).toHaveLength(3);
});

test("the follow-up is switched off in one press", async () => {
  await using at = await prepared();
  await at.goTo("2026-11-24T16:30:00Z");
  await at.press(MAYA, "Do not ask again");
  await at.goTo("2026-12-01T13:00:00Z");
  await at.goTo("2026-12-01T16:30:00Z");
  expect(at.dms(MAYA)).toHaveLength(3);
  expect(at.dms(MAYA).at(-1)?.text).toContain("1:1 with");
});

test("what was agreed can be written down during the 1:1, and then nobody asks for it afterwards", async () => {
  await using at = await prepared();
  await at.goTo("2026-11-24T14:10:00Z");
  await at.press(MAYA, "What was agreed");
  await at.fill(MAYA, { words: "I draft the plan" });
  expect(at.dms(MAYA)[0]?.text).toContain("Written down");
  await at.press(MAYA, "Back to the preparation");
  expect(at.dms(MAYA)[0]?.text).toContain("1:1 with tom");

  await at.goTo("2026-11-24T16:30:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA)[1]?.text).toMatch(/Agreed on 24 November\s+“?I draft the plan/);
});

test("paused, nothing comes before the day that it ends on", async () => {
  await using at = await prepared();
  await at.press(MAYA, "Pause");
  await at.fill(MAYA, { day: "2026-12-08" });
  expect(at.dms(MAYA)[0]?.text).toContain("before 8 December");
  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-12-08T13:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
});

test("points are edited and closed in the form, byte for byte, and a message becomes one", async () => {
  await using at = await prepared();
  await at.press(MAYA, "Edit");
  const block = at.modal(MAYA).blocks.find(({ block_id }) => block_id?.startsWith("point-"))?.block_id ?? "";
  await at.fill(MAYA, { [block]: " *two*\n  lines &amp; <@U0INGRID004> " });
  await at.press(MAYA, "Edit");
  const again = at.modal(MAYA).blocks.find(({ block_id }) => block_id === block);
  expect(again?.["element"]).toMatchObject({ initial_value: " *two*\n  lines &amp; <@U0INGRID004> " });
  await at.fill(MAYA, { [block]: null });
  expect(at.dms(MAYA)[0]?.text).not.toContain("two");
});

test("all 1:1s are listed, however many, in pages", async () => {
  await using at = await openMeetings();
  for (const other of [TOM, INGRID, TOM, INGRID, TOM, INGRID, TOM]) await at.setUp(MAYA, other);
  await at.workspace.command("1:1");
  const prepares = () => buttons(at.lastShown(MAYA) as unknown as Message).filter(({ label }) => label === "Prepare");

  expect(prepares()).toHaveLength(6);
  await at.press(MAYA, "More");
  expect(prepares()).toHaveLength(1);
  await at.press(MAYA, "Back");
  expect(prepares()).toHaveLength(6);
});

test("a 1:1 that came back with an import sends nothing until it is resumed", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.workspace.command("export");
  const file = () =>
    at.workspace.slack
      .state(MAYA)
      .conversations.flatMap(({ messages }) => messages.flatMap(({ files }) => files ?? []))
      .find(({ name }) => name.endsWith(".json"))?.content ?? "";
  await expect.poll(file).not.toBe("");
  const json = file();
  await at.workspace.bot.evidence.forget({ team: "T0BRIGHT001", user: MAYA });
  await at.workspace.command("settings");
  await at.press(MAYA, "Import");
  await at.fill(MAYA, { "part-1": json.slice(0, 3000), "part-2": json.slice(3000) });
  expect(JSON.stringify(at.modal(MAYA).blocks)).toContain("1 1:1 imported");

  const posted = () => at.dms(MAYA).filter(({ text }) => text.startsWith("1:1 with")).length;
  await at.goTo("2026-11-24T13:00:00Z");
  expect(posted()).toBe(0);
  await at.workspace.slack.gesture({ kind: "close", as: MAYA, view: at.modal(MAYA).id });
  await at.workspace.command("1:1");
  expect(at.lastShown(MAYA).text).toContain("nothing comes until you press Resume");
  await at.press(MAYA, "Resume");
  await at.goTo("2026-12-01T13:00:00Z");
  expect(posted()).toBe(1);
});

test("a point that is too long is handed back whole, and one that shows nothing is none", async () => {
  await using at = await openMeetings();
  const long = `BEGIN ${"word ".repeat(700)}END`;
  await at.workspace.command(`1:1 add ${long}`);
  expect(JSON.stringify(at.lastShown(MAYA).blocks)).toContain("word END");
  await at.setUp(MAYA, TOM);
  await at.workspace.command(`1:1 add ${long}`);
  expect(at.lastShown(MAYA).text).toContain("A point holds 3,000 characters");
  expect(JSON.stringify(at.lastShown(MAYA).blocks)).toContain("word END");
  await at.workspace.command("1:1 add \u200b\u2060");
  expect(at.lastShown(MAYA).text).toContain("No point yet");
  expect(at.rows("select 1 from one_to_one_point")).toEqual([]);
});

test("several 1:1s: a point without a name asks for which, and one with a name goes there", async () => {
  await using at = await openMeetings();
  await at.setUp(MAYA, TOM);
  await at.setUp(MAYA, INGRID);
  await at.workspace.command("1:1 add the rota");
  expect(at.lastShown(MAYA).text).toContain("For which 1:1?");
  const [, second] = buttons(at.lastShown(MAYA) as unknown as Message);
  await at.press(MAYA, second?.label ?? "");
  expect(at.lastShown(MAYA).text).toContain("Point added");
  await at.workspace.command(`1:1 add <@${TOM}> the plan`);
  expect(at.lastShown(MAYA).text).toMatch(/Point added\nFor your 1:1 with tom/);
});
