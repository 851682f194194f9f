import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import type { EvidenceLog } from "../src/evidence/evidence-log.ts";
import { createIds } from "../src/store/sortable-ids.ts";
import { indexedWords } from "../src/store/win-words.ts";
import { type Aim, atMost } from "./aim.ts";
import { INSERT_WIN } from "./insert-win.ts";
import { newWin, openLog, owner, ownWins, seedDatabase } from "./store-seed.ts";

/**
 * The store against prepared statements of better-sqlite3 that do the same with the same file settings, taking turns in one run because
 * the machine's speed changes; and one person of 2,000 wins among 100,000 and among 1,000,000. Medians of rounds; trust the ratios.
 */

const rounds = 7;
/** About as much time for each; a short one needs many turns until it is compiled. */
const repeatsOf = { "list page": 200, coverage: 20, search: 40, get: 2_000 } as const;
const print0 = (value: number) => value.toFixed(0).padStart(6);

export async function benchStore(
  print: (line: string) => void,
  sizes: readonly [number, number] = [100_000, 1_000_000],
): Promise<Aim[]> {
  const folder = mkdtempSync(join(tmpdir(), "progression-bench-"));
  const aims: Aim[] = [];

  try {
    await benchInserts(print, folder);
    const small = await benchReads(print, folder, sizes[0]);
    const large = await benchReads(print, folder, sizes[1]);
    for (const [name, time] of small) {
      const slower = (large.get(name) ?? 0) / time;

      print(`  ${name.padEnd(12)} ${(sizes[1] / sizes[0]).toFixed(0)} times the rows: ${slower.toFixed(2)} x (aim 2)`);
      aims.push(atMost(`store, ${name} with ten times the rows`, slower, 2, " x"));
    }
    return aims;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchInserts(print: (line: string) => void, folder: string): Promise<void> {
  const ours = await openLog(join(folder, "ours.db"));
  await (await openLog(join(folder, "raw.db"))).database.close();
  const raw = openRaw(join(folder, "raw.db"));
  const wins = Array.from({ length: 200 }, (_, n) => newWin(n));
  const saveRaw = rawSave(raw);
  const saveRow = rawRow(raw);
  let gestures = 0;

  const times = await takeTurns({
    log: async () => {
      for (const win of wins) {
        gestures += 1;
        await ours.log.save(owner, win, { key: `g${gestures}`, again: true });
      }
    },
    raw: async () => {
      for (const win of wins) {
        gestures += 1;
        saveRaw(win, `g${gestures}`);
      }
    },
    row: async () => {
      for (const win of wins) {
        saveRow(win);
      }
    },
  });
  const per = (name: "log" | "raw" | "row") => (times[name] / wins.length) * 1000;

  print("insert, durable (µs each, median)");
  print(`  log.save                        ${print0(per("log"))}`);
  print(
    `  raw, same rows, checks, words   ${print0(per("raw"))}   ratio ${(per("log") / per("raw")).toFixed(2)} (aim 1.4)`,
  );
  print(`  raw, the win's row alone        ${print0(per("row"))}   ratio ${(per("log") / per("row")).toFixed(2)}`);
  await ours.database.close();
  raw.close();
}

async function benchReads(print: (line: string) => void, folder: string, size: number): Promise<Map<string, number>> {
  const path = join(folder, `reads-${size}.db`);
  await seedDatabase(path, size);
  const { database, log } = await openLog(path);
  const raw = openRaw(path);
  const names = ["list page", "coverage", "search", "get"] as const;
  const found = new Map<string, number>();
  print(
    `reads of a person with ${ownWins} wins among ${size} (${(statSync(path).size / 1e6).toFixed(0)} MB; µs each, median)`,
  );

  for (const name of names) {
    const readRaw = rawReads(raw)[name];
    const readLog = logReads(log)[name];
    const repeats = repeatsOf[name];
    const times = await takeTurns({
      log: async () => {
        for (let n = 0; n < repeats; n += 1) {
          await readLog(n);
        }
      },
      raw: async () => {
        for (let n = 0; n < repeats; n += 1) {
          readRaw(n);
        }
      },
    });
    const per = (who: "log" | "raw") => (times[who] / repeats) * 1000;
    found.set(name, per("log"));
    print(
      `  ${name.padEnd(12)} log ${print0(per("log"))}   raw ${print0(per("raw"))}   ratio ${(per("log") / per("raw")).toFixed(2)} (aim 2.5)`,
    );
  }
  await database.close();
  raw.close();
  return found;
}

function logReads(log: EvidenceLog) {
  let id = "";

  return {
    "list page": (n: number) => log.list(owner, { from: `2024-01-0${1 + (n % 9)}` }, 20),
    coverage: () => log.coverage(owner),
    search: () => log.list(owner, { words: "zebra" }, 20),
    get: async () => {
      id ||= (await log.list(owner, {}, 1)).wins[0]?.id ?? "";
      return log.get(owner, id);
    },
  };
}

function rawReads(raw: SQLite.Database) {
  const mine = "team_id = ? and user_id = ?";
  const key = [owner.team, owner.user];
  const page = raw.prepare(
    `select * from win where ${mine} and deleted_at is null and happened_on >= ? order by happened_on desc, id desc limit 21`,
  );
  const count = raw.prepare(`select count(*) from win where ${mine} and deleted_at is null and happened_on >= ?`);
  const filings = raw.prepare(
    `select * from win_filing where ${mine} and win_id in (${Array(21).fill("?").join()}) order by win_id`,
  );
  const coverage = raw.prepare(
    `select f.criterion_id, f.framework, f.topic, f.level, count(*), max(w.happened_on) from win w cross join win_filing f
     where w.team_id = ? and w.user_id = ? and w.deleted_at is null and f.team_id = ? and f.user_id = ? and f.win_id = w.id
     group by 1, 2, 3, 4`,
  );
  const found = `${mine} and deleted_at is null and id in (select win_id from win_words where ${mine} and words like ?)`;
  const searchCount = raw.prepare(`select count(*) from win where ${found}`);
  const search = raw.prepare(`select * from win where ${found} order by happened_on desc, id desc limit 21`);
  const byId = raw.prepare(`select * from win where ${mine} and id = ?`);
  const filingsOf = raw.prepare(`select * from win_filing where ${mine} and win_id = ?`);
  const newest = raw.prepare(`select id from win where ${mine} order by happened_on desc, id desc limit 1`).pluck();
  const withFilings = (rows: unknown[]) => [
    rows,
    filings.all(...key, ...rows.map((row) => Reflect.get(Object(row), "id"))),
  ];
  const [first] = newest.all(...key);

  return {
    "list page": (n: number) => {
      const from = `2024-01-0${1 + (n % 9)}`;
      return [count.get(...key, from), withFilings(page.all(...key, from))];
    },
    coverage: () => coverage.all(...key, ...key),
    search: () => [searchCount.get(...key, ...key, "% zebra %"), withFilings(search.all(...key, ...key, "% zebra %"))],
    get: () => [byId.get(...key, first), filingsOf.all(...key, first)],
  };
}

function openRaw(path: string): SQLite.Database {
  const file = new SQLite(path);
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = ON");
  file.pragma("secure_delete = ON");
  return file;
}

function rawSave(raw: SQLite.Database) {
  const key = [owner.team, owner.user];
  const newId = createIds(() => new Date());
  const gestureOf = raw.prepare("select win_id from gesture where team_id = ? and user_id = ? and key = ?");
  const win = raw.prepare(INSERT_WIN);
  const filing = raw.prepare(
    "insert into win_filing (team_id, user_id, win_id, criterion_id, framework, topic, level, wording, content_hash, filed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const words = raw.prepare("insert into win_words values (?, ?, ?, ?)");
  const gesture = raw.prepare("insert into gesture values (?, ?, ?, ?, ?)");

  return raw.transaction((made: ReturnType<typeof newWin>, gestureKey: string) => {
    const id = newId();
    const now = new Date().toISOString();
    gestureOf.get(...key, gestureKey);
    win.run(...key, id, made.text, made.happenedOn, now);
    for (const one of made.filings ?? []) {
      filing.run(
        ...key,
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
    words.run(...key, id, indexedWords({ ...made, outcome: null, note: null, filings: made.filings ?? [] }));
    gesture.run(...key, gestureKey, id, now);
  }).immediate;
}

function rawRow(raw: SQLite.Database) {
  const newId = createIds(() => new Date());
  const win = raw.prepare(INSERT_WIN);
  return (made: ReturnType<typeof newWin>) =>
    win.run(owner.team, "U-row", newId(), made.text, made.happenedOn, new Date().toISOString());
}

/** Runs each in turn, the order shifting; the median time of each in milliseconds. The first round warms up. */
async function takeTurns<Name extends string>(runs: Record<Name, () => Promise<void>>): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;

  for (let round = 0; round <= rounds; round += 1) {
    for (const [index] of names.entries()) {
      const name = names[(index + round) % names.length];
      if (name !== undefined) {
        const from = performance.now();
        await runs[name]();
        if (round > 0) {
          times[name].push(performance.now() - from);
        }
      }
    }
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}
