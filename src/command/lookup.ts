import type { Catalogue } from "../catalogue/types.ts";
import { lettersApart, likeness } from "../text/spelling.ts";
import { FILLERS } from "./aliases.ts";
import { SUBCOMMAND_WORDS } from "./grammar.ts";
import type { ChooseIntent, Intent, NotUnderstoodReason, Reader, Reading, Remark } from "./intent.ts";
import type { TypedLevel } from "./levels.ts";
import type { NameReading, NameReadings } from "./name-readings.ts";
import { readNames } from "./name-readings.ts";
import { callsAnything, lexiconOf } from "./names.ts";
import { nearestPages, toPage, unique } from "./nearest.ts";
import type { Asked, Target } from "./page-request.ts";
import { askedOf } from "./page-request.ts";
import { eachOfThem, findSideBySide } from "./side-by-side.ts";

/** Words and levels, already told apart, to a reading. */
export interface Lookup {
  readonly typed: string;
  readonly words: readonly string[];
  readonly levels: readonly TypedLevel[];
  readonly compare: boolean;
}

const ALIKE_ENOUGH_TO_MATTER = 0.7;

export function readLookup(lookup: Lookup, catalogue: Catalogue, reader: Reader): Reading {
  const names = readNames(lookup.words, lexiconOf(catalogue));
  const remarks = remarksOf(lookup, names.best[0]);
  if (lookup.words.length === 0) return { intent: bare(lookup, catalogue, reader), remarks };
  if (names.elsewhere !== null) return { intent: elsewhere(lookup, names.elsewhere), remarks };
  if (names.best.length === 0) return { intent: unknown(lookup, lookup.words, [], catalogue), remarks: [] };

  const readings = preferReader(names.best, reader);
  const levels = lookup.levels.map(({ level }) => level);
  const comparing = lookup.compare || new Set(levels).size > 1;
  const apart = comparing ? findSideBySide(readings) : null;
  if (apart !== null) return { intent: notUnderstood(lookup, apart, eachOfThem(readings, levels)), remarks };
  const left = leftByAll(readings).filter((word) => !FILLERS.has(word));
  const intent = settle(lookup, readings.map(toTarget), reader);
  if (left.length === 0) return { intent, remarks };
  const [first] = readings;
  const named = first !== undefined && first.framework !== null && first.topic !== null;
  if (named && !left.some((word) => matters(word, catalogue)) && left.length < first.read.size) {
    return { intent, remarks: [...remarks, { kind: "ignored", words: left }] };
  }
  return { intent: unknown(lookup, left, readings, catalogue, intent), remarks };
}

/** A topic that several frameworks have is taken from the reader's own. */
function preferReader(best: readonly NameReading[], reader: Reader): readonly NameReading[] {
  if (best.some(({ framework }) => framework !== null)) return best;
  const own = best.filter(({ topic }) => topic?.framework.path === reader.framework);
  return own.length > 0 ? own : best;
}

function leftByAll(readings: readonly NameReading[]): string[] {
  const [first, ...others] = readings;
  return (first?.left ?? []).filter((word) => others.every(({ left }) => left.includes(word)));
}

function toTarget(reading: NameReading): Target {
  const named = reading.topic ?? reading.framework;
  if (named === null) throw new Error("A reading names a framework or a topic.");
  return { framework: named.framework, topic: reading.topic?.topic ?? null };
}

function bare(lookup: Lookup, catalogue: Catalogue, reader: Reader): Intent {
  const own = catalogue.frameworks.filter(({ path }) => path === reader.framework);
  const frameworks = own.length > 0 ? own : catalogue.frameworks.filter(({ kind }) => kind === "topics");
  if (frameworks.length === 0) return unknown(lookup, [lookup.typed], [], catalogue);
  const targets = frameworks.map((framework) => ({ framework, topic: null }));
  if (lookup.compare && lookup.levels.length === 0) {
    const begin = targets.flatMap((target) => firstPair(target, reader));
    if (begin.length > 1) return chosen(lookup, "frameworks", begin);
  }
  return settle(lookup, targets, reader);
}

/** Where a comparison begins: the card leads on to the other levels. */
function firstPair(target: Target, reader: Reader): readonly Intent[] {
  const asked = askedOf(target, [], true, reader);
  return asked.kind === "pages" ? asked.intents.slice(0, 1) : [];
}

