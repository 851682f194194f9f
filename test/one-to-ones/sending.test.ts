import { expect, test } from "vitest";
import { INGRID, MAYA, TOM } from "../support/workspace.ts";
import { buttons, type Meetings, openMeetings } from "./meetings.ts";

/** What Slack does on the way of a copy, and what its sender may then be told: never that words are gone which may still stand. */

const ROW = "select state, ts is null as nowhere, view like '%on-call rota%' as kept from sent_copy order by id desc";
const NOT_YET = "could not be taken back yet";

async function prepared() {
  const at = await openMeetings();
  await at.setUp();
  await at.workspace.command("1:1 add the on-call rota after the move");
  await at.goTo("2026-11-24T13:00:00Z");
  return at;
}

const labels = (at: Meetings) => buttons(at.dms(MAYA)[0] ?? { blocks: [] }).map(({ label }) => label);

/** Previewed and sent, from the preparation. */
async function send(at: Meetings): Promise<void> {
  const label = labels(at).find((one) => one.startsWith("Send to")) ?? "";
  await at.press(MAYA, label);
  await at.press(MAYA, label);
}

const told = (at: Meetings) => at.dms(MAYA)[0]?.text ?? "";
const got = (at: Meetings) => at.dms(TOM).map(({ text }) => text);
const opensHome = (at: Meetings, user: string) => at.workspace.slack.gesture({ kind: "home", as: user });

test("a lost reply sends nothing twice: it counts as sent", async () => {
  await using at = await prepared();
  at.workspace.slack.setFaults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);

  expect(at.dms(TOM)).toHaveLength(1);
  expect(
    at.workspace.slack.received.calls("chat.postMessage").filter(({ request }) => isTo(request, TOM)),
  ).toHaveLength(1);
  expect(told(at)).toContain("Sent to tom");
  expect(at.rows(ROW)).toEqual([{ state: "sending", nowhere: 1, kept: 1 }]);
});

test("a message for the other person carries an id that says nothing, and no word more", async () => {
  await using at = await prepared();
  await send(at);
  const [call] = at.workspace.slack.received.calls("chat.postMessage").filter(({ request }) => isTo(request, TOM));
  const [row] = at.rows("select id from sent_copy");

  expect(call?.request).toMatchObject({ metadata: { event_type: "progression_copy", event_payload: row } });
});

test("what is in doubt is not called gone before it was found, and is then taken back", async () => {
  await using at = await prepared();
  at.workspace.slack.setFaults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);

  // Nothing has named Tom's conversation with the bot yet.
  await at.press(MAYA, "Withdraw");
  expect(told(at)).toContain(NOT_YET);
  expect(at.rows(ROW)).toEqual([{ state: "sending", nowhere: 1, kept: 1 }]);

  await opensHome(at, TOM);
  await at.press(MAYA, "Withdraw");
  expect(told(at)).toContain("is no longer there");
  expect(got(at)).toEqual([expect.stringContaining("took back")]);
  expect(at.rows(ROW)).toEqual([{ state: "withdrawn", nowhere: 0, kept: 0 }]);
});

test("an earlier copy says where to look, whoever has opened the bot since", async () => {
  await using at = await prepared();
  await send(at);
  await at.press(MAYA, "Back to the preparation");
  at.workspace.slack.setFaults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);
  await at.press(MAYA, "Withdraw");

  expect(got(at)).toEqual([expect.stringContaining("on-call rota"), expect.stringContaining("took back")]);
  expect(told(at)).toContain("is no longer there");
});

test("while Slack cannot be asked nothing is called gone, and the next press takes it back", async () => {
  await using at = await prepared();
  await opensHome(at, TOM);
  at.workspace.slack.setFaults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);

  at.workspace.slack.setFaults({ serverError: 503, methods: ["conversations.history"], remaining: 1 });
  await at.press(MAYA, "Withdraw");
  expect(told(at)).toContain(NOT_YET);
  expect(at.rows(ROW)).toEqual([{ state: "sending", nowhere: 1, kept: 1 }]);

  await at.press(MAYA, "Withdraw");
  expect(got(at)).toEqual([expect.stringContaining("took back")]);
});

