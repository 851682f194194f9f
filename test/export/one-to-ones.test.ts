import { describe, expect, test } from "vitest";
import { toExportJson } from "../../src/export/export.ts";
import { toExportMarkdown } from "../../src/export/export-markdown.ts";
import { gatherExport, type Keeping } from "../../src/export/gather.ts";
import { toOneToOnesCsv } from "../../src/export/one-to-ones-csv.ts";
import { parseExport } from "../../src/export/parse-export.ts";
import { takeIn } from "../../src/export/take-in.ts";
import { planMeeting, planNudge } from "../../src/one-to-ones/plans.ts";
import { type KeptOneToOne, UNTIL_RESUMED } from "../../src/one-to-ones/types.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";
import { ada, createTestStore, grace, newGesture, newTerms, newWin, type TestStore } from "../store/store-kit.ts";
import { newExport } from "../support/empty-export.ts";

const DAY = "2026-03-10";
const view = { text: "For your 1:1 with Ada\n• a &lt;b&gt; &amp; @\u2060here", blocks: [{ type: "divider" }] };
const hours = { days: [1, 2, 3] as const, from: "08:00", to: "16:00", zone: "Asia/Kathmandu", zoneChosen: true };

function keepingOf({ log, oneToOnes, database, clock }: TestStore): Keeping {
  return { log, book: oneToOnes, plans: createSqlNudgeBook(database), now: () => clock.now().getTime() };
}

/** Everything that somebody can write about a 1:1, and every choice about being reminded. */
async function fill(store: TestStore): Promise<Keeping> {
  const keeping = keepingOf(store);
  const { log, book, plans, now } = keeping;
  const { win } = await log.save(ada, newWin("Led the rollback"), newGesture());
  const one = await book.create(ada, newTerms(), "meeting");
  await planMeeting(keeping, ada, one);
  await book.addPoint(ada, one.id, { text: " two\nlines <@U9> ", permalink: "https://x.slack.com/p1" }, "point-1");
  const closed = await book.addPoint(ada, one.id, { text: "=closed()", permalink: null }, "point-2");
  await book.closePoint(ada, closed?.id ?? "");
  await book.noteTurn(ada, one.id, DAY, {
    agreed: "# I draft the plan",
    remark: "Could we begin with the rota?",
    leftOut: [win.id],
    moved: { day: "2026-03-11", time: "10:00" },
  });
  for (const state of ["preview", "sent", "withdrawn", "not taken"]) {
    const copy = await book.keepCopy(ada, { oneToOne: one.id, day: DAY, to: "U9", view });
    if (state === "preview") continue;
    await book.claimCopy(ada, copy.id);
    await book.copySent(ada, copy.id, state === "not taken" ? null : { channel: "D1", ts: "1.2" });
    if (state === "withdrawn") await book.copyWithdrawn(ada, copy.id);
  }
  await plans.saveWorkingHours(ada, hours, now());
  await planNudge(keeping, ada, {
    on: true,
    weeks: 2,
    weekday: 3,
    time: "11:30",
    zone: "Europe/London",
    pausedUntil: now() + 86_400_000,
  });
  await book.receive(ada, "U7", false);
  return keeping;
}

test("an export holds 1:1s with all that was written, and the choices about reminders", async () => {
  await using store = await createTestStore();
  const exported = await gatherExport(ada, await fill(store));
  const [one, ...more] = exported.oneToOnes;

  expect(more).toEqual([]);
  expect(one?.points.map(({ text, closedAt }) => [text, closedAt !== null])).toEqual([
    [" two\nlines <@U9> ", false],
    ["=closed()", true],
  ]);
  expect(one?.turns).toMatchObject([
    { day: DAY, agreed: "# I draft the plan", remark: "Could we begin with the rota?" },
  ]);
  expect(exported.nudges).toMatchObject({ on: true, weeks: 2, weekday: 3, time: "11:30" });
  expect(exported.workingHours).toEqual(hours);
  expect(exported.notReceivingFrom).toEqual(["U7"]);
  expect(parseExport(toExportJson(exported))).toEqual({ exported });
});

test("of a copy that the other person does not take, the sender's export says no more than of one that arrived", async () => {
  await using store = await createTestStore();
  const [one] = (await gatherExport(ada, await fill(store))).oneToOnes;
  const [sent, , notTaken] = one?.copies ?? [];

  expect(one?.copies).toHaveLength(3);
  expect({ ...notTaken, id: "", sentAt: "" }).toEqual({ ...sent, id: "", sentAt: "" });
  expect(JSON.stringify(one)).not.toMatch(/"D1"|channel|preview/);
});

