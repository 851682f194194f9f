/** A token that can be a level: `3`, `L3`, `level3`, `3C`, `E3`. */
export interface TypedLevel {
  readonly typed: string;
  readonly level: number;
  /** The letter of "3C". */
  readonly subLevel: boolean;
}

const NUMBER = /^[-−+]?\d[\d.,]*(?:e[-+]?\d+)?$/;

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
