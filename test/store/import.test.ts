import { expect, test } from "vitest";
import type { Win } from "../../src/evidence/types.ts";
import { toExportJson } from "../../src/export/export.ts";
import { parseExport } from "../../src/export/parse-export.ts";
import { newExport } from "../support/empty-export.ts";
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

async function fill({ log, clock }: TestStore): Promise<Win[]> {
  const source = { permalink: "https://example.com/p", messageKey: "C1:1.2", author: "U3" };
  const { win } = await log.save(ada, newWin("One", { source, filings: [newFiling("aaaaaaaaaa")] }), newGesture());
  clock.forward(hour);
  await log.edit(ada, win.id, { outcome: "It works" });
  for (let index = 0; index < 60; index += 1) {
    clock.forward(hour);
    await log.save(ada, newWin(`Number ${index}`), newGesture());
  }
  return roundTrip(await collect(log.everything(ada)));
}

function roundTrip(wins: readonly Win[]): Win[] {
  const json = toExportJson(newExport({ wins }));
  const { exported } = parseExport(json);
  expect(exported?.wins).toEqual(wins);
  return [...(exported?.wins ?? [])];
}

const withoutId = (win: Win) => ({ ...win, id: "", origin: "import" });

test("importing one's own export changes nothing", async () => {
  await using store = await createTestStore();
  const wins = await fill(store);

  expect(await store.log.importWins(ada, wins)).toEqual({ added: 0, present: 61 });
  expect(await collect(store.log.everything(ada))).toEqual(wins);
});

test("after forgetting, the file brings everything back, once however often it is imported", async () => {
  await using store = await createTestStore();
  const wins = await fill(store);
  await store.log.forget(ada);

  expect(await store.log.importWins(ada, wins)).toEqual({ added: 61, present: 0 });
  const back = await collect(store.log.everything(ada));
  store.clock.forward(1000 * hour);
  await store.log.purge(store.clock.now());
  expect(await store.log.importWins(ada, wins)).toEqual({ added: 0, present: 61 });
  expect(await store.log.importWins(ada, roundTrip(back))).toEqual({ added: 0, present: 61 });

  expect(back.map(withoutId)).toEqual(wins.map(withoutId));
  expect(await collect(store.log.everything(ada))).toEqual(back);
  expect((await store.log.list(ada, { words: "works" }, 10)).total).toBe(1);
});

test("somebody else's file becomes copies of one's own, with other ids", async () => {
  await using store = await createTestStore();
  const wins = await fill(store);

  expect(await store.log.importWins(grace, wins)).toEqual({ added: 61, present: 0 });
  expect(await store.log.importWins(grace, wins)).toEqual({ added: 0, present: 61 });

  const copies = await collect(store.log.everything(grace));
  expect(copies.map(withoutId)).toEqual(wins.map(withoutId));
  expect(copies.filter(({ id }) => wins.some((win) => win.id === id))).toEqual([]);
  expect(await collect(store.log.everything(ada))).toEqual(wins);
});

test("a win that was removed comes back with the file", async () => {
  await using store = await createTestStore();
  const wins = await fill(store);
  await store.log.remove(ada, wins[0]?.id ?? "");

  expect(await store.log.importWins(ada, wins)).toEqual({ added: 1, present: 60 });
  expect((await collect(store.log.everything(ada))).map(({ text }) => text).sort()).toEqual(
    wins.map(({ text }) => text).sort(),
  );
});

test("a file that names a win twice adds it once", async () => {
  await using store = await createTestStore();
  const wins = await fill(store);

  expect(await store.log.importWins(grace, [...wins, ...wins])).toEqual({ added: 61, present: 61 });
});
