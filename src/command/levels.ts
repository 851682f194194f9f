import { fold } from "../text/words.ts";

/** A token that can be a level: `3`, `L3`, `level3`, `3C`, `E3`. */
export interface TypedLevel {
  readonly typed: string;
  readonly level: number;
  /** The letter of "3C". */
  readonly subLevel: boolean;
}

const PAIR = /^([a-z]{0,5}\d{1,3}[a-e]?)(?:->|=>|→|➡|>|–|—|-|\.{2,3}|\/|vs|to|:)([a-z]{0,5}\d{1,3}[a-e]?)$/;
const NUMBER = /^[-−+]?\d[\d.,]*(?:e[-+]?\d+)?$/;
const EDGES = /^[^\p{L}\p{N}−+-]+|[^\p{L}\p{N}]+$/gu;

/** A piece of the line: "3->4" gives two. */
export function piecesOf(text: string): string[] {
  return text.split(" ").flatMap((chunk) => {
    const piece = fold(chunk).replace(EDGES, "");
    const pair = PAIR.exec(piece);
    if (pair?.[1] !== undefined && pair[2] !== undefined) return [pair[1], pair[2]];
    const parts = piece.split(/[/,;:–—]+/).filter((part) => part !== "");
    return parts.every((part) => NUMBER.test(part)) && parts.length > 0 && !piece.includes("/") ? [piece] : parts;
  });
}

/** `prefixes`: what frameworks put before a level, folded ("e"). */
export function toLevel(piece: string, prefixes: ReadonlySet<string>): TypedLevel | null {
  const parts = /^([^\d]{0,12}?)-?(\d{1,3})([a-e]?)$/.exec(piece);
  if (parts === null) return null;
  const [, before = "", digits = "", letter = ""] = parts;
  if (before !== "" && !["l", "lv", "lvl", "lev", "level", "levels"].includes(before) && !prefixes.has(before))
    return null;
  if (before === "" && piece.startsWith("-")) return null;
  return { typed: piece.toUpperCase(), level: Number(digits), subLevel: letter !== "" };
}

/** A number that is no level: "1e999", "-0", "3.5". */
export function isOtherNumber(piece: string): boolean {
  return NUMBER.test(piece);
}
