import type { Framework } from "../../src/catalogue/types.ts";
import type { CriterionNow } from "../../src/evidence/filing-state.ts";
import type { Filing, Profile, Share, Win } from "../../src/evidence/types.ts";
import { wordsMark } from "../../src/evidence/visibility.ts";
import { NEWCOMER, type Place } from "../../src/place/my-place.ts";
import { backend } from "./sample-frameworks.ts";

/** Wins and places of invented people, for pictures and snapshots. */

export const sampleFramework: Framework = backend;

const names: Readonly<Record<string, string>> = { U0MAYA00001: "maya", U0TOM000002: "tom", U0ANJALI003: "anjali" };
export const nameOf = (user: string): string | undefined => names[user];

/** The criterion that stands there now: the `index`th of a topic's level. */
export function filingAt(topic: string, level: number, index = 0, filedAt = "2026-11-20T16:00:00.000Z"): Filing {
  const criterion = backend.topics.find(({ name }) => name === topic)?.levels[level - 1]?.criteria[index];

  if (criterion === undefined) throw new Error(`The sample framework has no criterion ${index} in ${topic} ${level}.`);
  return {
    criterionId: criterion.id,
    framework: backend.path,
    topic,
    level,
    wording: criterion.text,
    contentHash: backend.contentHash,
    filedAt,
  };
}

export function findNow(id: string): CriterionNow | undefined {
  const places = backend.topics.flatMap(({ name, levels }) =>
    levels.flatMap(({ level, criteria }) =>
      criteria
        .filter((one) => one.id === id)
        .map(({ text }) => ({ text, place: { framework: backend.path, topic: name, level } })),
    ),
  );
  const [first] = places;

  return first === undefined ? undefined : { id, text: first.text, places: places.map(({ place }) => place) };
}

export function sampleWin(changes: Partial<Win> = {}): Win {
  return {
    id: "01kadzv4q0aaaaaaaaaaaaaaaa",
    text: "Led the rollback of the payments deploy at 2am and wrote the incident up with <@U0TOM000002>.",
    happenedOn: "2026-11-20",
    createdAt: "2026-11-20T09:00:00.000Z",
    editedAt: null,
    origin: "command",
    source: { permalink: null, messageKey: null, author: null },
    outcome: null,
    note: null,
    people: [],
    links: [],
    filings: [],
    shares: [],
    deletedAt: null,
    ...changes,
  };
}

/** As it is shared in #backend. */
export function shareOf(win: Win, changes: Partial<Share> = {}): Share {
  return {
    id: "0000000000000000000000000a",
    audience: { kind: "channel", id: "C0BACKEND01", name: "backend" },
    sharedAt: "2026-11-21T09:00:00.000Z",
    shown: wordsMark(win),
    messageTs: null,
    withdrawnAt: null,
    ...changes,
  };
}

const LINES = [
  "Found why the nightly invoice export locked the orders table, and moved it to the replica. 41 minutes became 6.",
  "Paired with Anjali on her first migration. She wrote it, I asked questions.",
  "Wrote the page on when we choose a queue and when a cron job, with the two cases where we chose wrongly.",
  "Said no to the second cache, with numbers. We looked again after a month and nobody missed it.",
  "Answered the support desk’s question about refunds in a way that they could forward as it was.",
];

/** Newest first, a week between them. */
export function manyWins(count: number): Win[] {
  const filed = [[filingAt("mastery", 3)], [], [filingAt("communication", 3)], [filingAt("mastery", 3, 1)], []];

  return Array.from({ length: count }, (_, index) =>
    sampleWin({
      id: `01kadzv4q0${String(index).padStart(16, "0")}`,
      text: LINES[index % LINES.length] ?? "",
      happenedOn: new Date(Date.UTC(2026, 10, 20 - 7 * index)).toISOString().slice(0, 10),
      filings: filed[index % filed.length] ?? [],
    }),
  );
}

export function samplePlace(profile: Partial<Profile>, changes: Partial<Place> = {}): Place {
  const whole = { ...NEWCOMER, ...profile };

  return {
    profile: whole,
    framework: whole.framework === null ? null : backend,
    level: whole.level,
    frameworkGone: false,
    focus: [],
    recent: { wins: [], total: 0, next: null },
    map: { coverage: [], notes: [], focus: [], find: findNow },
    changed: false,
    today: "2026-11-21",
    ...changes,
  };
}
