import { expect, test } from "vitest";
import type { Win } from "../../src/evidence/types.ts";
import { visibilityOf, wordsMark } from "../../src/evidence/visibility.ts";
import { toExportJson } from "../../src/export/export.ts";
import { parseExport } from "../../src/export/parse-export.ts";
import { newExport } from "../support/empty-export.ts";
import {
  ada,
  collect,
  createTestStore,
  grace,
  hour,
  newGesture,
  newShare,
  newWin,
  type TestStore,
} from "./store-kit.ts";

const source = { permalink: null, messageKey: "C1:1.2", author: null };

async function shared({ log }: TestStore, more: Parameters<typeof newWin>[1] = {}) {
  const { win } = await log.save(ada, newWin("Shipped it", more), newGesture());
  const found = await log.share(ada, win.id, newShare("C1", wordsMark(win)), newGesture());
  if (found?.share === undefined) throw new Error("Nothing was shared.");
  return { win: found.win, share: found.share };
}

async function visibilityStored({ database }: TestStore): Promise<readonly string[]> {
  const rows = await database.queries.selectFrom("win").select("visibility").execute();
  return rows.map(({ visibility }) => visibility);
}

test("a win is private until it is shared, and what was shared where and when stands with it", async () => {
  await using store = await createTestStore();
  const { win } = await store.log.save(ada, newWin("Shipped it"), newGesture());
  expect(win.shares).toEqual([]);
  expect(await visibilityStored(store)).toEqual(["private"]);

  store.clock.forward(hour);
  const found = await store.log.share(ada, win.id, newShare("C1", wordsMark(win)), newGesture());

  expect(found?.outcome).toBe("shared");
  expect(found?.win.shares).toEqual([
    {
      id: found?.share?.id,
      audience: { kind: "channel", id: "C1", name: "backend" },
      sharedAt: "2026-03-04T10:00:00.000Z",
      shown: wordsMark(win),
      messageTs: null,
      withdrawnAt: null,
    },
  ]);
  expect(await store.log.get(ada, win.id)).toEqual(found?.win);
  expect((await store.log.list(ada, { shared: true }, 10)).wins).toEqual([found?.win]);
  expect(await visibilityStored(store)).toEqual(["shared"]);
});

test("withdrawing says when and from where, and only the last one makes the win its owner's alone again", async () => {
  await using store = await createTestStore();
  const { win, share } = await shared(store);
  const other = await store.log.share(ada, win.id, newShare("C2"), newGesture());
  store.clock.forward(hour);

  const first = await store.log.withdraw(ada, share.id, "17.1");
  expect(first?.shares[0]).toMatchObject({ messageTs: "17.1", withdrawnAt: "2026-03-04T10:00:00.000Z" });
  expect(first === undefined ? "" : visibilityOf(first)).toBe("shared");

  const last = await store.log.withdraw(ada, other?.share?.id ?? "", null);
  expect(last === undefined ? "" : visibilityOf(last)).toBe("withdrawn");
  expect(await visibilityStored(store)).toEqual(["withdrawn"]);
  expect((await store.log.list(ada, { shared: true }, 10)).total).toBe(0);

  store.clock.forward(hour);
  expect(await store.log.withdraw(ada, share.id, null)).toEqual(last);
});

test("a card that was never posted leaves no trace", async () => {
  await using store = await createTestStore();
  const { win, share } = await shared(store);

  await store.log.unshare(ada, share.id);

  expect((await store.log.get(ada, win.id))?.shares).toEqual([]);
  expect(await visibilityStored(store)).toEqual(["private"]);
});

test("the same press is shared once, at once or later", async () => {
  await using store = await createTestStore();
  const { win } = await store.log.save(ada, newWin("Shipped it"), newGesture());
  const gesture = newGesture();

  const found = await Promise.all([1, 2, 3].map(() => store.log.share(ada, win.id, newShare(), gesture)));
  store.clock.forward(hour);
  const later = await store.log.share(ada, win.id, newShare(), gesture);

  expect(found.map((one) => one?.outcome)).toEqual(["shared", "repeat", "repeat"]);
  expect(later).toMatchObject({ outcome: "repeat", share: found[0]?.share });
  expect(later?.win.shares).toHaveLength(1);
});

test("a removed win is not shared, but its card can be withdrawn and comes back with it", async () => {
  await using store = await createTestStore();
  const { win, share } = await shared(store);
  await store.log.remove(ada, win.id);

  expect(await store.log.share(ada, win.id, newShare("C2"), newGesture())).toBeUndefined();
  expect((await store.log.withdraw(ada, share.id, "17.1"))?.shares).toMatchObject([{ messageTs: "17.1" }]);
  expect((await store.log.restore(ada, win.id))?.shares).toMatchObject([{ messageTs: "17.1" }]);
});

test("a removed win whose message is saved again hands its standing card on", async () => {
  await using store = await createTestStore();
  const { win } = await shared(store, { source });
  await store.log.remove(ada, win.id);

  const again = await store.log.save(ada, newWin("Shipped it, reworded", { source }), newGesture());

  expect(again.win.shares).toEqual(win.shares);
  expect(await store.log.get(ada, again.win.id)).toEqual(again.win);
});

function file(wins: readonly Win[]): readonly Win[] {
  return parseExport(toExportJson(newExport({ wins }))).exported?.wins ?? [];
}

test("one's own file says again what is shared, and somebody else's does not", async () => {
  await using store = await createTestStore();
  const { share } = await shared(store);
  const wins = file(await collect(store.log.everything(ada)));
  await store.log.forget(ada);

  await store.log.importWins(grace, wins);
  await store.log.importWins(ada, wins);

  const [mine] = await collect(store.log.everything(ada));
  const [hers] = await collect(store.log.everything(grace));
  expect(mine?.shares).toEqual([share]);
  expect(hers?.shares).toEqual([]);
});

test("an import in the place of a removed win does not forget that its card stands", async () => {
  await using store = await createTestStore();
  const { win } = await store.log.save(ada, newWin("Shipped it"), newGesture());
  const wins = file([win]);
  const found = await store.log.share(ada, win.id, newShare(), newGesture());
  await store.log.remove(ada, win.id);

  await store.log.importWins(ada, wins);

  expect((await collect(store.log.everything(ada)))[0]?.shares).toEqual([found?.share]);
});

test("an export of before wins said who can see them is read as private", async () => {
  await using store = await createTestStore();
  const { win } = await store.log.save(ada, newWin("Shipped it"), newGesture());
  const { shares: _, ...before } = win;

  expect(file([before as Win])).toEqual([win]);
});

test("what was shared goes with the win when it is purged", async () => {
  await using store = await createTestStore();
  const { win } = await shared(store);
  await store.log.remove(ada, win.id);
  store.clock.forward(24 * hour);
  await store.log.purge(store.clock.now());

  expect(await store.database.queries.selectFrom("win_share").selectAll().execute()).toEqual([]);
});
