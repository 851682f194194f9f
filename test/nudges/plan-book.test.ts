import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Plan } from "../../src/nudges/plan.ts";
import { planNext, takeTurn } from "../../src/nudges/planning.ts";
import { usualHours } from "../../src/nudges/time/working-hours.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";
import { MINUTE, maya, nudge, openKit, preparation, tom, utc } from "./engine-kit.ts";

const tuesdays = { ...nudge, rule: { ...nudge.rule, cadence: { kind: "weekly", weekday: 2 } as const } };
const next = (plan: Plan | undefined) => (plan?.next ? new Date(plan.next.due).toISOString().slice(0, 16) : null);

test("a rule edited after its nudge was sent has spent the week; the person is told the turn that will come", async () => {
  await using kit = await openKit("2027-01-11T08:59Z");
  const engine = kit.newEngine();
  await kit.book.savePlan(maya, nudge, kit.clock.now());
  await kit.minutes("2027-01-11T09:05Z", engine);

  expect(next(await kit.book.savePlan(maya, tuesdays, kit.clock.now()))).toBe("2027-01-19T09:00");
  await kit.clock.runTo(utc("2027-01-12T08:59Z"));
  await kit.minutes("2027-01-12T09:05Z", engine);

  expect(kit.received()).toHaveLength(1);
});

test("a rule edited while its nudge waits: the old turn is dropped by name, the new one is sent", async () => {
  await using kit = await openKit("2027-01-11T08:59Z");
  const engine = kit.newEngine();
  await kit.book.savePlan(maya, nudge, kit.clock.now());
  kit.slack.replies.push({ outcome: { kind: "limited", retryAfterMs: 60 * MINUTE }, arrives: false });
  await kit.minutes("2027-01-11T09:05Z", engine);

  expect(next(await kit.book.savePlan(maya, tuesdays, kit.clock.now()))).toBe("2027-01-12T09:00");
  await kit.minutes("2027-01-12T09:05Z", engine);

  expect(kit.received()).toEqual(["nudge 2027-W02 2027-01-12T09:00Z"]);
  expect((await kit.book.deliveries(maya)).map(({ state, reason }) => [state, reason])).toEqual([
    ["sent", null],
    ["dropped", "changed"],
  ]);
});

test("the Monday that comes again after a flight west is the same week", async () => {
  await using kit = await openKit("2027-01-10T19:59Z");
  const engine = kit.newEngine();
  const apia = { ...nudge, rule: { ...nudge.rule, zone: "Pacific/Apia" } };
  await kit.book.savePlan(maya, apia, kit.clock.now());
  await kit.minutes("2027-01-10T20:01Z", engine);

  await kit.book.changeZone(maya, "Pacific/Honolulu", kit.clock.now());
  await kit.clock.runTo(utc("2027-01-11T18:59Z"));
  await kit.minutes("2027-01-11T19:05Z", engine);

  expect(kit.received()).toEqual(["nudge 2027-W02 2027-01-10T20:00Z"]);
  expect(next((await kit.book.plans(maya))[0])).toBe("2027-01-18T19:00");
});

test("a pause ends by itself; what is off stays off through every other choice", async () => {
  await using kit = await openKit("2027-01-05T12:00Z");
  const now = kit.clock.now();
  await kit.book.savePlan(maya, nudge, now);
  await kit.book.savePlan(maya, preparation, now);
  await kit.book.switchOff(maya, "prep-1", "stopped", now);

  expect(next(await kit.book.pause(maya, "nudge", utc("2027-01-20T00:00Z"), now))).toBe("2027-01-25T09:00");
  await kit.book.changeZone(maya, "Asia/Kathmandu", now);
  await kit.book.saveWorkingHours(maya, { ...usualHours, from: "08:00" }, now);

  expect((await kit.book.plans(maya)).map((plan) => [plan.id, plan.state, plan.reason, next(plan)])).toEqual([
    ["nudge", "on", null, "2027-01-25T03:15"],
    ["prep-1", "off", "stopped", null],
  ]);
  expect(next(await kit.book.pause(maya, "nudge", null, now))).toBe("2027-01-11T03:15");
});

test("this one is skipped or moved by hand, and the rule goes on from there", async () => {
  await using kit = await openKit("2027-01-05T12:00Z");
  const plan = await kit.book.savePlan(maya, nudge, kit.clock.now());
  const first = plan.next ?? expect.fail("no turn");
  const moved = {
    slot: { ...first.slot, day: "2027-01-13", at: utc("2027-01-13T14:00Z") },
    due: utc("2027-01-13T14:00Z"),
  };
  await kit.book.place(maya, "nudge", moved, kit.clock.now());
  await kit.clock.runTo(utc("2027-01-11T08:59Z"));

  await kit.minutes("2027-01-13T14:05Z", kit.newEngine());
  expect(kit.received()).toEqual(["nudge 2027-W02 2027-01-13T14:00Z"]);

  const skipped = planNext(plan, usualHours, utc("2027-01-18T09:00Z"));
  expect(next(await kit.book.place(maya, "nudge", skipped, kit.clock.now()))).toBe("2027-01-25T09:00");
});

test("working hours of one's own move the preparation, and only one's own", async () => {
  await using kit = await openKit("2027-01-10T12:00Z");
  const early = { ...preparation, timing: { kind: "before", leadMinutes: 60 } as const };
  for (const owner of [maya, tom])
    await kit.book.savePlan(owner, { ...early, rule: { ...early.rule, time: "09:00" } }, kit.clock.now());

  await kit.book.saveWorkingHours(maya, { ...usualHours, from: "07:00" }, kit.clock.now());

  expect(next((await kit.book.plans(maya))[0])).toBe("2027-01-11T08:00");
  expect(next((await kit.book.plans(tom))[0])).toBe("2027-01-08T16:30");
  expect(await kit.book.workingHours(tom)).toEqual(usualHours);
});

