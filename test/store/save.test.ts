import { expect, test } from "vitest";
import type { Owner } from "../../src/evidence/types.ts";
import { ada, collect, createTestStore, hour, newFiling, newGesture, newWin, second } from "./store-kit.ts";

const message = { permalink: "https://example.com/p1", messageKey: "C1:1.2", author: null };

test("a win is saved as typed and read back the same", async () => {
  await using store = await createTestStore();
  const text = "  <@U9> fixed *it* \u0000 \u{1F680}\r\n`rm -rf` 'quoted' \"twice\" \\ ";
  const win = newWin(text, {
    outcome: "No pages since",
    note: "ask Sam",
    people: ["U9", "Sam"],
    links: ["https://example.com"],
    source: message,
    filings: [newFiling("aaaaaaaaaa"), newFiling("bbbbbbbbbb"), newFiling("aaaaaaaaaa")],
  });

  const saved = await store.log.save(ada, win, newGesture());

  expect(saved.outcome).toBe("saved");
  expect(saved.win).toEqual(await store.log.get(ada, saved.win.id));
  expect(saved.win).toMatchObject({
    text,
    outcome: "No pages since",
    note: "ask Sam",
    people: ["U9", "Sam"],
    links: ["https://example.com"],
    source: message,
    createdAt: "2026-03-04T09:00:00.000Z",
    editedAt: null,
    deletedAt: null,
  });
  expect(saved.win.filings.map(({ criterionId }) => criterionId)).toEqual(["aaaaaaaaaa", "bbbbbbbbbb"]);
});

test("the same gesture again gives the win of the first time", async () => {
  await using store = await createTestStore();
  const gesture = newGesture();

  const first = await store.log.save(ada, newWin("Shipped it"), gesture);
  store.clock.forward(2 * hour);
  const again = await store.log.save(ada, newWin("Something else altogether"), gesture);

  expect(again).toEqual({ outcome: "repeat", win: first.win });
  expect((await store.log.list(ada, {}, 10)).total).toBe(1);
});

test("the same gesture twice at once is one record", async () => {
  await using store = await createTestStore({ onDisk: true });
  const gesture = newGesture();

  const saved = await Promise.all(Array.from({ length: 20 }, () => store.log.save(ada, newWin("Shipped it"), gesture)));

  expect(new Set(saved.map(({ win }) => win.id)).size).toBe(1);
  expect(saved.filter(({ outcome }) => outcome === "saved")).toHaveLength(1);
  expect((await store.log.list(ada, {}, 10)).total).toBe(1);
});

test("the same source message is one record, whoever hands it over by whatever way and whenever", async () => {
  await using store = await createTestStore();
  const saved = await Promise.all(
    (["emoji", "shortcut", "mention"] as const).map((origin) =>
      store.log.save(ada, newWin(`By ${origin}`, { origin, source: message }), newGesture()),
    ),
  );
  store.clock.forward(400 * 24 * hour);
  const later = await store.log.save(ada, newWin("Much later", { source: message }), { ...newGesture(), again: true });

  expect(saved.map(({ outcome }) => outcome)).toEqual(["saved", "repeat", "repeat"]);
  expect(later.win).toEqual(saved[0]?.win);
  expect((await store.log.list(ada, {}, 10)).total).toBe(1);
});

test("the same text within 60 seconds saves nothing until the person asks again", async () => {
  await using store = await createTestStore();
  const first = await store.log.save(ada, newWin("Shipped it"), newGesture());

  store.clock.forward(60 * second);
  const gesture = newGesture();
  const same = await store.log.save(ada, newWin("Shipped it"), gesture);
  const again = await store.log.save(ada, newWin("Shipped it"), { ...newGesture(), again: true });

  expect(same).toEqual({ outcome: "same-text", win: first.win });
  expect(again.outcome).toBe("saved");
  expect(again.win.id).not.toBe(first.win.id);

  store.clock.forward(61 * second);
  expect((await store.log.save(ada, newWin("Shipped it"), gesture)).outcome).toBe("repeat");
  expect((await store.log.save(ada, newWin("Shipped it"), newGesture())).outcome).toBe("saved");
  expect((await store.log.list(ada, {}, 10)).total).toBe(3);
});

test("text that was removed is no reason to refuse it again", async () => {
  await using store = await createTestStore();
  const first = await store.log.save(ada, newWin("Shipped it", { source: message }), newGesture());
  await store.log.remove(ada, first.win.id);

  const again = await store.log.save(ada, newWin("Shipped it, reworded", { source: message }), newGesture());

  expect(again.outcome).toBe("saved");
  expect(again.win.text).toBe("Shipped it, reworded");
  expect(await store.log.restore(ada, first.win.id)).toBeUndefined();
  expect(await collect(store.log.everything(ada))).toEqual([again.win]);
});

test("two people can save the same message and the same text", async () => {
  await using store = await createTestStore();
  const owners: readonly Owner[] = [ada, { team: "T1", user: "U2" }, { team: "T2", user: "U1" }];
  const gesture = newGesture();
  const saved = await Promise.all(
    owners.map((owner) => store.log.save(owner, newWin("Shipped it", { source: message }), gesture)),
  );

  expect(saved.map(({ outcome }) => outcome)).toEqual(["saved", "saved", "saved"]);
});

test("12,000 different words are indexed and found", async () => {
  await using store = await createTestStore();
  const text = Array.from({ length: 2400 }, (_, index) => `w${index.toString(36)}x`).join(" ");
  await store.log.save(ada, newWin(text), newGesture());

  expect((await store.log.list(ada, { words: "w1unx w0x" }, 10)).total).toBe(1);
});
