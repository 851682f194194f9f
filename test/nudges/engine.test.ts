import { expect, test } from "vitest";
import type { SendOutcome } from "../../src/nudges/messenger.ts";
import { takeTurn } from "../../src/nudges/planning.ts";
import { MINUTE, maya, nudge, openKit, preparation, tom, utc } from "./engine-kit.ts";

const day = 1440 * MINUTE;

test("a nudge arrives in its minute, once, however often and by however many it is looked for", async () => {
  await using kit = await openKit("2027-01-11T08:58Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now());
  const [one, two] = [kit.newEngine(), kit.newEngine()];

  await kit.minutes("2027-01-11T09:10Z", one, two, one);

  expect(kit.received()).toEqual(["nudge 2027-W02 2027-01-11T09:00Z"]);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "sent", occurrence: "2027-W02", ts: "1.0" }]);
  expect((await kit.book.plans(maya))[0]?.next?.due).toBe(utc("2027-01-18T09:00Z"));
});

test("a clock that steps back sends nothing twice", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  const engine = kit.newEngine();

  await kit.minutes("2027-01-11T09:02Z", engine);
  kit.clock.setWrong(-60 * MINUTE);
  await kit.minutes("2027-01-11T10:30Z", engine);

  expect(kit.received()).toHaveLength(1);
});

test("after three weeks without the bot: one is still of use, the missed ones are dropped by name", async () => {
  await using kit = await openKit("2027-01-10T12:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now());
  await kit.clock.runTo(utc("2027-02-01T11:00Z"));

  await kit.minutes("2027-02-01T11:05Z", kit.newEngine());

  expect(kit.received()).toEqual(["nudge 2027-W05 2027-02-01T11:00Z"]);
  expect((await kit.book.deliveries(maya)).map(({ occurrence, state, reason }) => [occurrence, state, reason])).toEqual(
    [
      ["2027-W05", "sent", null],
      ["2027-W04", "dropped", "stale"],
      ["2027-W03", "dropped", "stale"],
      ["2027-W02", "dropped", "stale"],
    ],
  );
});

test("after an hour away everybody's nudge goes out at Slack's pace, once, and not in a burst", async () => {
  await using kit = await openKit("2027-01-11T08:55Z");
  const users = Array.from({ length: 40 }, (_, index) => `U${index}`);
  for (const user of users) await kit.book.savePlan({ team: "T1", user }, nudge, kit.clock.now());
  await kit.clock.runTo(utc("2027-01-11T10:00Z"));

  await kit.minutes("2027-01-11T10:05Z", kit.newEngine({ pace: { start: 2, least: 1, most: 2, burst: 3 } }));

  const perSecond = Map.groupBy(kit.slack.arrived, ({ at }) => Math.floor(at / 1000));
  expect(kit.slack.arrived.map(({ user }) => user).toSorted()).toEqual(users.toSorted());
  expect(Math.max(...[...perSecond.values()].map((of) => of.length))).toBeLessThanOrEqual(3 + 2);
  expect(perSecond.size).toBeGreaterThanOrEqual((40 - 3) / 2);
});

test("a preparation that comes after the 1:1 began is not sent", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, preparation, kit.clock.now());
  await kit.clock.runTo(utc("2027-01-11T10:00Z"));

  await kit.minutes("2027-01-11T10:05Z", kit.newEngine());

  expect(kit.received()).toEqual([]);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "dropped", reason: "stale" }]);
});

const refusedAs = (scope: "person" | "workspace" | "message", reason: string): SendOutcome => ({
  kind: "refused",
  scope,
  reason,
});

test.for([
  ["user_not_found", "person"],
  ["channel_not_found", "person"],
  ["is_archived", "person"],
] as const)("%s switches the person's plans off, with the reason", async ([reason, scope]) => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  await kit.book.savePlan(maya, preparation, kit.clock.now() - day);
  kit.slack.replies.push({ outcome: refusedAs(scope, reason), arrives: false });

  await kit.minutes("2027-01-11T09:40Z", kit.newEngine());

  expect(kit.received()).toEqual([]);
  expect(await kit.book.plans(maya)).toMatchObject([
    { state: "off", reason, next: null },
    { state: "off", reason, next: null },
  ]);
});

test("a revoked token stops the workspace and nobody else, until it is resumed", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  const elsewhere = { team: "T2", user: "U1" };
  for (const owner of [maya, tom, elsewhere]) await kit.book.savePlan(owner, nudge, kit.clock.now() - MINUTE);
  kit.slack.replies.push({ outcome: refusedAs("workspace", "token_revoked"), arrives: false });
  const engine = kit.newEngine({ pace: { start: 1, least: 1, most: 1, burst: 1 } });

  await kit.minutes("2027-01-11T09:05Z", engine);
  expect(kit.slack.arrived.map(({ user }) => user)).toEqual(["U1"]);
  expect((await kit.book.deliveries(maya))[0]).toMatchObject({ state: "dropped", reason: "token_revoked" });
  expect((await kit.book.deliveries(tom))[0]).toMatchObject({ state: "dropped", reason: "workspace-stopped" });

  await kit.book.resumeWorkspace("T1");
  await kit.clock.runTo(utc("2027-01-18T08:59Z"));
  await kit.minutes("2027-01-18T09:05Z", engine);
  expect(kit.slack.arrived).toHaveLength(4);
});