/** Targets that do not have what was asked fall away; one page left is the answer, several are offered. */
function settle(lookup: Lookup, targets: readonly Target[], reader: Reader): Intent {
  const asked = targets.map((target) => ({ target, asked: askedOf(target, lookup.levels, lookup.compare, reader) }));
  const fit = asked.flatMap(({ target, asked: one }) =>
    one.kind === "pages" ? [{ target, intents: one.intents }] : [],
  );
  const intents = fit.flatMap((one) => one.intents);
  const [only] = intents;
  if (only !== undefined) {
    return intents.length === 1 ? only : chosen(lookup, between(fit.map(({ target }) => target)), intents);
  }
  const problems = asked.map((one) => one.asked).filter((one) => one.kind === "problem");
  return notUnderstood(
    lookup,
    firstProblem(problems),
    problems.flatMap(({ nearest }) => nearest),
  );
}

function firstProblem(problems: readonly (Asked & { kind: "problem" })[]): NotUnderstoodReason {
  return problems[0]?.because ?? { kind: "no-frameworks" };
}

function between(targets: readonly Target[]): ChooseIntent["between"] {
  const frameworks = new Set(targets.map(({ framework }) => framework.path));
  const topics = new Set(targets.map(({ topic }) => topic?.name));
  if (targets.length === 1) return "readings";
  if (topics.size === 1) return "frameworks";
  return frameworks.size === 1 && !topics.has(undefined) ? "topics" : "readings";
}

function elsewhere(lookup: Lookup, found: NonNullable<NameReadings["elsewhere"]>): Intent {
  const level = lookup.levels[0]?.level ?? null;
  const nearest = found.topics.map(({ framework, topic }) => toPage(framework, topic, level));
  const topic = found.topics[0]?.topic?.name ?? "";
  return notUnderstood(lookup, { kind: "topic-elsewhere", framework: found.framework.framework.path, topic }, nearest);
}

/** What did resolve comes first if a topic was among it; else the topics of the framework that was named do. */
function unknown(
  lookup: Lookup,
  words: readonly string[],
  readings: readonly NameReading[],
  catalogue: Catalogue,
  resolved?: Intent,
): Intent {
  const level = lookup.levels[0]?.level ?? null;
  const because = { kind: "unknown-words", words } as const;
  const [first] = readings;
  if (first === undefined || resolved === undefined) {
    const subcommand = SUBCOMMAND_WORDS.find(
      (known) => known.length > 2 && words.length === 1 && lettersApart(words[0] ?? "", known) === 1,
    );
    const help: Intent[] = subcommand === undefined ? [] : [{ kind: "help" }];
    return notUnderstood(lookup, because, [...help, ...nearestPages(words, catalogue, level, null)]);
  }
  if (resolved.kind === "not-understood") return resolved;
  const found = resolved.kind === "choose" ? resolved.options : [resolved];
  const { framework, topic } = toTarget(first);
  if (readings.length > 1) return notUnderstood(lookup, because, found);
  const topics = nearestPages(words, catalogue, level, framework);
  if (topic !== null) return notUnderstood(lookup, because, [...found, ...(first.framework === null ? [] : topics)]);
  return notUnderstood(lookup, because, [...topics.slice(0, 4), ...found]);
}

function matters(word: string, catalogue: Catalogue): boolean {
  const lexicon = lexiconOf(catalogue);
  if (callsAnything(word, lexicon)) return true;
  if (word.length < 4) return false;
  return lexicon.byWord.keys().some((name) => name.length > 2 && likeness(word, name) >= ALIKE_ENOUGH_TO_MATTER);
}

function remarksOf({ levels }: Lookup, reading: NameReading | undefined): Remark[] {
  const corrected = Array.from(reading?.read ?? [])
    .filter(([, call]) => call.corrected)
    .map(([typed, call]): Remark => ({ kind: "corrected", typed, read: call.word }));
  const subLevels = levels
    .filter(({ subLevel }) => subLevel)
    .map(({ typed, level }): Remark => ({ kind: "sub-level", typed, level }));
  return [...corrected, ...subLevels];
}

function chosen({ typed }: Lookup, between: ChooseIntent["between"], options: readonly Intent[]): Intent {
  return { kind: "choose", typed, between, options };
}

function notUnderstood({ typed }: Lookup, because: NotUnderstoodReason, nearest: readonly Intent[]): Intent {
  return { kind: "not-understood", typed, because, nearest: unique(nearest) };
}
