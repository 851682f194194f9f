import { expect, test } from "vitest";
import { MAYA, TOM } from "../support/workspace.ts";
import { openMeetings, openNudged } from "./meetings.ts";

/** Fridays at 15:00 in London; the workspace opens on Friday 20 November at 10:00. */
test("a nudge comes only to somebody who switched it on, at their hour, once", async () => {
  await using at = await openMeetings();
  await at.goTo("2026-11-20T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);

  await at.switchOnNudges(MAYA);
  await at.goTo("2026-11-27T14:59:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.goTo("2026-11-27T15:00:00Z");
  await at.goTo("2026-11-27T15:01:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  expect(at.dms(MAYA)[0]?.breaches).toEqual([]);
  expect(at.dms(MAYA)[0]?.text).toContain("Only you can see this");
  expect(at.dms(TOM)).toEqual([]);
});

test("nothing comes when something was logged since the last one", async () => {
  await using at = await openNudged();
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.workspace.type("/win Led the rollback");
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-12-04T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
  expect(at.dms(MAYA)[1]?.text).toContain("Led the rollback");
});

test("log now opens the form, and what is logged is a win", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Log now");
  await at.fill(MAYA, { "text-1": "Helped Tom" });
  expect((await at.wins(MAYA)).map(({ text }) => text)).toEqual(["Helped Tom"]);
});

test("what was logged from a nudge takes its place, with all that a receipt offers", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Log now");
  await at.fill(MAYA, { "text-1": "Helped Tom" });

  expect(at.dms(MAYA)).toHaveLength(1);
  expect(at.dms(MAYA)[0]?.text).toMatch(/^Saved.*Only you can see this/);
  expect(at.dms(MAYA)[0]?.text).toContain("Helped Tom");
  await at.press(MAYA, "Undo");
  expect(await at.wins(MAYA)).toEqual([]);
});

test("snoozed until tomorrow, it comes on the next working day at the same hour", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Snooze: tomorrow");
  expect(at.dms(MAYA)[0]?.text).toContain("Mon 23 Nov at 15:00");
  await at.goTo("2026-11-21T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-11-23T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
  // One a week: Friday's is the one that came on Monday.
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
  await at.goTo("2026-12-04T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(3);
});

test("snoozed until next week, it comes then and not before", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Snooze: next week");
  expect(at.dms(MAYA)[0]?.text).toContain("Fri 27 Nov at 15:00");
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
});

test("less often means every second week, then once a month, and says so in the message", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Less often");
  expect(at.dms(MAYA)[0]?.text).toContain("every second week");
  const said = /on (\w+ \d+ \w+) at 15:00/.exec(at.dms(MAYA)[0]?.text ?? "")?.[1];
  const next = said === "Fri 27 Nov" ? "2026-11-27T15:00:00Z" : "2026-12-04T15:00:00Z";
  expect(["Fri 27 Nov", "Fri 4 Dec"]).toContain(said);
  await at.goTo(next);
  expect(at.dms(MAYA)).toHaveLength(2);
  await at.press(MAYA, "Less often");
  expect(at.dms(MAYA)[1]?.text).toContain("once a month");
});

test("stop stops, in the message, and can be taken back there", async () => {
  await using at = await openNudged();
  await at.press(MAYA, "Stop");
  expect(at.dms(MAYA)[0]?.text).toContain("no more nudges");
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.press(MAYA, "Switch on again");
  await at.goTo("2026-12-04T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
});

test("an hour outside the working hours is refused with all that was typed, and a pause ends on its day", async () => {
  await using at = await openMeetings();
  await at.workspace.command("nudges");
  await at.press(MAYA, "Switch on nudges");
  await at.fill(MAYA, { often: "1", time: "20:00" });
  expect(at.modal(MAYA).errors).toHaveProperty("time");
  await at.fill(MAYA, { often: "1", time: "15:00", pause: "2026-12-01" });
  await at.goTo("2026-11-27T15:00:00Z");
  expect(at.dms(MAYA)).toEqual([]);
  await at.goTo("2026-12-04T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
});

test("across the end of summer time the hour stays the person's own", async () => {
  await using at = await openMeetings(Date.parse("2026-10-20T10:00:00Z"));
  await at.switchOnNudges(MAYA);
  await at.goTo("2026-10-23T14:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-10-30T14:30:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-10-30T15:00:00Z");
  expect(at.dms(MAYA)).toHaveLength(2);
});

test("no more than one nudge or preparation of no day's own comes on one day", async () => {
  await using at = await openMeetings();
  await at.switchOnNudges(MAYA);
  await at.setUp(MAYA, TOM, { "first-on": "2026-11-27", time: "16:30" });
  await at.goTo("2026-11-27T15:00:00Z");
  await at.goTo("2026-11-27T15:30:00Z");
  expect(at.dms(MAYA).map(({ text }) => text.split("\n")[0])).toContain("1:1 with tom");
});

test("the playground's clock walks to the next reminder, past a week, and leaps to a clock change", async () => {
  await using at = await openMeetings();
  const { slack, clock } = at.workspace;
  const jump = (to: "next" | "week" | "clock-change") => slack.gesture({ kind: "clock", as: MAYA, jump: to });

  expect(await jump("next")).toMatchObject({ ok: false });
  await at.switchOnNudges(MAYA);
  expect(await jump("next")).toEqual({ ok: true });
  expect(new Date(clock.now()).toISOString()).toBe("2026-11-20T15:00:00.000Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  expect(slack.state(MAYA).ahead).not.toBeNull();

  expect(await jump("week")).toEqual({ ok: true });
  expect(at.dms(MAYA)).toHaveLength(2);
  expect(await jump("clock-change")).toEqual({ ok: true });
  expect(new Date(clock.now()).toISOString()).toBe("2027-04-04T01:00:00.000Z");
  const last = at.dms(MAYA).at(-1);
  expect(new Date(Number(last?.ts) * 1000).toISOString()).toMatch(/^2027-04-02T14:00/);
  // The months before it are leapt over, and nothing of them comes in a burst.
  expect(at.dms(MAYA)).toHaveLength(3);
});
