import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompiledQuery, sql } from "kysely";
import { expect, test } from "vitest";
import type { EvidenceLog } from "../../src/evidence/evidence-log.ts";
import type { WinFilter } from "../../src/evidence/types.ts";
import { ada, collect, createTestStore, grace, hour, newFiling, newGesture, newShare, newWin } from "./store-kit.ts";

const source = { permalink: null, messageKey: "C1:1.2", author: null };

const filters: readonly WinFilter[] = [
  {},
  { words: "payments rollback" },
  { topic: "mastery", level: 2 },
  { framework: "/engineering/backend" },
  { criterionId: "aaaaaaaaaa" },
  { from: "2026-01-01", to: "2026-12-31" },
  { unfiled: true },
  { shared: true },
  { unfiled: false, origin: "command" },
  { words: "payments", topic: "mastery", from: "2026-01-01", unfiled: false },
];

/** Uses every method once, so that every statement of the log runs. */
async function useEverything(log: EvidenceLog, now: Date): Promise<readonly (keyof EvidenceLog)[]> {
  const filing = newFiling("aaaaaaaaaa");
  const used = new Set<keyof EvidenceLog>();
  const noted = new Proxy(log, {
    get(target, name: keyof EvidenceLog) {
      used.add(name);
      return target[name];
    },
  });
  const { win } = await noted.save(ada, newWin("Rollback of payments", { source, filings: [filing] }), newGesture());
  await noted.save(ada, newWin("Rollback of payments"), newGesture());
  await noted.get(ada, win.id);
  for (const filter of filters) {
    const { next } = await noted.list(ada, filter, 1);
    await noted.list(ada, filter, 1, next ?? "2026-03-04_00000000000000000000000000");
  }
  await noted.edit(ada, win.id, { text: "Rollback of a payment" });
  await noted.unfile(ada, win.id, "aaaaaaaaaa");
  await noted.file(ada, win.id, filing);
  const shared = await noted.share(ada, win.id, newShare(), newGesture());
  await noted.withdraw(ada, shared?.share?.id ?? "", "1.2");
  await noted.unshare(ada, shared?.share?.id ?? "");
  await noted.share(ada, win.id, newShare("C2"), newGesture());
  await noted.list(ada, {}, 10);
  await noted.remove(ada, win.id);
  await noted.restore(ada, win.id);
  await noted.coverage(ada);
  await noted.filedUnder(ada);
  await noted.saveProfile(ada, { level: 2 });
  await noted.profile(ada);
  await noted.saveFocus(ada, [
    { kind: "topic", framework: "/a", topic: "t", criterionId: null, wording: null, note: null },
  ]);
  await noted.focus(ada);
  await noted.saveOpportunityNote(ada, "x", null);
  await noted.opportunityNotes(ada);
  await noted.removeOpportunityNote(ada, "x");
  const draft = await noted.keepDraft(ada, { text: "t", origin: "dm", source, reason: "r" });
  await noted.draft(ada, draft.id);
  await noted.dropDraft(ada, draft.id);
  const wins = await collect(noted.everything(ada));
  await noted.importWins(grace, wins);
  await noted.remove(ada, win.id);
  await noted.purge(now);
  await noted.forget(ada);
  return [...used];
}