test("nobody's choice touches another person's plans, nor those of a namesake elsewhere", async () => {
  await using kit = await openKit("2027-01-05T12:00Z");
  const now = kit.clock.now();
  await kit.book.savePlan(maya, nudge, now);
  const before = await kit.book.plans(maya);

  for (const stranger of [tom, { team: "T2", user: maya.user }]) {
    expect(await kit.book.pause(stranger, "nudge", now, now)).toBeUndefined();
    expect(await kit.book.switchOff(stranger, "nudge", "stopped", now)).toBeUndefined();
    expect(await kit.book.place(stranger, "nudge", planNext(nudge, usualHours, now), now)).toBeUndefined();
    await kit.book.moveOn(stranger, "nudge", planNext(nudge, usualHours, now));
    await kit.book.changeZone(stranger, "Asia/Tokyo", now);
    await kit.book.saveWorkingHours(stranger, { ...usualHours, days: [7] }, now);
    await kit.book.switchOffAll(stranger, "user_not_found", now);
    expect(await kit.book.plans(stranger)).toEqual([]);
    expect(await kit.book.deliveries(stranger)).toEqual([]);
  }

  expect(await kit.book.plans(maya)).toEqual(before);
});

test("other zone data: every turn is worked out again, except one that was moved by hand; once", async () => {
  await using kit = await openKit("2027-01-05T12:00Z");
  const { queries } = kit.database;
  for (const user of Array.from({ length: 120 }, (_, index) => `U${1000 + index}`)) {
    await kit.book.savePlan({ team: "T1", user }, nudge, kit.clock.now());
  }
  const byHand = {
    slot: { day: "2027-01-13", week: "2027-W02", at: utc("2027-01-13T14:00Z") },
    due: utc("2027-01-13T14:00Z"),
  };
  await kit.book.place({ team: "T1", user: "U1007" }, "nudge", byHand, kit.clock.now());
  const wrong = { next_at: "2027-01-11T10:00:00.000Z", slot_at: "2027-01-11T10:00:00.000Z" };
  await queries.updateTable("nudge_plan").set(wrong).where("user_id", "!=", "U1007").execute();

  await kit.book.replan("2027a");
  const due = await queries.selectFrom("nudge_plan").select("next_at").distinct().orderBy("next_at").execute();
  expect(due.map(({ next_at }) => next_at)).toEqual(["2027-01-11T09:00:00.000Z", "2027-01-13T14:00:00.000Z"]);

  await queries.updateTable("nudge_plan").set(wrong).execute();
  await kit.book.replan("2027a");
  expect(await queries.selectFrom("nudge_plan").select("next_at").distinct().execute()).toHaveLength(1);
});

test("what was settled long ago is forgotten; what is on its way is not", async () => {
  await using kit = await openKit("2027-01-11T08:59Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now());
  await kit.book.savePlan(tom, nudge, kit.clock.now());
  await kit.book.takeTurns(utc("2027-01-11T09:00Z"), 10, takeTurn);
  const [claim] = await kit.book.waiting("T1", utc("2027-01-11T09:00Z"), 1);
  await kit.book.drop(claim ?? expect.fail("no claim"), "away", utc("2027-01-11T09:00Z"));

  expect(await kit.book.purgeDeliveries(utc("2027-01-11T08:59Z"))).toBe(0);
  expect(await kit.book.purgeDeliveries(utc("2027-03-11T09:00Z"))).toBe(1);
  expect(await kit.book.waiting("T1", utc("2027-03-11T09:00Z"), 10)).toHaveLength(1);
});

test("no statement of a tick reads a whole table", async () => {
  const statements = new Map<string, readonly unknown[]>();
  await using database = await openDatabase("sqlite::memory:", {
    log: ({ query }) => void statements.set(query.sql, query.parameters),
  });
  const book = createSqlNudgeBook(database);
  await book.savePlan(maya, nudge, utc("2027-01-11T08:59Z"));
  statements.clear();

  const now = utc("2027-01-11T09:00Z");
  await book.takeTurns(now, 50, takeTurn);
  await book.workspacesWaiting(now);
  const [claim] = await book.waiting("T1", now, 64);
  await book.unresolved(now, 200);
  await book.begin(claim ?? expect.fail("no claim"), "2027-01-11", now);
  await book.sent({ ...(claim ?? expect.fail("no claim")), attempt: 1 }, { channel: "D1", ts: "1.0" }, now);
  await book.purgeDeliveries(now);
  await book.deliveries(maya);

  const scans: string[] = [];
  for (const [text, parameters] of [...statements]) {
    if (!/^(?:select|update|delete)/.test(text)) continue;
    const { rows } = await database.queries.executeQuery<{ detail: string }>({
      ...sql`select 1`.compile(database.queries),
      sql: `explain query plan ${text}`,
      parameters,
    });
    scans.push(...rows.map(({ detail }) => detail).filter((detail) => detail.startsWith("SCAN")));
  }
  expect(statements.size).toBeGreaterThan(8);
  // A list of values that the statement itself holds.
  expect(scans.filter((detail) => detail !== "SCAN CONSTANT ROW" && detail !== "SCAN v")).toEqual([]);
});
