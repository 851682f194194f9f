import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Owner } from "../../src/evidence/types.ts";
import { takeTurn } from "../../src/nudges/planning.ts";
import type { Rule } from "../../src/nudges/time/rule.ts";
import type { Database } from "../../src/store/open-database.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";
import {
  ada,
  createTestStore,
  grace,
  hour,
  namesake,
  newFiling,
  newGesture,
  newShare,
  newTerms,
  newWin,
  type TestStore,
} from "./store-kit.ts";

/** Says of each table whether a person's rows are in it. A table that is not here fails the test below. */
const tables: Readonly<Record<string, "of a person" | "of nobody">> = {
  win: "of a person",
  win_filing: "of a person",
  win_words: "of a person",
  win_share: "of a person",
  gesture: "of a person",
  profile: "of a person",
  focus: "of a person",
  opportunity_note: "of a person",
  draft: "of a person",
  one_to_one: "of a person",
  one_to_one_turn: "of a person",
  one_to_one_point: "of a person",
  sent_copy: "of a person",
  stopped_sender: "of a person",
  nudge_person: "of a person",
  nudge_plan: "of a person",
  nudge_delivery: "of a person",
  nudge_workspace: "of nobody",
  nudge_zone_data: "of nobody",
  criterion: "of nobody",
  criterion_alias: "of nobody",
  told_version: "of nobody",
  schema_step: "of nobody",
};

const secret = "Zanzibarquux";
const source = { permalink: "https://example.com/p1", messageKey: "C1:1.2", author: null };

async function fill({ log, oneToOnes, database }: TestStore, owner: Owner): Promise<string> {
  const words = `${secret} of ${owner.team} ${owner.user}`;
  const filings = [newFiling("aaaaaaaaaa", { wording: words })];
  const { win } = await log.save(owner, newWin(`${words} ${"long ".repeat(2000)}`, { filings, source }), newGesture());
  await log.save(owner, newWin(`${words} again`, { note: words, outcome: words }), newGesture());
  await log.share(owner, win.id, newShare(words, words), newGesture());
  await log.edit(owner, win.id, { text: `${words} edited` });
  const other = await log.save(owner, newWin(`${words} removed`), newGesture());
  await log.remove(owner, other.win.id);
  await log.saveProfile(owner, { framework: words });
  await log.saveFocus(owner, [
    { kind: "topic", framework: words, topic: words, criterionId: null, wording: words, note: words },
  ]);
  await log.saveOpportunityNote(owner, "cccccccccc", words);
  await log.keepDraft(owner, { text: words, origin: "modal", source, reason: "too-long" });
  const { id } = await oneToOnes.create(owner, newTerms(), "gesture");
  await oneToOnes.addPoint(owner, id, { text: words, permalink: words }, "gesture");
  await oneToOnes.noteTurn(owner, id, "2026-03-10", { agreed: words, remark: words, leftOut: [words] });
  const view = { text: words, blocks: [] };
  await oneToOnes.keepCopy(owner, { oneToOne: id, day: "2026-03-10", to: "U9", view });
  await oneToOnes.receive(owner, "U9", false);
  await remind(database, owner, words);
  return win.id;
}

async function remind(database: Database, owner: Owner, words: string): Promise<void> {
  const book = createSqlNudgeBook(database);
  const monday = Date.parse("2026-03-02T09:00:00Z");
  const rule: Rule = { zone: "Europe/London", time: "09:00", cadence: { kind: "weekly", weekday: 1 } };
  const plan = {
    id: "p1",
    kind: "preparation",
    about: words,
    rule,
    timing: { kind: "before", leadMinutes: 10 },
  } as const;
  await book.saveWorkingHours(owner, { days: [1], from: "08:00", to: "18:00" }, monday);
  await book.rememberChannel(owner, words);
  await book.savePlan(owner, plan, monday - 60_000);
  await book.takeTurns(monday, 10, takeTurn);
}

