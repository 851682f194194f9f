import { expect, test } from "vitest";
import { zones } from "../../simulate/cast.ts";
import { followPerson } from "../../src/one-to-ones/follow-person.ts";
import { nudgePlan } from "../../src/one-to-ones/nudge-settings.ts";
import { planMeeting, planNudge } from "../../src/one-to-ones/plans.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";
import { createSqlOneToOnes } from "../../src/store/sql-one-to-ones.ts";
import { newTerms } from "../store/store-kit.ts";
import { MINUTE, maya, openKit, utc } from "./engine-kit.ts";

/** A nudge on Mondays at 10:00 and a 1:1 on Tuesdays at 10:00, both set up in London; then Slack says that she is elsewhere. */

const ZONES = [...zones, "Pacific/Honolulu"] as const;

const settings = {
  on: true,
  weeks: 1,
  weekday: 1,
  time: "10:00",
  zone: "Europe/London",
  pausedUntil: null,
} as const;

async function open(start: string) {
  const kit = await openKit(start);
  const now = () => kit.clock.now();
  const at = { now: () => new Date(now()) };
  const book = createSqlOneToOnes(kit.database, at);
  const log = createSqlEvidenceLog(kit.database, at);
  const parts = { plans: kit.book, book, log, now };
  const terms = newTerms({ often: "weekly", firstOn: "2027-01-05", time: "10:00", zone: "Europe/London" });
  const one = await book.create(maya, { ...terms, leadMinutes: 60, followUp: false }, "g");
  await planNudge(parts, maya, settings);
  await planMeeting(parts, maya, one);

  return {
    ...kit,
    parts,
    one,
    fly: (tz: string | null) => followPerson(parts, maya, { standing: "member", deactivated: false, tz }),
    due: async () =>
      Object.fromEntries(
        (await kit.book.plans(maya)).map(({ kind, next }) => [
          kind,
          next === null ? null : { due: next.due, slot: next.slot },
        ]),
      ),
    [Symbol.asyncDispose]: () => kit[Symbol.asyncDispose](),
  };
}

const there = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const clock = (at: number, zone: string) => there(at, zone).toPlainTime().toString({ smallestUnit: "minute" });

test.for(ZONES)("in %s the nudge comes at its hour there, the 1:1 stays where it was agreed on", async (zone) => {
  await using kit = await open("2027-01-01T12:00Z");
  const before = await kit.due();

  expect(await kit.fly(zone)).toBe(zone !== "Europe/London");
  expect(await kit.fly(zone)).toBe(false);

  const { nudge, preparation } = await kit.due();
  expect(clock(nudge?.due ?? 0, zone)).toBe("10:00");
  expect(there(nudge?.due ?? 0, zone).dayOfWeek).toBe(1);
  expect(preparation?.slot).toEqual(before["preparation"]?.slot);
  // An hour before, or the last hour of work before that.
  const due = preparation?.due ?? 0;
  expect(due).toBeLessThanOrEqual(utc("2027-01-05T09:00Z"));
  expect(clock(due, zone) >= "09:00" && clock(due, zone) < "17:30").toBe(true);
  expect(there(due, zone).dayOfWeek).toBeLessThanOrEqual(5);

  await kit.fly("Europe/London");
  expect(await kit.due()).toEqual(before);
});

test.for(ZONES)("in %s a nudge that was sent has spent its week, wherever Monday comes again", async (zone) => {
  await using kit = await open("2027-01-04T09:59Z");
  const engine = kit.newEngine();
  await kit.minutes("2027-01-04T10:01Z", engine);
  expect(kit.received()).toEqual(["nudge 2027-W01 2027-01-04T10:00Z"]);

  await kit.fly(zone);
  const { nudge } = await kit.due();
  expect(nudge?.slot.week).toBe("2027-W02");
  expect(clock(nudge?.due ?? 0, zone)).toBe("10:00");
});

