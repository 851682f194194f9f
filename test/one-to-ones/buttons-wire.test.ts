import { expect, test } from "vitest";
import { isZone, zoneNamed } from "../../src/nudges/time/rule.ts";
import { INGRID, MAYA, TOM } from "../support/workspace.ts";
import { buttons, type Meetings, openMeetings, openNudged } from "./meetings.ts";

/** Buttons of reminders pressed twice, late, or after something else changed. */

const arrived = (at: Meetings) =>
  at.rows("select slot_day from nudge_delivery where kind = 'nudge' and state = 'sent' order by id");
const nextOne = (at: Meetings) => at.rows("select slot_day from nudge_plan where id = 'nudge'");
async function changeSettings(at: Meetings, fields: Parameters<Meetings["fill"]>[1]): Promise<void> {
  await at.workspace.command("nudges");
  await at.press(MAYA, "Nudge settings");
  await at.fill(MAYA, fields);
}

const days = (...of: readonly string[]) => of.map((slot_day) => ({ slot_day }));

test("two presses of one “Less often” are one step", async () => {
  await using at = await openNudged();
  const message = at.dms(MAYA)[0];
  const less = message && buttons(message).find(({ label }) => label === "Less often");
  if (message === undefined || less === undefined) throw new Error("No nudge came.");

  await at.press(MAYA, "Less often");
  await at.forge(MAYA, { action: less.action, value: less.value, channel: at.dm(MAYA), ts: message.ts });

  expect(JSON.stringify(at.rows("select rule from nudge_plan where id = 'nudge'"))).toContain("fortnightly");
});

test("“Less often” pressed on an old nudge leaves alone what is rarer by now, and a snooze with it", async () => {
  await using at = await openNudged();
  const [message] = at.dms(MAYA);
  const less = buttons(message ?? { blocks: [] }).find(({ label }) => label === "Less often");
  const place = { channel: at.dm(MAYA), ts: message?.ts ?? "" };
  await at.press(MAYA, "Less often");
  await at.goTo("2026-11-27T15:00:00Z");
  await at.press(MAYA, "Snooze: tomorrow");
  expect(nextOne(at)).toEqual(days("2026-11-30"));

  await at.forge(MAYA, { action: less?.action ?? "", value: less?.value, ...place });
  expect(nextOne(at)).toEqual(days("2026-11-30"));
});

test("“Less often” is a step from how often it is now, where that is more often than when the nudge came", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Less often");
  await at.goTo("2026-11-27T15:00:00Z");
  await changeSettings(at, { often: "1" });

  await at.press(MAYA, "Less often");

  expect(at.dms(MAYA).at(-1)?.text).toContain("From now on every second week");
});

test("a nudge that is snoozed during a pause comes after it, and says so", async () => {
  await using at = await openNudged();
  await changeSettings(at, { pause: "2026-12-14" });
  await at.press(MAYA, "Snooze: tomorrow");

  expect(at.dms(MAYA)[0]?.text).toContain("Mon 14 Dec");
  await at.goTo("2026-11-23T15:00:00Z");
  await at.goTo("2026-12-14T15:00:00Z");
  expect(arrived(at)).toEqual(days("2026-11-20", "2026-12-14"));
});

test("a nudge that is snoozed into the next week is the one of that week", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Snooze: tomorrow");
  await at.goTo("2026-11-23T15:00:00Z");

  await at.workspace.command("nudges");
  await at.goTo("2026-11-27T15:00:00Z");
  await at.goTo("2026-12-04T15:00:00Z");

  expect(arrived(at)).toEqual(days("2026-11-20", "2026-11-23", "2026-12-04"));
});

test("a pause that was chosen in another zone is over by its own clock before a snoozed nudge comes", async () => {
  await using at = await openNudged();
  await changeSettings(at, { pause: "2026-12-15" });
  await at.workspace.slack.gesture({ kind: "profile", as: MAYA, tz: "America/New_York" });

  // The pause ends at midnight in London, which is the evening of the 14th in New York.
  await at.press(MAYA, "Snooze: tomorrow");
  expect(at.dms(MAYA)[0]?.text).toContain("Tue 15 Dec at 15:00");
  await at.goTo("2026-12-14T20:00:00Z");
  await at.goTo("2026-12-15T20:00:00Z");
  expect(arrived(at)).toEqual(days("2026-11-20", "2026-12-15"));
});

test("Friday's nudge that is snoozed on Monday is the one of that week, like one that was snoozed on Friday", async () => {
  await using at = await openNudged();
  await at.goTo("2026-11-23T10:00:00Z");
  await at.press(MAYA, "Snooze: tomorrow");
  await at.goTo("2026-11-24T15:00:00Z");
  expect(nextOne(at)).toEqual(days("2026-12-04"));

  // Saving the settings plans anew from the rule alone, which does not know of a snooze.
  await changeSettings(at, {});
  await at.goTo("2026-11-27T15:00:00Z");
  await at.goTo("2026-12-04T15:00:00Z");
  expect(arrived(at)).toEqual(days("2026-11-20", "2026-11-24", "2026-12-04"));
  const questions = at.dms(MAYA).filter(({ text }) => text.includes("A line is enough"));
  expect(new Set(questions.map(({ text }) => text.split("\n")[0])).size).toBe(questions.length);
});

