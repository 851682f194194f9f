import { expect, test } from "vitest";
import type { SeenCriterion } from "../../src/catalogue/match-criteria.ts";
import { syncCriteria } from "../../src/store/sync-criteria.ts";
import { createTestStore, start } from "./store-kit.ts";

function toSeen(...texts: readonly string[]): SeenCriterion[] {
  return texts.map((text) => ({
    framework: "/engineering/backend",
    topic: "mastery",
    level: 2,
    text,
    pinnedId: null,
    firstId: `first-${text.slice(0, 12)}`,
  }));
}

test("ids survive reloads, rewording and a time of absence", async () => {
  await using store = await createTestStore();
  const load = (...texts: readonly string[]) => syncCriteria(store.database, toSeen(...texts), start);

  const first = await load("Writes tests for their own code", "Runs incidents");
  const again = await load("Runs incidents", "Writes tests for their own code");
  const reworded = await load("Writes good tests for their own code");
  const back = await load("Writes good tests for their own code", "Runs incidents");

  expect(first.matches).toEqual(["new", "new"]);
  expect(again.ids).toEqual(first.ids.toReversed());
  expect(reworded.ids).toEqual([first.ids[0]]);
  expect(reworded.gone).toEqual([{ id: first.ids[1], fate: "removed", successor: null }]);
  expect(back.ids).toEqual(first.ids);
  expect(back.gone).toEqual([]);
});

test("an id that was replaced or merged away is followed, through every later change, until it stands for itself again", async () => {
  await using store = await createTestStore();
  const seen = toSeen("Writes tests");
  const pin = (pinnedId: string) =>
    syncCriteria(
      store.database,
      seen.map((one) => ({ ...one, pinnedId })),
      start,
    );

  const { ids } = await syncCriteria(store.database, seen, start);
  const [id = ""] = ids;
  expect((await pin("one")).aliases).toEqual(new Map([[id, "one"]]));
  expect((await pin("two")).aliases).toEqual(
    new Map([
      [id, "two"],
      ["one", "two"],
    ]),
  );
  expect((await pin("two")).aliases).toEqual(
    new Map([
      [id, "two"],
      ["one", "two"],
    ]),
  );
  expect((await pin(id)).aliases).toEqual(
    new Map([
      ["one", id],
      ["two", id],
    ]),
  );
  expect((await syncCriteria(store.database, [], start)).aliases).toEqual(new Map());
});

test("an id that came back and goes again is not followed to what took its place before", async () => {
  await using store = await createTestStore();
  const load = (text: string, pinnedId: string | null) =>
    syncCriteria(
      store.database,
      toSeen(text).map((one) => ({ ...one, pinnedId })),
      start,
    );

  const [id = ""] = (await load("Writes tests", null)).ids;
  expect((await load("Writes tests", "one")).aliases.get(id)).toBe("one");
  await load("Writes tests", id);
  const last = await load("Something quite different", "one");

  expect(last.ids).toEqual(["one"]);
  expect(last.aliases.get(id)).toBeUndefined();
});

test("a thousand criteria are kept, and a second load writes nothing", async () => {
  const written: string[] = [];
  await using store = await createTestStore({ log: ({ query }) => void written.push(query.sql) });
  const seen = toSeen(...Array.from({ length: 1000 }, (_, index) => `${index} is a criterion`));

  const first = await syncCriteria(store.database, seen, start);
  written.length = 0;
  const second = await syncCriteria(store.database, seen, start);

  expect(second.ids).toEqual(first.ids);
  expect(written.filter((sql) => /^(?:insert|update|delete)/.test(sql))).toEqual([]);
});
