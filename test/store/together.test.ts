import { sql } from "kysely";
import { expect, test } from "vitest";
import type { EvidenceLog, Saved } from "../../src/evidence/evidence-log.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";
import { StoreFullError } from "../../src/store/store-errors.ts";
import { inTransaction } from "../../src/store/transaction.ts";
import { ada, collect, createTestStore, grace, newGesture, newWin } from "./store-kit.ts";

/** What arrives at one moment shares a commit; nobody notices, except that it is faster. */

const texts = async (log: EvidenceLog) => (await collect(log.everything(ada))).map(({ text }) => text);

test("a hundred wins at one moment are each saved once, in the order in which they came", async () => {
  await using store = await createTestStore({ onDisk: true });
  const wanted = Array.from({ length: 100 }, (_, n) => `Number ${n}`);

  const saved = await Promise.all(wanted.map((text) => store.log.save(ada, newWin(text), newGesture())));

  expect(saved.map(({ outcome }) => outcome)).toEqual(wanted.map(() => "saved"));
  expect(saved.map(({ win }) => win.id)).toEqual(saved.map(({ win }) => win.id).toSorted());
  expect((await texts(store.log)).toSorted()).toEqual(wanted.toSorted());
});

test("the same gesture twice at one moment is one win, for both", async () => {
  await using store = await createTestStore();
  const gesture = newGesture();

  const [first, second] = await Promise.all([
    store.log.save(ada, newWin("Once"), gesture),
    store.log.save(ada, newWin("Once"), gesture),
  ]);

  expect([first.outcome, second.outcome]).toEqual(["saved", "repeat"]);
  expect(second.win.id).toBe(first.win.id);
});

test("work that fails takes back what it did itself, and nothing of its neighbours", async () => {
  await using store = await createTestStore();
  const broken = inTransaction(store.database.queries, async (tx) => {
    await tx.deleteFrom("win").execute();
    await tx.insertInto("criterion_alias").values({ alias: "half", criterion_id: "done", made_at: "now" }).execute();
    throw new Error("half way");
  });
  const before = store.log.save(grace, newWin("Another's"), newGesture());
  const failed = expect(broken).rejects.toThrow("half way");
  await store.log.save(ada, newWin("Mine"), newGesture());

  await before;
  await failed;
  expect(await texts(store.log)).toEqual(["Mine"]);
  expect((await store.log.list(grace, {}, 10)).total).toBe(1);
  expect(await store.database.queries.selectFrom("criterion_alias").selectAll().execute()).toEqual([]);
});

test("a disk that fills up in the middle fails all that shares the commit, and whoever was told it is saved has it saved", async () => {
  await using store = await createTestStore({ onDisk: true });
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.database.queries);
  const limit = (count: number) => sql.raw(`pragma max_page_count = ${count}`).execute(store.database.queries);
  const long = (n: number) => `Number ${n} ${Array.from({ length: 300 }, (_, index) => `w${n}x${index}`).join(" ")}`;
  await limit((pages.rows[0]?.page_count ?? 1) + 40);

  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, (_, n) => store.log.save(ada, newWin(long(n)), newGesture())),
  );
  const told = answers.filter((one): one is PromiseFulfilledResult<Saved> => one.status === "fulfilled");
  const failed = answers.filter((one) => one.status === "rejected");

  expect(failed.length).toBeGreaterThan(0);
  expect(failed.every(({ reason }) => reason instanceof StoreFullError)).toBe(true);
  expect((await texts(store.log)).toSorted()).toEqual(told.map(({ value }) => value.win.text).toSorted());
  await limit(1_000_000);
  expect((await store.log.save(ada, newWin("Room again"), newGesture())).outcome).toBe("saved");
});

test("thirty-two wins at one moment share a commit, and the next one does not wait in it", async () => {
  const savepoints: string[] = [];
  await using database = await openDatabase("sqlite::memory:", {
    log: ({ query }) => {
      if (query.sql.startsWith("savepoint")) savepoints.push(query.sql);
    },
  });
  const log = createSqlEvidenceLog(database, { now: () => new Date() });

  await Promise.all(Array.from({ length: 33 }, (_, n) => log.save(ada, newWin(`Number ${n}`), newGesture())));

  expect(savepoints).toHaveLength(32);
});