test("what never arrived is said to be so once the call can no longer be under way, and may be sent after all", async () => {
  await using at = await prepared();
  await opensHome(at, TOM);
  at.workspace.slack.setFaults({ serverError: 503, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);
  expect(told(at)).toContain("Sent to tom");
  expect(got(at)).toEqual([]);

  await at.press(MAYA, "Withdraw");
  expect(told(at)).toContain(NOT_YET);
  await at.goTo("2026-11-24T13:00:31Z");
  await at.press(MAYA, "Withdraw");
  expect(told(at)).toContain("did not arrive");
  expect(at.rows(ROW)).toEqual([{ state: "preview", nowhere: 1, kept: 1 }]);

  await at.press(MAYA, "Back to the preparation");
  expect(labels(at)).not.toContain("What you sent");
  await send(at);
  expect(got(at)).toEqual([expect.stringContaining("on-call rota")]);
});

test("a copy that was under way when an earlier version stopped is never called gone: nothing could find it", async () => {
  await using at = await prepared();
  await opensHome(at, TOM);
  at.workspace.slack.setFaults({ serverError: 503, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);
  at.change("update sent_copy set sending_at = null");
  await at.goTo("2026-11-24T14:00:00Z");
  await at.press(MAYA, "Withdraw");

  expect(told(at)).toContain(NOT_YET);
});

test("Slack refuses for now: nothing was sent, it is said, and it can be sent a moment later", async () => {
  await using at = await prepared();
  at.workspace.slack.setFaults({ rateLimit: 5, methods: ["chat.postMessage"], remaining: 1 });
  await send(at);
  expect(told(at)).toContain("Slack did not take it");
  expect(at.rows(ROW)).toEqual([{ state: "preview", nowhere: 1, kept: 1 }]);

  await at.press(MAYA, "Back to the preparation");
  await send(at);
  expect(got(at)).toHaveLength(1);
});

test.for(["message_not_found", "channel_not_found"])("%s: the words are gone, so it is withdrawn", async (error) => {
  await using at = await prepared();
  await send(at);
  at.workspace.slack.lie({ method: "chat.update", works: false, body: JSON.stringify({ ok: false, error }) });
  await at.press(MAYA, "Withdraw");

  expect(told(at)).toContain("is no longer there");
  expect(at.rows(ROW)).toEqual([{ state: "withdrawn", nowhere: 0, kept: 0 }]);
});

test.for([
  ["works", {}, "is no longer there"],
  ["is down", { serverError: 500, methods: ["chat.update"] }, NOT_YET],
  ["is busy", { rateLimit: 5, methods: ["chat.update"] }, NOT_YET],
  ["took the token away", { tokenRevoked: true, methods: ["chat.update"] }, NOT_YET],
] as const)("Slack %s: whether the other person takes such messages changes no word", async ([, faults, sentence]) => {
  const said: string[] = [];
  for (const stops of [false, true]) {
    await using at = await prepared();
    await opensHome(at, TOM);
    if (stops) {
      await send(at);
      await at.press(TOM, buttons(at.dms(TOM)[0] ?? { blocks: [] })[0]?.label ?? "");
      await at.press(MAYA, "Back to the preparation");
    }
    const before = got(at).length;
    await send(at);
    expect(got(at)).toHaveLength(stops ? before : 1);

    at.workspace.slack.setFaults(faults);
    await at.press(MAYA, "Withdraw");
    said.push(told(at));
    at.workspace.slack.setFaults({ serverError: null, rateLimit: null, tokenRevoked: false });
    await at.press(MAYA, labels(at).includes("Withdraw") ? "Withdraw" : "Back to the preparation");
    if (sentence === NOT_YET) expect(told(at)).toContain("is no longer there");
  }
  expect(said[0]).toContain(sentence);
  expect(said[1]).toBe(said[0]);
});

test("what went to somebody else before the 1:1 changed hands is listed with their name", async () => {
  await using at = await prepared();
  await send(at);
  await at.workspace.command("1:1");
  await at.press(MAYA, "Change");
  await at.fill(MAYA, { with: INGRID });
  await at.workspace.command("1:1");
  await at.press(MAYA, "Prepare");
  await at.press(MAYA, "What you sent");

  expect(at.lastShown(MAYA).text).toContain("To tom, for the 1:1 of 24 November.");
  expect(at.lastShown(MAYA).text).not.toContain("ingrid");
});

test("a preview that is no longer kept is called too old, and prepared again in one press", async () => {
  await using at = await prepared();
  const label = labels(at).find((one) => one.startsWith("Send to")) ?? "";
  await at.press(MAYA, label);
  await at.workspace.bot.evidence.purge(new Date("2026-11-25T14:00:00Z"));
  await at.press(MAYA, label);

  expect(told(at)).toContain("too old");
  expect(got(at)).toEqual([]);
  await at.press(MAYA, "Prepare it again");
  expect(told(at)).toContain("1:1 with tom");
  await send(at);
  expect(got(at)).toHaveLength(1);
});

test("a preview of a 1:1 that was removed says that the 1:1 is gone", async () => {
  await using at = await prepared();
  const label = labels(at).find((one) => one.startsWith("Send to")) ?? "";
  await at.press(MAYA, label);
  await at.workspace.command("1:1");
  await at.press(MAYA, "Remove");
  await at.press(MAYA, "Remove it");
  await at.press(MAYA, label);

  expect(told(at)).toContain("no longer here");
});

function isTo(request: unknown, user: string): boolean {
  const channel = (request as { readonly channel?: unknown }).channel;
  return channel === user || channel === `D${user.slice(1)}`;
}
