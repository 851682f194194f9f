import { expect, test } from "vitest";
import type { WinFilter } from "../../src/evidence/types.ts";
import {
  ada,
  collect,
  createTestStore,
  grace,
  hour,
  newFiling,
  newGesture,
  newWin,
  type TestStore,
} from "./store-kit.ts";

async function fill({ log, clock }: TestStore) {
  const save = (text: string, more: Parameters<typeof newWin>[1] = {}) => {
    clock.forward(hour);
    return log.save(ada, newWin(text, more), newGesture());
  };
  await save("Led the rollback of payments", { happenedOn: "2026-01-10", filings: [newFiling("aaaaaaaaaa")] });
  await save("Wrote the runbook", { happenedOn: "2026-02-01", outcome: "Payments pages fell", origin: "dm" });
  await save("Paired with Sam", {
    happenedOn: "2026-02-01",
    filings: [
      newFiling("bbbbbbbbbb", { topic: "communication", level: 3, wording: "Mentors colleagues" }),
      newFiling("aaaaaaaaaa", { framework: "/generic", level: 1 }),
    ],
  });
  await save("Rolled back the café menu", { happenedOn: "2026-03-01", note: "ask about the payment" });
  await log.save(grace, newWin("Payments are mine"), newGesture());
}

test.for<[string, WinFilter, readonly string[]]>([
  ["everything, newest first", {}, ["Rolled", "Paired", "Wrote", "Led"]],
  ["a word in text, outcome or note, stemmed", { words: "paying PAYMENT" }, []],
  ["one word", { words: "payment" }, ["Rolled", "Wrote", "Led"]],
  ["every word must occur", { words: "payments, rollback" }, ["Led"]],
  ["words of a filing's wording", { words: "mentor" }, ["Paired"]],
  ["accents and case do not matter", { words: "CAFE" }, ["Rolled"]],
  ["words without meaning are left out", { words: "the payments of the" }, ["Rolled", "Wrote", "Led"]],
  ["nothing but such words finds nothing", { words: "the of" }, []],
  ["signs find nothing", { words: "\"*%_'" }, []],
  ["blank words ask for nothing", { words: "  " }, ["Rolled", "Paired", "Wrote", "Led"]],
  ["topic", { topic: "mastery" }, ["Paired", "Led"]],
  ["topic and level of one and the same filing", { topic: "mastery", level: 3 }, []],
  ["topic and level", { topic: "communication", level: 3 }, ["Paired"]],
  ["framework", { framework: "/generic" }, ["Paired"]],
  ["criterion", { criterionId: "aaaaaaaaaa" }, ["Paired", "Led"]],
  ["period, both days included", { from: "2026-01-10", to: "2026-02-01" }, ["Paired", "Wrote", "Led"]],
  ["unfiled", { unfiled: true }, ["Rolled", "Wrote"]],
  ["filed", { unfiled: false }, ["Paired", "Led"]],
  ["origin", { origin: "dm" }, ["Wrote"]],
  ["all at once", { words: "paired", topic: "mastery", level: 1, from: "2026-01-01", unfiled: false }, ["Paired"]],
])("list by %s", async ([, filter, expected]) => {
  await using store = await createTestStore();
  await fill(store);

  const { wins, total, next } = await store.log.list(ada, filter, 10);

  expect(wins.map(({ text }) => text.split(" ")[0])).toEqual(expected);
  expect({ total, next }).toEqual({ total: expected.length, next: null });
});

test("pages follow each other without a gap or a repeat, also when wins come and go in between", async () => {
  await using store = await createTestStore();
  for (let index = 0; index < 25; index += 1) {
    await store.log.save(ada, newWin(`Win ${index}`, { happenedOn: `2026-03-0${1 + (index % 3)}` }), newGesture());
  }
  const all = (await store.log.list(ada, {}, 100)).wins.map(({ id }) => id);

  const first = await store.log.list(ada, {}, 10);
  await store.log.save(ada, newWin("Newer"), newGesture());
  await store.log.remove(ada, first.wins[4]?.id ?? "");
  const second = await store.log.list(ada, {}, 10, first.next ?? "");
  const third = await store.log.list(ada, {}, 10, second.next ?? "");

  expect([...first.wins, ...second.wins, ...third.wins].map(({ id }) => id)).toEqual(all);
  expect([first.total, second.total, third.next]).toEqual([25, 25, null]);
});

test("a page has at least one win and at most a hundred", async () => {
  await using store = await createTestStore();
  for (let index = 0; index < 105; index += 1) {
    await store.log.save(ada, newWin(`Win ${index}`), newGesture());
  }

  expect((await store.log.list(ada, {}, 100_000)).wins).toHaveLength(100);
  expect((await store.log.list(ada, {}, -1)).wins).toHaveLength(1);
});