test("a message that Slack would never take is dropped, and the plan stays on", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  kit.slack.replies.push({ outcome: refusedAs("message", "invalid_blocks"), arrives: false });

  await kit.minutes("2027-01-11T09:30Z", kit.newEngine());

  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "dropped", reason: "invalid_blocks" }]);
  expect(await kit.book.plans(maya)).toMatchObject([{ state: "on" }]);
});

test("too many calls: the workspace is silent for as long as Slack says, another one is not", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  const elsewhere = { team: "T2", user: "U9" };
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  kit.slack.replies.push({ outcome: { kind: "limited", retryAfterMs: 5 * MINUTE }, arrives: false });
  const engine = kit.newEngine();
  await kit.minutes("2027-01-11T09:00Z", engine);
  await kit.book.savePlan(tom, { ...nudge, rule: { ...nudge.rule, time: "09:02" } }, kit.clock.now());
  await kit.book.savePlan(elsewhere, { ...nudge, rule: { ...nudge.rule, time: "09:02" } }, kit.clock.now());

  await kit.minutes("2027-01-11T09:10Z", engine);

  const minutes = kit.slack.arrived.map(({ user, at }) => [user, new Date(at).toISOString().slice(14, 16)]);
  expect(minutes).toEqual([
    ["U9", "02"],
    ["U2", "05"],
    ["U1", "05"],
  ]);
});

test("a Slack that cannot be reached is tried again while the nudge is of use, and no longer", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  for (let time = 0; time < 500; time += 1) {
    kit.slack.replies.push({ outcome: { kind: "later", reason: "ECONNREFUSED" }, arrives: false });
  }

  await kit.minutes("2027-01-11T12:05Z", kit.newEngine());

  expect(kit.slack.calls).toBeGreaterThan(20);
  expect(kit.slack.calls).toBeLessThan(60);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "dropped", reason: "stale" }]);
});

test("one message a day: the nudge yields, what a 1:1 brings on its own day does not count", async () => {
  await using kit = await openKit("2027-01-11T08:58Z");
  const tuesdays = { kind: "weekly", weekday: 2 } as const;
  await kit.book.savePlan(maya, nudge, kit.clock.now());
  await kit.book.savePlan(maya, preparation, kit.clock.now());
  const forTuesday = { ...preparation, id: "prep-2", about: "two", rule: { ...preparation.rule, cadence: tuesdays } };
  await kit.book.savePlan(maya, { ...forTuesday, timing: { kind: "before", leadMinutes: 1440 } }, kit.clock.now());

  await kit.minutes("2027-01-12T10:00Z", kit.newEngine());

  expect(kit.received()).toEqual([
    "nudge 2027-W02 2027-01-11T09:00Z",
    "preparation one/2027-W02 2027-01-11T09:30Z",
    "preparation two/2027-W02 2027-01-12T09:00Z",
  ]);
});

test("a skipped one is recorded with its reason; words that fail are tried again", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  await kit.book.savePlan(tom, nudge, kit.clock.now() - MINUTE);
  let failures = 2;
  const engine = kit.newEngine({
    compose: async ({ owner, kind, occurrence }) => {
      if (owner.user === "U1") return { kind: "skip", reason: "already-logged" };
      failures -= 1;
      if (failures >= 0) throw new Error("no words");
      return { kind: "message", message: { text: `${kind} ${occurrence}`, blocks: [] } };
    },
  });

  await kit.minutes("2027-01-11T09:05Z", engine);

  expect(kit.slack.arrived.map(({ user }) => user)).toEqual(["U2"]);
  expect(await kit.book.deliveries(maya)).toMatchObject([{ state: "dropped", reason: "already-logged" }]);
});

test("what waited long in the queue is asked once more before it goes out", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  for (const owner of [maya, tom]) await kit.book.savePlan(owner, nudge, kit.clock.now() - MINUTE);
  kit.slack.replies.push({ outcome: { kind: "limited", retryAfterMs: 20 * MINUTE }, arrives: false });
  let logged = false;
  const engine = kit.newEngine({
    pace: { start: 1, least: 1, most: 1, burst: 1 },
    compose: async ({ owner, kind, occurrence }) =>
      logged && owner.user === tom.user
        ? { kind: "skip", reason: "logged" }
        : { kind: "message", message: { text: `${kind} ${occurrence}`, blocks: [] } },
  });

  await kit.minutes("2027-01-11T09:10Z", engine);
  logged = true;
  await kit.minutes("2027-01-11T09:30Z", engine);

  expect(kit.slack.arrived.map(({ user }) => user)).toEqual([maya.user]);
  expect(await kit.book.deliveries(tom)).toMatchObject([{ state: "dropped", reason: "logged" }]);
});

test("a reminder that arrives after its person asked to be forgotten leaves nothing of them", async () => {
  await using kit = await openKit("2027-01-11T09:00Z");
  await kit.book.savePlan(maya, nudge, kit.clock.now() - MINUTE);
  await kit.book.takeTurns(kit.clock.now(), 10, takeTurn);
  const [claim] = await kit.book.waiting(maya.team, kit.clock.now(), 10);
  if (claim === undefined) throw new Error("Nothing is due.");
  await kit.book.begin(claim, null, kit.clock.now());
  await kit.database.queries.deleteFrom("nudge_delivery").execute();

  await kit.book.sent({ ...claim, attempt: 1 }, { channel: "D1", ts: "1.0" }, kit.clock.now());

  expect(await kit.database.queries.selectFrom("nudge_person").selectAll().execute()).toEqual([]);
});
