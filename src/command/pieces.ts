import { fold } from "../text/words.ts";
import { isOtherNumber, toLevel } from "./levels.ts";
import { callsAnything, type Lexicon } from "./names.ts";

/**
 * A line taken apart into what may be a name and what may be a level, however the two are joined: "backend-mastery-3", "mastery3",
 * "3->4". What is itself a name or a level stays whole. Folded, in the order of the line.
 */
export function piecesOf(text: string, lexicon: Lexicon): string[] {
  return text
    .split(" ")
    .flatMap((chunk) => partsOf(fold(chunk).replace(EDGES, ""), lexicon))
    .flatMap((part) => nameAndLevels(part, lexicon))
    .map((piece, index, all) => {
      // "The one for mastery" is no level.
      const inPassing =
        piece === "one" && index < all.length - 1 && !/^(?:level|levels|lvl)$/.test(all[index - 1] ?? "");
      return lexicon.byWord.has(piece) || inPassing ? piece : (NUMBER_WORDS.get(piece) ?? piece);
    });
}

const EDGES = /^[^\p{L}\p{N}−+-]+|[^\p{L}\p{N}]+$/gu;
const PAIR = /^([a-z]{0,5}\d{1,3}[a-e]?)(?:->|=>|→|➡|>|–|—|-|\.{2,3}|\/|vs|to|:)([a-z]{0,5}\d{1,3}[a-e]?)$/;
/** Three digits after a comma are thousands. */
const LIST = /^[a-z]{0,5}\d{1,2}[a-e]?(?:[,&+/_-][a-z]{0,5}\d{1,2}[a-e]?)+$/;
/** A full stop or a hyphen between digits belongs to a number: "3.5". */
const BETWEEN = /[/,;:–—_|<>→\\&+]+|(?<=\p{L})[-.]+|[-.]+(?=\p{L})/u;
const GLUED = /^(\p{L}{2,})(\d\S*)$/u;
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, index) => [word, String(index + 1)]),
);

function partsOf(piece: string, { levelPrefixes }: Lexicon): string[] {
  const levels = levelsIn(piece);
  if (levels !== null) return levels;
  if (isOtherNumber(piece) || toLevel(piece, levelPrefixes) !== null) return [piece];
  const parts = piece.split(BETWEEN).filter((part) => part !== "");
  return parts.flatMap((part) => levelsIn(part) ?? [part]);
}

/** "3->4", "3,4,5". */
function levelsIn(piece: string): string[] | null {
  const pair = PAIR.exec(piece);
  if (pair?.[1] !== undefined && pair[2] !== undefined) return [pair[1], pair[2]];
  return LIST.test(piece) ? piece.split(/[,&+/_-]/) : null;
}

/** "mastery3" where "mastery" calls something. */
function nameAndLevels(part: string, lexicon: Lexicon): string[] {
  const [, name, rest] = GLUED.exec(part) ?? [];
  if (name === undefined || rest === undefined || lexicon.byWord.has(part)) return [part];
  const levels = levelsIn(rest) ?? [rest];
  const prefixes = lexicon.levelPrefixes;
  if (toLevel(part, prefixes) !== null || levels.some((level) => toLevel(level, prefixes) === null)) return [part];
  return callsAnything(name, lexicon) ? [name, ...levels] : [part];
}
