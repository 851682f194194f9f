import type { Catalogue } from "../catalogue/types.ts";
import { typoDistance } from "../text/spelling.ts";
import { plainTyped } from "../text/typed.ts";
import { wordsOf } from "../text/words.ts";
import { FILLERS } from "./aliases.ts";
import { asTyped } from "./as-typed.ts";
import { orCommandApart, standingAlone } from "./command-apart.ts";
import type { Subcommand } from "./grammar.ts";
import { findSubcommand, SUBCOMMAND_WORDS } from "./grammar.ts";
import type { Intent, NotUnderstoodReason, Reader, Reading, Remark } from "./intent.ts";
import { isOtherNumber, type TypedLevel, toLevel } from "./levels.ts";
import type { Lookup } from "./lookup.ts";
import { readLookup } from "./lookup.ts";
import { callsAnything, foldedWords, type Lexicon, lexiconOf } from "./names.ts";
import { nearestPages, unique } from "./nearest.ts";
import { readOneToOneLine } from "./one-to-one-line.ts";
import { piecesOf } from "./pieces.ts";
import { searchWithin } from "./search-within.ts";

/**
 * From a typed line to an intent. The rules, in order:
 *
 * 1. A line that begins with "search" or "find" is a search for the rest, taken literally, but for "in" and a framework at its end.
 *    "help" first is help; "frameworks", "about" and "reload" count only when nothing else is said.
 * 2. Every other line is a bag of words: order, case, accents, emoji and filler ("the", "level") do not matter. "compare",
 *    or two levels, asks for a comparison, lower level first. One level alone is compared with the next, the highest with the one below.
 *    A level may touch a name or another level, and may be a word ("three") that is no name.
 * 3. A word calls a name when it is one of its words, its initials, a known short form, its beginning or its stem; only a word
 *    that calls nothing may be a typo, which is said. Words of up to four letters are never corrected.
 * 4. The reading whose words are called most surely wins, then the one whose names were typed most completely. Equal readings
 *    are offered. A topic without a framework is the reader's own, else that of the one framework that fits.
 * 5. With framework and topic found, unknown words are ignored and said, unless they are like a name or outnumber what was
 *    read; then, and in every other case, unknown words are asked about and what did resolve is among the nearest.
 * 6. A token that is a level and also a name ("3D") is tried as both; fewer words left over wins, both are offered on a tie,
 *    unless it is the whole line or another level stands beside it: then it is the name.
 */
export function parseCommand(text: string, catalogue: Catalogue, reader: Reader): Reading {
  if (text.length > INPUT_LIMIT) return refuse("", { kind: "too-long", limit: LINE_LIMIT });
  const typed = plainTyped(text);
  if (text.trim() === "") return only({ kind: "welcome" });
  const about = readOneToOneLine(text);
  if (about !== undefined) return only({ kind: "mine", what: about.kind === "nudges" ? "nudges" : "one-to-ones" });
  if (typed.length > LINE_LIMIT) return tooLong(typed, catalogue, reader);
  const lexicon = lexiconOf(catalogue);
  if (typed === "") return unreadable(text, catalogue);
  const reading = parseSubcommand(typed, catalogue, lexicon) ?? parseLookup(typed, catalogue, lexicon, reader);
  return asTyped(orCommandApart(reading, typed), typed);
}

const INPUT_LIMIT = 20_000;
const LINE_LIMIT = 300;
const QUERY_LIMIT = 200;
const WORD_LIMIT = 24;
const NEAREST_LIMIT = 5;
const AMBIGUOUS_LIMIT = 2;

/** What its beginning leads to is offered, not shown: nobody knows what the rest was for. */
function tooLong(typed: string, catalogue: Catalogue, reader: Reader): Reading {
  const { intent } = parseCommand(typed.slice(0, LINE_LIMIT).replace(/\S*$/, ""), catalogue, reader);
  const pages = intent.kind === "choose" ? intent.options : [intent];
  const nearest = pages.filter((page) => "framework" in page && page.kind !== "search").slice(0, NEAREST_LIMIT);
  const because = { kind: "too-long", limit: LINE_LIMIT } as const;
  return only({ kind: "not-understood", typed: typed.slice(0, 60), because, nearest });
}

function parseSubcommand(typed: string, catalogue: Catalogue, lexicon: Lexicon): Reading | null {
  const words = foldedWords(typed.replace(/\bforget[\s-]+me\b/i, "forgetme"));
  const [first = ""] = words;
  const { verb, remarks } = findVerb(first, lexicon);
  const rest = typed.slice(typed.search(/\s|$/)).trim();
  if (verb === "search" && (rest !== "" || !lexicon.byWord.has(first)))
    return { ...search(typed, rest, lexicon), remarks };
  if (verb === "help") return { intent: { kind: "help" }, remarks };
  const isVerb = (word: string) => findSubcommand(word) !== undefined && (word !== "me" || words.length === 1);
  const telling = words.filter((word) => isVerb(word) || !FILLERS.has(word));
  const verbs = new Set(words.length === 1 ? [verb] : telling.map((word) => findSubcommand(word)));
  const [sole] = verbs;
  if (verbs.size !== 1) return null;
  const intent = sole === undefined ? null : standingAlone(sole);
  if (intent !== null) return { intent, remarks };
  return catalogue.frameworks.length === 0 ? refuse(typed, { kind: "no-frameworks" }) : null;
}

