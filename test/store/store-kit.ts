import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvidenceLog, NewShare } from "../../src/evidence/evidence-log.ts";
import type { Filing, NewWin, Owner } from "../../src/evidence/types.ts";
import type { OneToOneBook } from "../../src/one-to-ones/one-to-one-book.ts";
import type { OneToOneTerms } from "../../src/one-to-ones/types.ts";
import { type Database, type OpenOptions, openDatabase } from "../../src/store/open-database.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";
import { createSqlOneToOnes } from "../../src/store/sql-one-to-ones.ts";

export const start = new Date("2026-03-04T09:00:00.000Z");

/** A clock that stands until it is moved. */
function createClock(from: Date = start) {
  let time = from.getTime();

  return {
    now: () => new Date(time),
    forward(milliseconds: number) {
      time += milliseconds;
    },
  };
}

export const second = 1000;
export const hour = 3_600_000;

export const ada: Owner = { team: "T1", user: "U1" };
export const grace: Owner = { team: "T1", user: "U2" };
/** Ada's user id in another workspace: somebody else. */
export const namesake: Owner = { team: "T2", user: "U1" };

export interface TestStore extends AsyncDisposable {
  readonly log: EvidenceLog;
  readonly oneToOnes: OneToOneBook;
  readonly database: Database;
  readonly clock: ReturnType<typeof createClock>;
  readonly path: string;
}

export async function createTestStore(options: OpenOptions & { readonly onDisk?: boolean } = {}): Promise<TestStore> {
  const clock = createClock();
  const folder = options.onDisk === true ? createFolder() : undefined;
  const path = folder === undefined ? ":memory:" : join(folder.path, "data", "progression.db");
  const database = await openDatabase(`sqlite:${path}`, { now: clock.now, ...options });

  return {
    log: createSqlEvidenceLog(database, { now: clock.now }),
    oneToOnes: createSqlOneToOnes(database, { now: clock.now }),
    database,
    clock,
    path,
    async [Symbol.asyncDispose]() {
      await database.close();
      folder?.[Symbol.dispose]();
    },
  };
}

export function createFolder() {
  const path = mkdtempSync(join(tmpdir(), "progression-store-"));

  return {
    path,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

let gestures = 0;

export function newGesture() {
  gestures += 1;
  return { key: `gesture-${gestures}` };
}

export function newWin(text: string, more: Partial<NewWin> = {}): NewWin {
  return { text, happenedOn: "2026-03-04", origin: "command", ...more };
}

export function newTerms(more: Partial<OneToOneTerms> = {}): OneToOneTerms {
  return {
    with: "U9",
    often: "weekly",
    firstOn: "2026-03-10",
    time: "14:00",
    zone: "Europe/London",
    durationMinutes: 30,
    leadMinutes: 60,
    followUp: true,
    ...more,
  };
}

export function newFiling(criterionId: string, more: Partial<Filing> = {}): Filing {
  return {
    criterionId,
    framework: "/engineering/backend",
    topic: "mastery",
    level: 2,
    wording: `The wording of ${criterionId}`,
    contentHash: "hash",
    filedAt: start.toISOString(),
    ...more,
  };
}

export function newShare(channel = "C1", shown = "mark"): NewShare {
  return { audience: { kind: "channel", id: channel, name: "backend" }, shown };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];

  for await (const item of items) {
    all.push(item);
  }
  return all;
}