async function rowsOf({ database }: TestStore, owner: Owner): Promise<Record<string, number>> {
  const counts = await Promise.all(
    Object.keys(tables)
      .filter((table) => tables[table] === "of a person")
      .map(async (table) => {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from ${sql.table(table)} where team_id = ${owner.team} and user_id = ${owner.user}
        `.execute(database.queries);
        return [table, rows[0]?.n ?? 0] as const;
      }),
  );
  return Object.fromEntries(counts);
}

/** In every file of the database's folder, byte by byte. */
function filesWith(store: TestStore, words: string): string[] {
  const folder = dirname(store.path);
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
}

test("every table is known to hold a person's rows or nobody's", async () => {
  await using store = await createTestStore();
  const { rows } = await sql<{ name: string; columns: string }>`
    select m.name, group_concat(c.name) as columns
    from sqlite_master as m, pragma_table_info(m.name) as c where m.type = 'table' group by m.name
  `.execute(store.database.queries);

  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(tables).sort());
  for (const { name, columns } of rows) {
    expect(columns.startsWith("team_id,user_id,"), name).toBe(tables[name] === "of a person");
  }
});

test("forgetting a person leaves no row of theirs in any table and no word of theirs in any file", async () => {
  await using store = await createTestStore({ onDisk: true });
  for (const owner of [ada, grace, namesake]) {
    await fill(store, owner);
  }
  const before = await rowsOf(store, ada);
  const others = await Promise.all([rowsOf(store, grace), rowsOf(store, namesake)]);
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
  expect(filesWith(store, `${secret} of T1 U1`)).not.toEqual([]);

  expect(await store.log.forget(ada)).toBe(3);

  expect(Object.values(await rowsOf(store, ada)).every((count) => count === 0)).toBe(true);
  expect(await Promise.all([rowsOf(store, grace), rowsOf(store, namesake)])).toEqual(others);
  expect(filesWith(store, `${secret} of T1 U1`)).toEqual([]);
  expect(filesWith(store, `${secret} of T1 U2`)).toEqual(["progression.db"]);
});

test("a removed win can be restored for 24 hours, and is then gone from table, index and file", async () => {
  await using store = await createTestStore({ onDisk: true });
  const { win } = await store.log.save(
    ada,
    newWin(`${secret} done`, { filings: [newFiling("aaaaaaaaaa")] }),
    newGesture(),
  );
  await store.log.save(ada, newWin("Stays"), newGesture());
  const removed = await store.log.remove(ada, win.id);

  expect(removed?.deletedAt).toBe("2026-03-04T09:00:00.000Z");
  expect((await store.log.list(ada, {}, 10)).total).toBe(1);
  expect((await store.log.list(ada, { words: secret }, 10)).total).toBe(0);
  expect(await store.log.coverage(ada)).toEqual([]);
  expect(await store.log.edit(ada, win.id, { text: "x" })).toBeUndefined();
  expect(await store.log.file(ada, win.id, newFiling("bbbbbbbbbb"))).toBeUndefined();
  expect(await store.log.unfile(ada, win.id, "aaaaaaaaaa")).toBeUndefined();

  store.clock.forward(24 * hour - 1);
  await store.log.purge(store.clock.now());
  expect(await store.log.restore(ada, win.id)).toEqual(win);
  expect((await store.log.list(ada, { words: secret }, 10)).wins).toEqual([win]);

  await store.log.remove(ada, win.id);
  store.clock.forward(24 * hour);
  expect(await store.log.restore(ada, win.id)).toBeUndefined();
  expect(await store.log.get(ada, win.id)).toBeUndefined();
  expect(await store.log.purge(store.clock.now())).toBe(2);

  expect(await rowsOf(store, ada)).toMatchObject({ win: 1, win_filing: 0, win_words: 1, gesture: 0 });
  expect(filesWith(store, secret)).toEqual([]);
  expect(filesWith(store, secret.toLowerCase())).toEqual([]);
  expect(existsSync(`${store.path}-wal`) && readFileSync(`${store.path}-wal`).length).toBe(0);
});

test("words that were edited away are gone from the index at once and from the file at the next purge", async () => {
  await using store = await createTestStore({ onDisk: true });
  const { win } = await store.log.save(ada, newWin(`${secret} done`), newGesture());

  await store.log.edit(ada, win.id, { text: "Reworded" });
  expect((await store.log.list(ada, { words: secret }, 10)).total).toBe(0);
  expect((await store.log.list(ada, { words: "rewording" }, 10)).total).toBe(1);

  await store.log.purge(store.clock.now());
  expect(filesWith(store, secret)).toEqual([]);
});

test("a draft lasts 24 hours and hundreds of removed wins go in one purge", async () => {
  await using store = await createTestStore();
  const draft = await store.log.keepDraft(ada, { text: "x", origin: "dm", source, reason: "too-long" });
  for (let index = 0; index < 120; index += 1) {
    const { win } = await store.log.save(ada, newWin(`Number ${index}`), newGesture());
    await store.log.remove(ada, win.id);
  }

  store.clock.forward(24 * hour - 1);
  expect(await store.log.draft(ada, draft.id)).toEqual(draft);
  store.clock.forward(1);
  expect(await store.log.draft(ada, draft.id)).toBeUndefined();

  expect(await store.log.purge(store.clock.now())).toBe(121);
  expect(Object.values(await rowsOf(store, ada)).every((count) => count === 0)).toBe(true);
});

test("a preview for a 1:1 that was never sent is gone after 24 hours, and a copy that was sent stays", async () => {
  await using store = await createTestStore({ onDisk: true });
  const { id } = await store.oneToOnes.create(ada, newTerms(), "gesture");
  const copyOf = (words: string) => ({
    oneToOne: id,
    day: "2026-03-10",
    to: "U9",
    view: { text: words, blocks: [] },
  });
  const looked = await store.oneToOnes.keepCopy(ada, copyOf(secret));
  const sent = await store.oneToOnes.keepCopy(ada, copyOf("sent"));
  await store.oneToOnes.claimCopy(ada, sent.id);
  await store.oneToOnes.copySent(ada, sent.id, null);

  store.clock.forward(24 * hour - 1);
  await store.log.purge(store.clock.now());
  expect(await store.oneToOnes.copy(ada, looked.id)).toEqual(looked);
  store.clock.forward(1);
  expect(await store.log.purge(store.clock.now())).toBe(1);

  expect(await store.oneToOnes.copy(ada, looked.id)).toBeUndefined();
  expect((await store.oneToOnes.copy(ada, sent.id))?.state).toBe("sent");
  expect(filesWith(store, secret)).toEqual([]);
});