function findVerb(word: string, lexicon: Lexicon): { verb: Subcommand | undefined; remarks: Remark[] } {
  const verb = findSubcommand(word);
  if (verb !== undefined || callsAnything(word, lexicon)) return { verb, remarks: [] };
  const meant = SUBCOMMAND_WORDS.find((known) => typoDistance(word, known) === 1);
  if (meant === undefined) return { verb: undefined, remarks: [] };
  return { verb: findSubcommand(meant), remarks: [{ kind: "corrected", typed: word, read: meant }] };
}

function search(typed: string, query: string, lexicon: Lexicon): Reading {
  if (query.length > QUERY_LIMIT) return refuse(typed, { kind: "too-long", limit: QUERY_LIMIT });
  const words = wordsOf(query);
  if (words.every(({ stop }) => stop)) {
    return refuse(typed, { kind: "nothing-to-search", words: words.map(({ text }) => text) });
  }
  return only(searchWithin(query, lexicon));
}

function parseLookup(typed: string, catalogue: Catalogue, lexicon: Lexicon, reader: Reader): Reading {
  if (catalogue.frameworks.length === 0) return refuse(typed, { kind: "no-frameworks" });
  const pieces = piecesOf(typed, lexicon);
  const both = pieces.filter((piece) => toLevel(piece, lexicon.levelPrefixes) !== null && lexicon.byWord.has(piece));
  const asName = toLookup(typed, pieces, lexicon, both);
  if (asName.words.length === 0 && asName.levels.length === 0 && !asName.compare) return unreadable(typed, catalogue);
  const named = readWithVerbTypos(asName, catalogue, lexicon, reader);
  const alone = pieces.length === 1 || asName.levels.length > 0;
  if (both.length === 0 || both.length > AMBIGUOUS_LIMIT || (alone && named.intent.kind !== "not-understood"))
    return named;
  const asLevel = readWithVerbTypos(toLookup(typed, pieces, lexicon, []), catalogue, lexicon, reader);
  return offerBoth(typed, named, asLevel);
}

/** Marks and emoji only. */
function unreadable(text: string, catalogue: Catalogue): Reading {
  const typed = text.trim().slice(0, 60);
  const because = { kind: "unknown-words", words: [typed] } as const;
  return only({ kind: "not-understood", typed, because, nearest: nearestPages([], catalogue, null, null) });
}

function offerBoth(typed: string, named: Reading, asLevel: Reading): Reading {
  const clear = ({ intent, remarks }: Reading) =>
    intent.kind !== "not-understood" && !remarks.some(({ kind }) => kind === "ignored");
  if (clear(named) && clear(asLevel)) {
    if (named.intent.kind !== asLevel.intent.kind) {
      if (asLevel.intent.kind === "choose") return named;
      if (named.intent.kind === "choose") return asLevel;
    }
    const options = [named, asLevel].flatMap(({ intent }) => (intent.kind === "choose" ? intent.options : [intent]));
    return only({ kind: "choose", typed, between: "readings", options: unique(options) });
  }
  return clear(named) ? named : asLevel;
}

function toLookup(typed: string, pieces: readonly string[], lexicon: Lexicon, names: readonly string[]): Lookup {
  const levels: TypedLevel[] = [];
  const words: string[] = [];
  for (const piece of pieces) {
    const level = names.includes(piece) ? null : toLevel(piece, lexicon.levelPrefixes);
    if (level !== null) levels.push(level);
    else if (isOtherNumber(piece) && !lexicon.byWord.has(piece)) {
      levels.push({ typed: piece.slice(0, 12), level: Number(piece) || 0, subLevel: false });
    } else words.push(...foldedWords(piece));
  }
  const compare = words.some((word) => findSubcommand(word) === "compare");
  const asksLevel = compare || levels.length > 0;
  const telling = words.filter((word) => findSubcommand(word) !== "compare" && !isFiller(word, lexicon, asksLevel));
  return { typed, words: joinHalves(telling, lexicon).slice(0, WORD_LIMIT), levels, compare };
}

/** Where a level is asked for, a filler names no page that has none: "how do I get to 4" does not ask for "How we use frameworks". */
function isFiller(word: string, lexicon: Lexicon, asksLevel: boolean): boolean {
  const called = (lexicon.byWord.get(word) ?? []).map((index) => lexicon.named[index]?.framework.kind);
  if (asksLevel && lexicon.levelPrefixes.has(word) && called.length === 0) return true;
  return FILLERS.has(word) && !called.some((kind) => !asksLevel || kind === "topics");
}

/** "back end" is "backend" when only the whole is a name. */
function joinHalves(words: readonly string[], { byWord }: Lexicon): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && byWord.has(before + word) && !byWord.has(before) && !byWord.has(word)) {
      joined[joined.length - 1] = before + word;
    } else joined.push(word);
  }
  return joined;
}

/** "comprae 3 4": a word that calls nothing and is spelt like "compare". */
function readWithVerbTypos(lookup: Lookup, catalogue: Catalogue, lexicon: Lexicon, reader: Reader): Reading {
  const typo = lookup.words.find((word) => findVerb(word, lexicon).verb === "compare");
  if (typo === undefined) return readLookup(lookup, catalogue, reader);
  const words = lookup.words.filter((word) => word !== typo);
  const reading = readLookup({ ...lookup, words, compare: true }, catalogue, reader);
  return { ...reading, remarks: [...findVerb(typo, lexicon).remarks, ...reading.remarks] };
}

function only(intent: Intent): Reading {
  return { intent, remarks: [] };
}

function refuse(typed: string, because: NotUnderstoodReason): Reading {
  return only({ kind: "not-understood", typed, because, nearest: [] });
}
