import { findRuns, findSigns, type Sign, type Table, tables } from "./misreading.ts";

/**
 * Text that is UTF-8 read with the wrong table and saved again: "â€™" or "‚Äô" for "’". Finding it must not alarm anybody
 * who writes "MANHÃ”" or "√π" on purpose, and turning it back must be exact or not happen at all.
 */

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: readonly number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

export interface Damage {
  readonly encoding: string;
  /** The first damaged characters, and what they stand for. */
  readonly found: string;
  readonly meant: string;
  readonly offset: number;
  readonly lines: number;
}

function countLines(text: string, signs: readonly Sign[]): number {
  const lines = new Set<number>();
  let line = 0;
  let from = 0;
  for (const { offset } of signs) {
    for (let next = text.indexOf("\n", from); next !== -1 && next < offset; next = text.indexOf("\n", from)) {
      line += 1;
      from = next + 1;
    }
    lines.add(line);
  }
  return lines.size;
}

interface Suspect {
  readonly table: Table;
  /** Only those that must be damage. */
  readonly signs: readonly Sign[];
  /** Some of the text reads as right as it stands, so that part of the file is not damaged. */
  readonly mixed: boolean;
}

const explained = ({ signs }: Suspect): number => signs.reduce((sum, { found }) => sum + found.length, 0);

/** The table that turns the whole text back, or else the one that explains most of it: several can read a few of its signs. */
function findSuspect(text: string): Suspect | undefined {
  const runs = findRuns(text);
  if (runs.length === 0) return undefined;
  const suspects = tables.flatMap((table): Suspect[] => {
    const found = findSigns(text, runs, table);
    const signs = found.filter(({ proven }) => proven);
    return signs.length === 0 ? [] : [{ table, signs, mixed: found.some(({ odd }) => odd) }];
  });
  if (suspects.length < 2) return suspects[0];
  const exact = suspects.filter(({ table }) => turnBack(text, table) !== undefined);
  const [best] = (exact.length === 0 ? suspects : exact).toSorted((a, b) => explained(b) - explained(a));
  return best;
}

/** The damage that the text shows. */
export function findDamage(text: string): Damage | undefined {
  const suspect = findSuspect(text);
  const first = suspect?.signs[0];
  if (suspect === undefined || first === undefined) return undefined;
  const { found, meant, offset } = first;
  return { encoding: suspect.table.name, found, meant, offset, lines: countLines(text, suspect.signs) };
}

function encode(text: string, { bytes }: Table): number[] | undefined {
  const raw: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const byte = point < 0x80 ? point : bytes.get(character);
    if (byte === undefined) return undefined;
    raw.push(byte);
  }
  return raw;
}

function damageAgain(bytes: Uint8Array, { bytes: known }: Table): string {
  const characters = new Map(Array.from(known, ([character, byte]) => [byte, character]));
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (characters.get(byte) ?? ""))).join("");
}

/** Only when the whole text encodes, is strict UTF-8 then, and damaging it again gives the same text. */
function turnBack(text: string, table: Table): string | undefined {
  const raw = encode(text, table);
  const mended = raw === undefined ? undefined : decode(raw);
  if (mended === undefined || mended.includes("\ufffd")) return undefined;
  return damageAgain(new TextEncoder().encode(mended), table) === text ? mended : undefined;
}

function repairOnce(text: string): string | undefined {
  const suspect = findSuspect(text);
  return suspect === undefined || suspect.mixed ? undefined : turnBack(text, suspect.table);
}

/** The text as it was before the damage, once or up to three times over; nothing when any of it is in doubt. */
export function repairEncoding(text: string): string | undefined {
  let current = text;
  for (let round = 0; round < 3; round += 1) {
    const mended = repairOnce(current);
    if (mended === undefined) return undefined;
    if (findDamage(mended) === undefined) return mended;
    current = mended;
  }
  return undefined;
}