/** A whole table, or more of one than one owner's rows. What is past its time is found for everybody at once, by three indexes. */
function isTooWide(detail: string): boolean {
  return (
    /^(?:SCAN|SEARCH) /.test(detail) &&
    personTable.test(detail) &&
    !/\(team_id=\? AND user_id=\?/.test(detail) &&
    !/INDEX (?:win_deleted|gesture_made|draft_created) \(/.test(detail)
  );
}

const personTable = /\b(?:win|win_filing|win_words|win_share|gesture|profile|focus|opportunity_note|draft)\b/;

async function seed(log: EvidenceLog) {
  for (let user = 0; user < 30; user += 1) {
    for (let index = 0; index < 10; index += 1) {
      const owner = { team: "T1", user: `U${user}` };
      const filings = index % 2 === 0 ? [newFiling(`criterion${index}`)] : [];
      await log.save(owner, newWin(`Payments ${index} of ${user}`, { filings }), newGesture());
    }
  }
}

test.for(["before", "after"])(
  "no statement of the log reads more than its owner has (%s statistics are gathered)",
  async (when) => {
    const statements = new Map<string, CompiledQuery>();
    await using store = await createTestStore({ log: ({ query }) => void statements.set(query.sql, query) });
    await seed(store.log);
    if (when === "after") {
      await sql`analyze`.execute(store.database.queries);
    }
    statements.clear();

    const used = await useEverything(store.log, new Date(store.clock.now().getTime() + 25 * hour));

    expect(used.toSorted()).toEqual(Object.keys(store.log).sort());
    const questions = [...statements.values()].filter((query) => /^(?:select|insert|update|delete)/.test(query.sql));
    expect(questions.length).toBeGreaterThan(40);
    const scans: string[] = [];
    for (const { sql: statement, parameters } of questions) {
      const { rows } = await explain(statement, parameters).execute(store.database.queries);
      scans.push(...rows.filter(({ detail }) => isTooWide(detail)).map(({ detail }) => `${detail}: ${statement}`));
    }
    expect(scans).toEqual([]);
  },
);

function explain(statement: string, parameters: readonly unknown[]) {
  const parts = statement.split("?");
  return sql<{ detail: string }>`explain query plan ${sql.join(
    parts.flatMap((part, index) => (index === 0 ? [sql.raw(part)] : [sql`${parameters[index - 1]}`, sql.raw(part)])),
    sql.raw(" "),
  )}`;
}

test("the check of plans bites", async () => {
  await using store = await createTestStore();
  const { rows } = await explain("select * from win where origin = ?", ["dm"]).execute(store.database.queries);

  expect(rows.some(({ detail }) => isTooWide(detail))).toBe(true);
  expect(isTooWide("SEARCH win USING INDEX win_day (team_id=?)")).toBe(true);
});

const sources = readdirSync("src/store", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(join("src/store", name), "utf8") }));

/** Everything that a function with a transaction waits for must have that transaction among its arguments, or be a method of it. */
function strangeWaits(text: string): string[] {
  return functionsWithTx(text).flatMap((body) =>
    Array.from(body.matchAll(/\bawait\b\s*([^;]*)/g), (match) => (match[1] ?? "").trim()).filter(
      (waited) => !/^tx\b/.test(waited) && !/^\(?(?:await )?[\w.]+(?:\([\w.]+\))?\(tx\b/.test(waited),
    ),
  );
}

function functionsWithTx(text: string): string[] {
  return Array.from(text.matchAll(/\btx(?:: Tx)?\b[^{};]*\)(?:: Promise<[^{};]*>)? (?:=> )?\{/g), (match) => {
    const from = match.index + match[0].length;
    let depth = 1;
    let end = from;

    for (; end < text.length && depth > 0; end += 1) {
      depth += text[end] === "{" ? 1 : text[end] === "}" ? -1 : 0;
    }
    return text.slice(from, end);
  });
}

test("inside a transaction nothing but the database is waited for", () => {
  expect(sources.flatMap(({ name, text }) => strangeWaits(text).map((waited) => `${name}: await ${waited}`))).toEqual(
    [],
  );
  expect(sources.flatMap(({ text }) => functionsWithTx(text)).length).toBeGreaterThan(20);
});

test.for([
  "inTransaction(db, async (tx) => { await fetch(url); })",
  "async function save(tx: Tx, id: string): Promise<void> { await statements.byId(db, { id }); }",
  "async function save(tx: Tx): Promise<void> { for (;;) { await setImmediate(); } }",
])("the check of waiting bites: %s", (text) => {
  expect(strangeWaits(text)).toHaveLength(1);
});

test("SQL that only SQLite understands stands in its own folder", () => {
  const own =
    /\bpragma\b|sqlite_master|\bjulianday\b|\bjson_each\b|\bfts5\b|\browid\b|\bglob\b|insert or |\bifnull\b|better-sqlite3/i;
  const strangers = sources.filter(({ name, text }) => !name.startsWith("sqlite/") && own.test(text));

  expect(strangers.map(({ name }) => name)).toEqual([]);
  expect(sources.filter(({ name, text }) => name.startsWith("sqlite/") && own.test(text)).length).toBeGreaterThan(2);
});