test("after forgetting, the file brings it back once, and nothing of it writes to the person first", async () => {
  await using store = await createTestStore();
  const keeping = await fill(store);
  const before = await gatherExport(ada, keeping);
  const json = toExportJson(before);
  await store.log.forget(ada);
  expect(await gatherExport(ada, keeping)).toMatchObject({ oneToOnes: [], nudges: null, notReceivingFrom: [] });

  expect(await takeIn(ada, json, keeping)).toMatchObject({ kind: "done", oneToOnes: { added: 1, present: 0 } });
  const first = await gatherExport(ada, keeping);
  expect(await takeIn(ada, json, keeping)).toMatchObject({ kind: "done", oneToOnes: { added: 0, present: 1 } });
  expect(await gatherExport(ada, keeping)).toEqual(first);

  const wins = new Map([[before.wins[0]?.id, first.wins[0]?.id]]);
  expect(first.oneToOnes).toEqual(
    before.oneToOnes.map((one) => ({
      ...one,
      pausedUntil: UNTIL_RESUMED,
      turns: one.turns.map((turn) => ({ ...turn, leftOut: turn.leftOut.map((id) => wins.get(id)) })),
    })),
  );
  expect(first.nudges).toEqual({ ...before.nudges, on: false, pausedUntil: null });
  expect(first.workingHours).toEqual(hours);
  expect(first.notReceivingFrom).toEqual(["U7"]);
  expect((await keeping.plans.plans(ada)).filter(({ state }) => state === "on")).toEqual([]);
});

test("what somebody chose since is not overwritten by what they once exported", async () => {
  await using store = await createTestStore();
  const keeping = await fill(store);
  const json = toExportJson(await gatherExport(ada, keeping));
  const [one] = await keeping.book.list(ada);
  await keeping.book.change(ada, one?.id ?? "", { time: "16:00" });
  const later = { ...hours, from: "10:00" };
  await keeping.plans.saveWorkingHours(ada, later, keeping.now());
  const before = await gatherExport(ada, keeping);

  await takeIn(ada, json, keeping);
  expect(await gatherExport(ada, keeping)).toEqual(before);
  expect((await keeping.plans.plans(ada)).filter(({ state }) => state === "on").length).toBeGreaterThan(1);
});

test("a 1:1 with whoever takes the file in stays out", async () => {
  await using store = await createTestStore();
  const keeping = await fill(store);
  const json = toExportJson(await gatherExport(ada, keeping)).replaceAll('"with": "U9"', `"with": "${grace.user}"`);

  expect(await takeIn(grace, json, keeping)).toMatchObject({ oneToOnes: { added: 0, present: 0 } });
  expect(await keeping.book.list(grace)).toEqual([]);
});

test("a copy that came back is never sent or taken back from here: it went out from elsewhere", async () => {
  await using store = await createTestStore();
  const keeping = await fill(store);
  const json = toExportJson(await gatherExport(ada, keeping));
  await store.log.forget(ada);
  await takeIn(ada, json, keeping);
  const [one] = await keeping.book.everything(ada);
  const { book } = keeping;

  for (const { id } of one?.copies ?? []) {
    expect(await book.claimCopy(ada, id)).toBe(false);
    expect((await book.copy(ada, id))?.at).toBeNull();
  }
});

test("a file of version 1, as people have kept it, is still read", () => {
  const { exportedAt, profile, focus, opportunityNotes, wins } = newExport();
  const old = { format: "progression-export", version: 1, exportedAt, profile, focus, opportunityNotes, wins };

  expect(parseExport(JSON.stringify(old))).toEqual({ exported: newExport() });
});

