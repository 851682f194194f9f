import { constructFromEvents, EVENT_ID, type Event, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";
import { mendIndents, misplaced } from "./yaml-indents.ts";
import { explain, type Finding, neutralise } from "./yaml-mistakes.ts";
import { createLineIndex, mapEvents } from "./yaml-places.ts";

/**
 * YAML read so that one mistake does not hide the next: a line that cannot be read is reported, mended or blanked in memory and
 * read over. What comes out of a file with errors is only used to find more of them.
 */

const MAX_DEPTH = 32;
/** Each round reads the whole text again: as many as take some ten milliseconds, and enough for an author's sitting. */
const roundsFor = ({ length }: string): number => Math.min(50, Math.max(10, Math.ceil(1_500_000 / length)));

export interface YamlReading {
  readonly value: unknown;
  readonly events: readonly Event[];
  /** What the events' offsets count in: the text as read at last. */
  readonly source: string;
  /** Something was left out or changed to be able to read on. */
  readonly incomplete: boolean;
  /** The lines that are not read as they stand. */
  readonly unread: ReadonlySet<number>;
  /** The line on which, by the look of it, the text below the front matter begins. */
  readonly textLine: number | undefined;
}

/** The text as it is read in one round. */
interface Round {
  readonly file: string;
  readonly source: string;
  readonly lineOf: (offset: number) => number;
}

/** A dash that stands deeper than its list and follows an unquoted sentence becomes part of that sentence. */
function findFolded({ file, source, lineOf }: Round, events: readonly Event[], problems: Problem[]): void {
  let lines: readonly string[] | undefined;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.fast || event.style !== SCALAR_STYLE.PLAIN || event.valueStart < 0)
      continue;
    const fold = /\n\s*- [^\n]*/.exec(source.slice(event.valueStart, event.valueEnd));
    if (fold === null) continue;
    const offset = event.valueStart + fold.index + fold[0].indexOf("-");
    lines ??= source.split("\n");
    problems.push(misplaced(file, lines, lineOf(offset) - 1).problem);
  }
}

/** Words of a sentence that YAML takes for something of its own. */
function findLost({ file, source, lineOf }: Round, events: readonly Event[], problems: Problem[]): void {
  // Of an anchor that is used, the alias is told.
  const anchors = source.includes("&") && problems.every(({ code }) => code !== "yaml-alias");
  const comments = / #[^\s#!]/.test(source);
  for (const event of anchors || comments ? events : []) {
    if (anchors && "anchorStart" in event && event.anchorStart >= 0) {
      const name = source.slice(event.anchorStart, event.anchorEnd).replace(/^&?/, "&");
      problems.push(problem("yaml-anchor", file, lineOf(event.anchorStart), name));
    }
    if (!comments || event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.valueStart < 0)
      continue;
    const lost = /^[ \t]+(#[^\s#!][^\n]*)/.exec(source.slice(event.valueEnd, event.valueEnd + 200));
    const text = source.slice(event.valueStart, event.valueEnd);
    if (lost === null || !/\p{L}/u.test(text) || /^(?:true|false|null)$/i.test(text)) continue;
    problems.push(problem("yaml-comment", file, lineOf(event.valueEnd), lost[1] ?? ""));
  }
}

interface Construction {
  readonly value: unknown;
  /** What has to be read in another way first. */
  readonly findings: readonly Finding[];
}

function findAliases({ file, source, lineOf }: Round, events: readonly Event[]): Finding[] {
  const offsets = events.flatMap((event) => (event.type === EVENT_ID.ALIAS ? [event.anchorStart] : []));
  const lines = offsets.length === 0 ? [] : source.split("\n");
  return Array.from(new Set(offsets.map((offset) => lineOf(offset))), (number) => {
    const line = lines[number - 1] ?? "";
    return { line: number - 1, problem: problem("yaml-alias", file, number, line.trim()), instead: neutralise(line) };
  });
}

function construct(round: Round, events: Event[], problems: Problem[]): Construction {
  const { file, source, lineOf } = round;
  const options = { source, maxAliases: 0 };
  try {
    const documents = constructFromEvents(events, options);
    if (documents.length > 1) problems.push(problem("invalid-yaml", file, 1, "it holds more than one YAML document"));
    return { value: documents[0], findings: [] };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const aliases = findAliases(round, events);
    if (aliases.length > 0) return { value: undefined, findings: aliases };
    const { twice } = mapEvents(source, events);
    if (twice.length === 0) return { value: undefined, findings: explain(file, source.split("\n"), error) };
    for (const { key, first, second } of twice) {
      problems.push(problem("duplicate-key", file, lineOf(second), key, String(lineOf(first))));
    }
  }
  try {
    return { value: constructFromEvents(events, { ...options, json: true })[0], findings: [] };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { value: undefined, findings: explain(file, source.split("\n"), error) };
  }
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, line }) => {
    const key = `${line} ${code}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `yaml` begins with the line break after the opening fence, so that its lines are the file's. */
export function readYaml(file: string, yaml: string, problems: Problem[]): YamlReading {
  const found: Problem[] = [];
  const unread = new Set<number>();
  let source = mendIndents(file, yaml, found);
  let textLine: number | undefined;

  function readOnce(): Construction & { readonly events: readonly Event[] } {
    const round = { file, source, lineOf: createLineIndex(source) };
    try {
      const events = parseEvents(source, { maxDepth: MAX_DEPTH });
      findFolded(round, events, found);
      const construction = construct(round, events, found);
      if (construction.findings.length === 0) findLost(round, events, found);
      return { ...construction, events };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      return { value: undefined, findings: explain(file, source.split("\n"), error), events: [] };
    }
  }

  /** Below a line that was left out or moved, the next may stand wrongly only because of it. */
  function isEcho({ line, problem: told }: Finding, lines: readonly string[]): boolean {
    if (told?.code !== "bad-indent") return false;
    let before = line - 1;
    while (before > 0 && lines[before]?.trim() === "" && !unread.has(before + 1)) before -= 1;
    return unread.has(before + 1);
  }

  /** False when there is nothing left to change. */
  function readOver(findings: readonly Finding[]): boolean {
    const lines = source.split("\n");
    for (const finding of findings) {
      const { line, instead, textBegins = false, problem: told } = finding;
      if (told !== undefined && !isEcho(finding, lines)) found.push(told);
      // A line that was mended before and still cannot be read is left out.
      lines[line] = unread.has(line + 1) ? "" : instead;
      unread.add(line + 1);
      if (textBegins) {
        textLine = line + 1;
        lines.fill("", line);
      }
    }
    const before = source;
    source = lines.join("\n");
    return source !== before;
  }

  const rounds = roundsFor(source);
  let reading = readOnce();
  for (let round = 1; reading.findings.length > 0 && readOver(reading.findings); round += 1) {
    if (round === rounds) {
      found.push(problem("unread-rest", file, Math.max(...unread), String(rounds)));
      break;
    }
    reading = readOnce();
  }
  problems.push(...withoutRepeats(found));
  return {
    value: reading.findings.length > 0 ? undefined : reading.value,
    events: reading.events,
    source,
    incomplete: source !== yaml,
    unread,
    textLine,
  };
}
