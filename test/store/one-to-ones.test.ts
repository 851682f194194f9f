import type { CompiledQuery } from "kysely";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Owner } from "../../src/evidence/types.ts";
import type { OneToOneBook } from "../../src/one-to-ones/one-to-one-book.ts";
import type { Copy, OneToOne, Point } from "../../src/one-to-ones/types.ts";
import { ada, createTestStore, grace, hour, namesake, newGesture, newTerms, newWin } from "./store-kit.ts";

interface Secret {
  readonly book: OneToOneBook;
  readonly one: OneToOne;
  readonly point: Point;
  readonly copy: Copy;
}

const day = "2026-03-10";
const view = { text: "Secret copy", blocks: [{ type: "divider" }] };
const words = { text: "Secret point", permalink: null };

/** For every method what somebody else tries with everything they could know of Ada's, and what they get. */
const tries: Readonly<Record<keyof OneToOneBook, (stranger: Owner, secret: Secret) => Promise<void>>> = {
  async list(stranger, { book }) {
    expect(await book.list(stranger)).toEqual([]);
  },
  async get(stranger, { book, one }) {
    expect(await book.get(stranger, one.id)).toBeUndefined();
  },
  async create(stranger, { book, one }) {
    const made = await book.create(stranger, newTerms({ time: "11:00" }), "meeting");
    expect(made.id).not.toBe(one.id);
    await book.remove(stranger, made.id);
  },
  async change(stranger, { book, one }) {
    expect(await book.change(stranger, one.id, { time: "03:00" })).toBeUndefined();
  },
  async remove(stranger, { book, one }) {
    expect(await book.remove(stranger, one.id)).toBe(false);
  },
  async turns(stranger, { book, one }) {
    expect(await book.turns(stranger, one.id)).toEqual([]);
  },
  async noteTurn(stranger, { book, one }) {
    await book.noteTurn(stranger, one.id, day, { agreed: "Overwritten" });
    expect(await book.turns(stranger, one.id)).toEqual([]);
  },
  async points(stranger, { book, one }) {
    expect(await book.points(stranger, one.id)).toEqual([]);
  },
  async addPoint(stranger, { book, one }) {
    expect(await book.addPoint(stranger, one.id, words, "point")).toBeUndefined();
  },
  async changePoint(stranger, { book, point }) {
    expect(await book.changePoint(stranger, point.id, "Overwritten")).toBe(false);
  },
  async closePoint(stranger, { book, point }) {
    expect(await book.closePoint(stranger, point.id)).toBe(false);
  },
  async keepCopy(stranger, { book, one, copy }) {
    const kept = await book.keepCopy(stranger, { oneToOne: one.id, day, to: "U9", view });
    expect(kept.id).not.toBe(copy.id);
  },
  async copy(stranger, { book, copy }) {
    expect(await book.copy(stranger, copy.id)).toBeUndefined();
  },
  async claimCopy(stranger, { book, copy }) {
    expect(await book.claimCopy(stranger, copy.id)).toBe(false);
  },
  async releaseCopy(stranger, { book, copy }) {
    await book.releaseCopy(stranger, copy.id);
  },
  async copySent(stranger, { book, copy }) {
    await book.copySent(stranger, copy.id, { channel: "D1", ts: "1.2" });
  },
  async copyWithdrawn(stranger, { book, copy }) {
    await book.copyWithdrawn(stranger, copy.id);
  },
  async copyChannel(stranger, { book, copy }) {
    expect(await book.copyChannel(stranger, copy.to)).toBeUndefined();
  },
  async sentCopies(stranger, { book, one }) {
    expect(await book.sentCopies(stranger, one.id)).toEqual([]);
  },
  async everything(stranger, { book }) {
    expect(await book.everything(stranger)).toEqual([]);
  },
  async takeIn(stranger, { book, one }) {
    const [kept] = await book.everything(ada);
    if (kept === undefined) return;
    await book.takeIn(stranger, [{ ...kept, with: "U9", turns: [], points: [] }]);
    expect(await book.list(stranger)).toHaveLength(1);
    await book.remove(stranger, one.id);
  },
  async receives(stranger, { book }) {
    expect(await book.receives(stranger, "U9")).toBe(true);
  },
  async receive(stranger, { book }) {
    await book.receive(stranger, "U9", true);
  },
  async stopped(stranger, { book }) {
    expect(await book.stopped(stranger)).toEqual([]);
  },
  async loggedSince(stranger, { book }) {
    expect(await book.loggedSince(stranger, 0)).toBe(false);
  },
};

async function everythingOf(book: OneToOneBook, { one, copy }: Secret) {
  return {
    list: await book.list(ada),
    turns: await book.turns(ada, one.id),
    points: await book.points(ada, one.id),
    copy: await book.copy(ada, copy.id),
    stopped: await book.stopped(ada),
    everything: await book.everything(ada),
  };
}

async function createSecret(book: OneToOneBook): Promise<Secret> {
  const one = await book.create(ada, newTerms(), "meeting");
  const point = await book.addPoint(ada, one.id, words, "point");
  if (point === undefined) throw new Error("no point");
  await book.noteTurn(ada, one.id, day, { agreed: "Secret", leftOut: ["x"] });
  const copy = await book.keepCopy(ada, { oneToOne: one.id, day, to: "U9", view });
  await book.receive(ada, "U9", false);
  return { book, one, point, copy };
}