describe("a file that somebody wrote by hand", () => {
  const id = "01kjw9h3m00000000000000000";
  const time = "2026-03-04T09:00:00.000Z";
  const point = { id, text: "Rota", permalink: null, createdAt: time, closedAt: null };
  const turn = { day: DAY, skipped: false, moved: null, leftOut: [], remark: null, agreed: null };
  const copy = { id, day: DAY, to: "U9", sentAt: time, withdrawn: false, text: "Sent" };
  const one: KeptOneToOne = {
    ...newTerms({ with: "U9" }),
    id,
    pausedUntil: null,
    pausedAt: null,
    createdAt: time,
    turns: [turn],
    points: [point],
    copies: [copy],
  };
  const nudges = { on: true, weeks: 1, weekday: 5, time: "15:00", zone: "UTC", pausedUntil: null } as const;
  const read = (more: object) => parseExport(JSON.stringify({ ...JSON.parse(toExportJson(newExport())), ...more }));

  test("is read when the bot could have made it", () => {
    expect(read({ oneToOnes: [one], nudges, notReceivingFrom: ["U7"] }).reasons).toBeUndefined();
  });

  test.for<[string, object, RegExp]>([
    ["an id that is none", { oneToOnes: [{ ...one, id: "../x" }] }, /^oneToOnes\.0\.id: /],
    ["somebody who is nobody", { oneToOnes: [{ ...one, with: "<!channel>" }] }, /^oneToOnes\.0\.with: /],
    ["a zone that is none", { oneToOnes: [{ ...one, zone: "Mars/Base" }] }, /^oneToOnes\.0\.zone: /],
    ["a day that is none", { oneToOnes: [{ ...one, firstOn: "2026-02-30" }] }, /^oneToOnes\.0\.firstOn: /],
    ["a day that is too far", { oneToOnes: [{ ...one, firstOn: "9999-12-31" }] }, /^oneToOnes\.0\.firstOn: /],
    ["a time that is none", { oneToOnes: [{ ...one, time: "25:00" }] }, /^oneToOnes\.0\.time: /],
    ["a lead that nobody can choose", { oneToOnes: [{ ...one, leadMinutes: -1 }] }, /^oneToOnes\.0\.leadMinutes: /],
    ["a rhythm that is none", { oneToOnes: [{ ...one, often: "hourly" }] }, /^oneToOnes\.0\.often: /],
    ["a point without words", { oneToOnes: [{ ...one, points: [{ ...point, text: " " }] }] }, /points\.0\.text: /],
    [
      "a point too long",
      { oneToOnes: [{ ...one, points: [{ ...point, text: "x".repeat(3001) }] }] },
      /points\.0\.text: /,
    ],
    ["half a character", { oneToOnes: [{ ...one, turns: [{ ...turn, agreed: "\ud83d" }] }] }, /turns\.0\.agreed: /],
    [
      "a link that runs something",
      { oneToOnes: [{ ...one, points: [{ ...point, permalink: "javascript:alert(1)" }] }] },
      /points\.0\.permalink: /,
    ],
    ["a copy to nobody", { oneToOnes: [{ ...one, copies: [{ ...copy, to: "C1" }] }] }, /copies\.0\.to: /],
    ["a nudge every minute", { nudges: { ...nudges, weeks: 0 } }, /^nudges\.weeks: /],
    ["an eighth weekday", { nudges: { ...nudges, weekday: 8 } }, /^nudges\.weekday: /],
    ["work without days", { workingHours: { days: [], from: "09:00", to: "17:00" } }, /^workingHours: /],
    ["work that ends first", { workingHours: { days: [1], from: "17:00", to: "09:00" } }, /^workingHours: /],
    ["a stopped nobody", { notReceivingFrom: ["tom"] }, /^notReceivingFrom\.0: /],
  ])("is refused with its place: %s", ([, more, reason]) => {
    expect(read(more).reasons?.[0]).toMatch(reason);
  });
});

test("1:1s read well in Markdown, with names where they are known", async () => {
  await using store = await createTestStore();
  const exported = await gatherExport(ada, await fill(store));
  const page = toExportMarkdown(exported, (user) => (user === "U9" ? "Tom *T*" : undefined));

  await expect(page).toMatchFileSnapshot("one-to-ones.snap.md");
});

test("the CSV of 1:1s has a line for each thing that was written, and no cell that begins like a formula", async () => {
  await using store = await createTestStore();
  const csv = toOneToOnesCsv((await gatherExport(ada, await fill(store))).oneToOnes);
  const kinds = csv.match(/^[0-9a-z]{26},U9,(\w+),/gm)?.map((line) => line.split(",")[2]);

  expect(kinds).toEqual(["point", "point", "words", "agreed", "sent", "withdrawn", "sent"]);
  expect(csv).toContain("'=closed()");
  expect(csv).toContain("a <b> & @here");
});