test("a snoozed nudge that is dropped has had its week all the same, and nothing else is announced for it", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Snooze: tomorrow");
  await at.workspace.type("/win Led the rollback");
  await at.goTo("2026-11-23T15:00:00Z");

  expect(nextOne(at)).toEqual(days("2026-12-04"));
  await at.goTo("2026-11-27T15:00:00Z");
  await at.goTo("2026-12-04T15:00:00Z");
  expect(at.rows("select slot_day, state, reason from nudge_delivery order by id")).toEqual([
    { slot_day: "2026-11-20", state: "sent", reason: null },
    { slot_day: "2026-11-23", state: "dropped", reason: "logged" },
    { slot_day: "2026-12-04", state: "sent", reason: null },
  ]);
});

test("what would never come is not switched on again: its day became a day off", async () => {
  await using at = await openMeetings();
  await at.switchOnNudges(MAYA);
  await changeSettings(at, { often: "off", days: ["1", "2", "3", "4"] });

  await at.press(MAYA, "Switch on again");

  expect(at.lastShown(MAYA).text).toContain("no longer lie within your working hours");
  expect(at.rows("select state from nudge_plan where id = 'nudge'")).toEqual([{ state: "off" }]);
});

test("moving a 1:1 to where it is changes nothing and prepares nothing twice", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.goTo("2026-11-24T13:00:00Z");
  await at.press(MAYA, "Move this one");
  await at.fill(MAYA, {});
  await at.goTo("2026-11-24T13:05:00Z");

  expect(JSON.stringify(at.workspace.slack.state(MAYA).modals)).toContain("takes place already");
  expect(at.dms(MAYA)).toHaveLength(1);
});

test("a turn that was moved and then falls to a pause is not announced", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.workspace.command("1:1");
  await at.press(MAYA, "Prepare");
  await at.press(MAYA, "Move this one");
  await at.fill(MAYA, { day: "2026-11-26", time: "11:00" });
  await at.workspace.command("1:1");
  await at.press(MAYA, "Pause");
  await at.fill(MAYA, { day: "2026-12-22" });

  await at.workspace.command("1:1");
  expect(at.lastShown(MAYA).text).toContain("Paused; the next one is in 5 weeks, on Tuesday 22 December at 14:00.");
});

test("what Slack switched off stays off when its person saves their settings", async () => {
  await using at = await openMeetings();
  await at.setUp(MAYA, TOM);
  at.change("update nudge_plan set state = 'off', reason = 'channel_not_found', next_at = null");
  await at.switchOnNudges(MAYA);

  expect(at.rows("select id, state from nudge_plan where kind = 'preparation'")).toMatchObject([{ state: "off" }]);
});

test("a flight switches on nothing that Slack switched off; saving that 1:1 does, and one that is on goes along", async () => {
  await using at = await openMeetings();
  await at.setUp(MAYA, TOM);
  await at.setUp(MAYA, INGRID, { "first-on": "2026-11-25" });
  const states = () =>
    at.rows(
      "select with_user, state, reason, slot_day from nudge_plan join one_to_one on about = one_to_one.id where kind = 'preparation' order by with_user desc",
    );
  at.change(
    `update nudge_plan set state = 'off', reason = 'channel_not_found', next_at = null, slot_at = null, slot_day = null, slot_week = null where about = (select id from one_to_one where with_user = '${TOM}')`,
  );
  await at.workspace.slack.gesture({ kind: "profile", as: MAYA, tz: "America/New_York" });

  const off = { with_user: TOM, state: "off", reason: "channel_not_found", slot_day: null };
  const on = { with_user: INGRID, state: "on", reason: null, slot_day: "2026-11-25" };
  expect(states()).toEqual([off, on]);
  await at.workspace.command("1:1");
  await at.press(MAYA, "Change");
  await at.fill(MAYA, {});
  expect(states()).toEqual([{ ...off, state: "on", reason: null, slot_day: "2026-11-24" }, on]);
});

test("a zone is an IANA name, in whatever capitals, and no offset", () => {
  expect(["Europe/London", "UTC", "Asia/Kathmandu", "America/Argentina/Buenos_Aires"].filter(isZone)).toHaveLength(4);
  expect(["+01:00", "europe/london", "2027-01-01[Europe/London]", "Z", "", "Mars/Base"].filter(isZone)).toEqual([]);
  expect(zoneNamed("europe/london")).toBe("Europe/London");
  expect(["Asia/Kolkata", "Asia/Calcutta", "Europe/Kyiv", "US/Pacific", "Etc/GMT+1"].filter(isZone)).toHaveLength(5);
  for (const dated of ["T12:00[Europe/London]", "t12Z", "T12:00+01:00", "z"]) expect(zoneNamed(dated)).toBeUndefined();
});