test.for([
  ["the other person of the 1:1", grace],
  ["somebody with the same id elsewhere", namesake],
] as const)("every method answers %s as if Ada had nothing, and changes nothing of hers", async ([, stranger]) => {
  await using store = await createTestStore();
  const book = store.oneToOnes;
  const secret = await createSecret(book);
  await store.log.save(ada, newWin("Secret win"), newGesture());
  const before = await everythingOf(book, secret);

  for (const attempt of Object.values(tries)) {
    await attempt(stranger, secret);
    expect(await everythingOf(book, secret)).toEqual(before);
  }
  expect(Object.keys(book).sort()).toEqual(Object.keys(tries).sort());
});

test("a repeated gesture makes one 1:1 and one point", async () => {
  await using store = await createTestStore();
  const book = store.oneToOnes;
  const first = await book.create(ada, newTerms(), "same");
  const again = await book.create(ada, newTerms({ time: "15:00" }), "same");
  expect(again).toEqual(first);

  const point = await book.addPoint(ada, first.id, words, "same");
  expect(await book.addPoint(ada, first.id, words, "same")).toEqual(point);
  expect(await book.points(ada, first.id)).toHaveLength(1);
});

test("a point stays until it is closed, with every byte of it", async () => {
  await using store = await createTestStore();
  const book = store.oneToOnes;
  const { id } = await book.create(ada, newTerms(), "meeting");
  const text = " <@U1> &amp; *bold*\n\u202Eabc 👩‍👩‍👧‍👦' ; drop table one_to_one; -- ";
  const point = await book.addPoint(ada, id, { text, permalink: null }, "point");

  expect((await book.points(ada, id)).map((one) => one.text)).toEqual([text]);
  expect(await book.closePoint(ada, point?.id ?? "")).toBe(true);
  expect(await book.points(ada, id)).toEqual([]);
});

test("a copy is claimed once, stays as it was laid out, and is emptied when it is withdrawn", async () => {
  await using store = await createTestStore();
  const book = store.oneToOnes;
  const { copy } = await createSecret(book);

  expect(await book.claimCopy(ada, copy.id)).toBe(true);
  expect(await book.claimCopy(ada, copy.id)).toBe(false);
  await book.releaseCopy(ada, copy.id);
  expect(await book.claimCopy(ada, copy.id)).toBe(true);
  await book.copySent(ada, copy.id, { channel: "D1", ts: "1.2" });
  await book.releaseCopy(ada, copy.id);
  expect(await book.copy(ada, copy.id)).toMatchObject({ state: "sent", view, at: { channel: "D1", ts: "1.2" } });

  await book.copyWithdrawn(ada, copy.id);
  expect(await book.copy(ada, copy.id)).toMatchObject({ state: "withdrawn", view: { text: "", blocks: [] } });
});

test("removing a 1:1 removes what hangs on it", async () => {
  await using store = await createTestStore();
  const book = store.oneToOnes;
  const { one, copy } = await createSecret(book);

  expect(await book.remove(ada, one.id)).toBe(true);
  expect(await book.copy(ada, copy.id)).toBeUndefined();
  expect(await book.turns(ada, one.id)).toEqual([]);
  expect(await book.points(ada, one.id)).toEqual([]);
});

test("logged since counts what was saved, whichever day it is about, and nothing that was taken back", async () => {
  await using store = await createTestStore();
  const { log, oneToOnes, clock } = store;
  const before = clock.now().getTime();
  clock.forward(hour);
  const { win } = await log.save(ada, newWin("Long ago", { happenedOn: "2025-01-01" }), newGesture());

  expect(await oneToOnes.loggedSince(ada, before)).toBe(true);
  expect(await oneToOnes.loggedSince(ada, clock.now().getTime() + 1)).toBe(false);
  await log.remove(ada, win.id);
  expect(await oneToOnes.loggedSince(ada, before)).toBe(false);
});

test("no statement about 1:1s reads a whole table", async () => {
  const statements = new Map<string, CompiledQuery>();
  await using store = await createTestStore({ log: ({ query }) => void statements.set(query.sql, query) });
  for (let user = 0; user < 30; user += 1) {
    await createSecret(asUser(store.oneToOnes, { team: "T1", user: `U${user}` }));
  }
  statements.clear();
  const secret = {
    ...(await createSecret(asUser(store.oneToOnes, { team: "T1", user: "U99" }))),
    book: store.oneToOnes,
  };
  for (const attempt of Object.values(tries)) await attempt(namesake, secret);

  const questions = [...statements.values()].filter(({ sql: text }) => /^(?:select|update|delete)/.test(text));
  expect(questions.length).toBeGreaterThan(15);
  for (const { sql: text, parameters } of questions) {
    const parts = text
      .split("?")
      .flatMap((part, at) => (at === 0 ? [sql.raw(part)] : [sql`${parameters[at - 1]}`, sql.raw(part)]));
    const { rows } = await sql<{ detail: string }>`explain query plan ${sql.join(parts, sql.raw(" "))}`.execute(
      store.database.queries,
    );
    expect(
      rows.filter(({ detail }) => /^SCAN (?!CONSTANT)/.test(detail)),
      text,
    ).toEqual([]);
  }
});

/** The book, whoever is named, as that person. */
function asUser(book: OneToOneBook, owner: Owner): OneToOneBook {
  return new Proxy(book, {
    get: (target, name: keyof OneToOneBook) => {
      const method = target[name] as (...rest: readonly unknown[]) => unknown;
      return (_: unknown, ...rest: readonly unknown[]) => method(owner, ...rest);
    },
  });
}