test("a nudge that waits when she is found to be elsewhere comes at her hour there, once", async () => {
  await using kit = await open("2027-01-04T09:59Z");
  const engine = kit.newEngine();
  kit.slack.replies.push({ outcome: { kind: "limited", retryAfterMs: 30 * MINUTE }, arrives: false });
  await kit.minutes("2027-01-04T10:05Z", engine);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "claimed", kind: "nudge" }]);

  await kit.fly("America/New_York");
  await kit.minutes("2027-01-04T15:05Z", engine);
  expect(kit.received()).toEqual(["nudge 2027-W01 2027-01-04T15:00Z"]);
  expect((await kit.book.deliveries(maya)).map(({ state, reason }) => [state, reason])).toEqual([
    ["sent", null],
    ["dropped", "changed"],
  ]);
});

test("a preparation that is out stays the only one of its 1:1; skipped and moved turns stay so", async () => {
  await using kit = await open("2027-01-05T08:59Z");
  const engine = kit.newEngine();
  await kit.minutes("2027-01-05T09:01Z", engine);
  await kit.parts.book.noteTurn(maya, kit.one.id, "2027-01-12", { skipped: true });
  await kit.parts.book.noteTurn(maya, kit.one.id, "2027-01-19", { moved: { day: "2027-01-20", time: "11:00" } });

  await kit.fly("America/New_York");
  const { preparation } = await kit.due();
  expect(kit.received()).toEqual([`preparation ${kit.one.id}/2027-W01 2027-01-05T09:00Z`]);
  expect(preparation?.slot).toMatchObject({ day: "2027-01-19", at: utc("2027-01-20T11:00Z") });
});

test("what is off or paused stays so; a zone that nobody knows, or that she wrote herself, changes nothing", async () => {
  await using kit = await open("2027-01-01T12:00Z");
  const { plans, now } = kit.parts;
  await plans.pause(maya, "nudge", utc("2027-02-01T00:00Z"), now());
  expect(await kit.fly(null)).toBe(false);
  expect(await kit.fly("Mars/Base")).toBe(false);
  await kit.fly("Asia/Kathmandu");
  expect((await kit.due())["nudge"]?.due).toBe(utc("2027-02-01T04:15Z"));
  await plans.switchOff(maya, "nudge", "stopped", now());
  await kit.fly("America/New_York");
  expect(await plans.plans(maya)).toMatchObject([{ id: "nudge", state: "off", reason: "stopped", next: null }, {}]);

  const chosen = { ...(await plans.workingHours(maya)), zone: "Europe/Oslo", zoneChosen: true };
  await plans.saveWorkingHours(maya, chosen, now());
  await plans.savePlan(maya, nudgePlan({ ...settings, zone: "Europe/Oslo" }), now());
  expect(await kit.fly("Asia/Tokyo")).toBe(false);
  expect((await kit.due())["nudge"]?.due).toBe(utc("2027-01-04T09:00Z"));
});

test("her wins get their day from where she is, once something of hers is kept", async () => {
  await using kit = await open("2027-01-01T12:00Z");
  await kit.fly("Asia/Tokyo");
  expect(await kit.parts.log.profile(maya)).toBeUndefined();
  await kit.parts.log.saveProfile(maya, { tz: "Europe/London" });
  await kit.fly("Asia/Kathmandu");
  expect(await kit.parts.log.profile(maya)).toMatchObject({ tz: "Asia/Kathmandu" });
});

test("new zone data leaves a 1:1 where it was moved to", async () => {
  await using kit = await open("2027-01-01T12:00Z");
  await kit.parts.book.noteTurn(maya, kit.one.id, "2027-01-05", { moved: { day: "2027-01-05", time: "15:00" } });
  await planMeeting(kit.parts, maya, kit.one);
  const before = await kit.due();

  await kit.book.replan("2027a");

  expect(before["preparation"]?.slot.at).toBe(utc("2027-01-05T15:00Z"));
  expect(await kit.due()).toEqual(before);
});
