import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { StoreBusyError, StoreFullError } from "../../src/store/store-errors.ts";
import { ada, collect, createTestStore, newGesture, newWin } from "./store-kit.ts";

test("a database that another process holds is said to be busy, and the same gesture works later", async () => {
  await using store = await createTestStore({ onDisk: true, busyMs: 1 });
  const other = new SQLite(store.path);
  const gesture = newGesture();
  other.exec("begin immediate");

  await expect(store.log.save(ada, newWin("Shipped"), gesture)).rejects.toBeInstanceOf(StoreBusyError);
  expect((await store.log.list(ada, {}, 10)).total).toBe(0);

  other.exec("commit");
  other.close();
  expect((await store.log.save(ada, newWin("Shipped"), gesture)).outcome).toBe("saved");
});

test("while another process holds the database, reading goes on, and what is to be written is written when it lets go", async () => {
  await using store = await createTestStore({ onDisk: true, busyMs: 5_000 });
  await store.log.save(ada, newWin("Before"), newGesture());
  const other = new SQLite(store.path);
  other.exec("begin immediate");
  const saving = store.log.save(ada, newWin("Meanwhile"), newGesture());
  const order: string[] = [];
  void saving.then(() => order.push("saved"));

  const { wins } = await store.log.list(ada, {}, 10);
  order.push("read");
  expect(wins).toHaveLength(1);
  await new Promise(setImmediate);
  other.exec("rollback");
  other.close();
  expect((await saving).outcome).toBe("saved");
  expect(order).toEqual(["read", "saved"]);
});

test("who comes while the database has been held for long does not wait as well, until it was free again", async () => {
  await using store = await createTestStore({ onDisk: true, busyMs: 800 });
  const other = new SQLite(store.path);
  const save = (text = "Shipped") => store.log.save(ada, newWin(text), newGesture());
  const refused = (saving: Promise<unknown>) => saving.then(String, ({ name }: Error) => name);
  const soon = () => new Promise((resolve) => setTimeout(resolve, 400, "still waits"));
  other.exec("begin immediate");

  expect(await Promise.race([refused(save()), soon()])).toBe("still waits");
  expect(await refused(save())).toBe("StoreBusyError");
  expect(await Promise.race([refused(save()), soon()])).toBe("StoreBusyError");
  other.exec("rollback");
  expect((await save()).outcome).toBe("saved");
  other.exec("begin immediate");
  const saving = save("Shipped again");
  expect(await Promise.race([refused(saving), soon()])).toBe("still waits");
  other.exec("rollback");
  other.close();
  expect((await saving).outcome).toBe("saved");
});

test("a full disk is said to be full, nothing is half written, and writing works again when there is space", async () => {
  await using store = await createTestStore({ onDisk: true });
  await store.log.save(ada, newWin("Before"), newGesture());
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.database.queries);
  const limit = (count: number) => sql.raw(`pragma max_page_count = ${count}`).execute(store.database.queries);
  await limit(pages.rows[0]?.page_count ?? 1);
  const gesture = newGesture();
  const big = newWin(Array.from({ length: 1500 }, (_, index) => `w${index}`).join(" "));

  await expect(store.log.save(ada, big, gesture)).rejects.toBeInstanceOf(StoreFullError);
  expect((await collect(store.log.everything(ada))).map(({ text }) => text)).toEqual(["Before"]);
  expect((await store.log.list(ada, { words: "w7" }, 10)).total).toBe(0);

  await limit(1_000_000);
  expect((await store.log.save(ada, big, gesture)).outcome).toBe("saved");
  expect((await store.log.list(ada, { words: "w7" }, 10)).total).toBe(1);
});

test("errors carry no word of what was being saved", async () => {
  await using store = await createTestStore({ onDisk: true, busyMs: 1 });
  const other = new SQLite(store.path);
  other.exec("begin immediate");

  const error = await store.log.save(ada, newWin("Zanzibarquux"), newGesture()).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(StoreBusyError);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("Zanzibar");
  other.exec("commit");
  other.close();
});