test("coverage counts each win once per criterion and says where it was filed last", async () => {
  await using store = await createTestStore();
  await fill(store);

  expect(await store.log.coverage(ada)).toEqual([
    { criterionId: "aaaaaaaaaa", framework: "/generic", topic: "mastery", level: 1, wins: 2, latest: "2026-02-01" },
    {
      criterionId: "bbbbbbbbbb",
      framework: "/engineering/backend",
      topic: "communication",
      level: 3,
      wins: 1,
      latest: "2026-02-01",
    },
  ]);
});

test("everything comes oldest first, however many there are, without what is removed", async () => {
  await using store = await createTestStore();
  const days = Array.from({ length: 230 }, (_, index) => `2026-01-${String(1 + (index % 28)).padStart(2, "0")}`);
  for (const [index, happenedOn] of days.entries()) {
    await store.log.save(ada, newWin(`Win ${index}`, { happenedOn }), newGesture());
  }
  const removed = (await store.log.list(ada, {}, 1)).wins[0];
  await store.log.remove(ada, removed?.id ?? "");

  const wins = await collect(store.log.everything(ada));

  expect(wins).toHaveLength(229);
  expect(wins.map(({ happenedOn }) => happenedOn)).toEqual(days.toSorted().slice(0, 229));
  expect(new Set(wins.map(({ id }) => id)).size).toBe(229);
});

test("edit changes what is named and nothing else; filing twice is one; unfiling takes it away", async () => {
  await using store = await createTestStore();
  const { win } = await store.log.save(
    ada,
    newWin("Shipped", { note: "n", links: ["https://example.com"] }),
    newGesture(),
  );
  store.clock.forward(hour);

  const edited = await store.log.edit(ada, win.id, { happenedOn: "2025-12-31", people: ["U9"] });
  expect(edited).toEqual({ ...win, happenedOn: "2025-12-31", people: ["U9"], editedAt: "2026-03-04T10:00:00.000Z" });
  expect(await store.log.get(ada, win.id)).toEqual(edited);

  const filing = newFiling("aaaaaaaaaa");
  await store.log.file(ada, win.id, filing);
  await store.log.file(ada, win.id, { ...filing, filedAt: "2026-03-05T00:00:00.000Z" });
  expect((await store.log.get(ada, win.id))?.filings).toEqual([filing]);

  const refiled = { ...filing, wording: "Reworded criterion", filedAt: "2026-03-06T00:00:00.000Z" };
  expect((await store.log.file(ada, win.id, refiled))?.filings).toEqual([refiled]);
  expect((await store.log.list(ada, { words: "reworded" }, 10)).total).toBe(1);

  expect((await store.log.unfile(ada, win.id, "aaaaaaaaaa"))?.filings).toEqual([]);
  expect((await store.log.list(ada, { words: "reworded" }, 10)).total).toBe(0);
});

test("choices, focus, notes and drafts are kept and changed", async () => {
  await using store = await createTestStore();
  const { log } = store;
  const focus = { framework: "/a", topic: "mastery", criterionId: null, wording: null, note: null } as const;

  await log.saveProfile(ada, { framework: "/a", level: 3, emojiCapture: true });
  expect(await log.saveProfile(ada, { level: null, tz: "Europe/London" })).toEqual({
    framework: "/a",
    level: null,
    subLevel: null,
    tz: "Europe/London",
    emojiCapture: true,
    setUpAt: null,
    homeOpenedAt: null,
  });
  expect(await log.profile(ada)).toMatchObject({ tz: "Europe/London", emojiCapture: true });

  await log.saveFocus(ada, [
    { ...focus, kind: "topic" },
    { ...focus, kind: "criterion", criterionId: "x", wording: "W" },
  ]);
  await log.saveFocus(ada, [{ ...focus, kind: "criterion", criterionId: "y", wording: "V", note: "n" }]);
  expect(await log.focus(ada)).toEqual([{ ...focus, kind: "criterion", criterionId: "y", wording: "V", note: "n" }]);

  await log.saveOpportunityNote(ada, "x", null);
  await log.saveOpportunityNote(ada, "x", "Not on this team");
  expect(await log.opportunityNotes(ada)).toEqual([
    { criterionId: "x", note: "Not on this team", notedAt: "2026-03-04T09:00:00.000Z" },
  ]);
  await log.removeOpportunityNote(ada, "x");
  expect(await log.opportunityNotes(ada)).toEqual([]);

  const draft = await log.keepDraft(ada, {
    text: "t",
    origin: "modal",
    source: { permalink: null, messageKey: null, author: null },
    reason: "r",
  });
  expect(await log.draft(ada, draft.id)).toEqual(draft);
  await log.dropDraft(ada, draft.id);
  expect(await log.draft(ada, draft.id)).toBeUndefined();
});
