import SQLite from "better-sqlite3";
import type { NewWin, Owner } from "../src/evidence/types.ts";
import { openDatabase } from "../src/store/open-database.ts";
import { firstIdAt } from "../src/store/sortable-ids.ts";
import { createSqlEvidenceLog } from "../src/store/sql-evidence-log.ts";
import { indexedWords } from "../src/store/win-words.ts";
import { INSERT_WIN } from "./insert-win.ts";

/** A database of many people, written past the log because a million durable commits take long. One person has 2,000 wins, spread over it. */

export const owner: Owner = { team: "T1", user: "U-of-the-bench" };
export const ownWins = 2_000;
const winsPerPerson = 200;
const start = Date.parse("2024-01-01T09:00:00Z");
const minute = 60_000;

const words =
  "payments rollback incident runbook review design deploy latency queue migration on call pairing mentor graph alert test flaky cache index storage backlog release customer support refund carrier label price search".split(
    " ",
  );

export function newWin(n: number): NewWin {
  const text = Array.from({ length: 25 }, (_, index) => words[(n * 7 + index * index * 3 + (n % 11)) % words.length]);

  return {
    text: `${n % 20 === 0 ? "Zebra. " : ""}Number ${n}: ${text.join(" ")}.`,
    happenedOn: dayOf(n % 900),
    origin: "command",
    ...(n % 2 === 0 ? { filings: [0, 1].map((k) => newFiling((n + k * 31) % 90)) } : {}),
  };
}

function newFiling(k: number) {
  return {
    criterionId: `criterion${k}`,
    framework: "/engineering/backend",
    topic: `topic${k % 8}`,
    level: 1 + (k % 5),
    wording: `What criterion ${k} asks for, said in about as many words as usual`,
    contentHash: "0".repeat(64),
    filedAt: "2026-03-04T09:00:00.000Z",
  };
}

function dayOf(n: number): string {
  return new Date(start + n * 24 * 60 * minute).toISOString().slice(0, 10);
}

export async function seedDatabase(path: string, total: number): Promise<void> {
  // The log makes the tables.
  await (await openDatabase(`sqlite:${path}`)).close();
  const file = new SQLite(path);
  file.pragma("synchronous = OFF");
  file.pragma("cache_size = -200000");
  const win = file.prepare(INSERT_WIN);
  const filing = file.prepare(
    "insert into win_filing (team_id, user_id, win_id, criterion_id, framework, topic, level, wording, content_hash, filed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const indexed = file.prepare("insert into win_words values (?, ?, ?, ?)");
  const every = Math.floor(total / ownWins);
  const people = Math.ceil((total - ownWins) / winsPerPerson);
  const userOf = (n: number) => (n % every === 0 && n / every < ownWins ? owner.user : `U${n % people}`);
  const byUser = Map.groupBy(
    Array.from({ length: total }, (_, n) => n),
    userOf,
  );

  file.exec("begin");
  for (let n = 0; n < total; n += 1) {
    const made = newWin(n);
    const at = new Date(start + n * minute);
    win.run(owner.team, userOf(n), firstIdAt(at), made.text, made.happenedOn, at.toISOString());
  }
  // Person by person, so that the trees grow at their end.
  for (const [user, numbers] of [...byUser].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const n of numbers) {
      const made = newWin(n);
      const id = firstIdAt(new Date(start + n * minute));
      const filings = made.filings ?? [];
      for (const one of filings.toSorted((a, b) => (a.criterionId < b.criterionId ? -1 : 1))) {
        filing.run(
          owner.team,
          user,
          id,
          one.criterionId,
          one.framework,
          one.topic,
          one.level,
          one.wording,
          one.contentHash,
          one.filedAt,
        );
      }
      indexed.run(owner.team, user, id, indexedWords({ text: made.text, outcome: null, note: null, filings }));
    }
  }
  file.exec("commit");
  file.pragma("wal_checkpoint(TRUNCATE)");
  file.close();
}

export async function openLog(path: string) {
  const database = await openDatabase(`sqlite:${path}`);
  return { database, log: createSqlEvidenceLog(database, { now: () => new Date() }) };
}
