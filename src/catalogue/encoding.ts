/**
 * Text that is UTF-8 read with the wrong table and saved again: "â€™" or "‚Äô" for "’". Finding it must not alarm anybody
 * who writes "MANHÃ”" or "√π" on purpose, and turning it back must be exact or not happen at all.
 */

interface Table {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** Pairs that occur in real text and say nothing about damage. */
  isUsual(first: number, rest: string): boolean;
}

const CONTINUATION = { from: 0x80, to: 0xbf };
/** Quotes, dashes and spaces follow any letter; footnote marks do too. */
const TYPOGRAPHIC = /^[\u00a0\u00ab\u00bb\u2018-\u201e\u2039\u203a\u2013\u2014\u2026\u2020-\u2022\u02c6\u02dc]+$/u;
const FOOTNOTES = /^[¹²³ªº°]$/u;
const MATHS = /^[π∞±∑∫∏Ωµ≤≥≠]$/u;

/** The upper half of all bytes, of which each is one character in these tables. */
const upper = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);

function table(name: string, characters: string, isUsual: Table["isUsual"]): Table {
  return { name, bytes: new Map(Array.from(characters, (character, index) => [character, 0x80 + index])), isUsual };
}

const western: Table["isUsual"] = (first, rest) =>
  TYPOGRAPHIC.test(rest) ? !(first === 0xc2 && rest === "\u00a0") : first > 0xc3 && FOOTNOTES.test(rest);

/** On a Mac the lead bytes are quotes and capitals that stand before accented letters all the time: only a few are signs. */
const mac: Table["isUsual"] = (first, rest) =>
  first === 0xc2 || first === 0xc3 ? MATHS.test(rest) : ![0xe2, 0xef, 0xf0].includes(first);

const tables: readonly Table[] = [
  table("windows-1252", new TextDecoder("windows-1252").decode(upper), western),
  table("Latin-1", String.fromCodePoint(...upper), western),
  table("Mac Roman", new TextDecoder("macintosh").decode(upper), mac),
];

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function decode(bytes: readonly number[] | Uint8Array): string | undefined {
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

interface Sign {
  readonly offset: number;
  readonly found: string;
  readonly meant: string;
}

function* signsIn(runs: readonly RegExpExecArray[], { bytes, isUsual }: Table): Generator<Sign> {
  for (const run of runs) {
    const characters = run[0];
    for (let at = 0; at < characters.length; at += 1) {
      const lead = bytes.get(characters.charAt(at)) ?? 0;
      const length = lengthOf(lead);
      if (length === 0 || at + length > characters.length) continue;
      const found = characters.slice(at, at + length);
      const raw = Array.from(found, (character) => bytes.get(character) ?? 0);
      if (!raw.slice(1).every((byte) => byte >= CONTINUATION.from && byte <= CONTINUATION.to)) continue;
      const meant = decode(raw);
      if (meant === undefined) continue;
      if (!isUsual(lead, found.slice(1))) yield { offset: run.index + at, found, meant };
      at += length - 1;
    }
  }
}

/** Damage always stands in at least two characters above ASCII. */
const RUNS = /[\u0080-\uffff]{2,}/g;

/** The damage that the text shows, by the table that explains most of it. */
export function findDamage(text: string): Damage | undefined {
  const runs = Array.from(text.matchAll(RUNS));
  if (runs.length === 0) return undefined;
  let best: Damage | undefined;
  let most = 0;
  for (const candidate of tables) {
    const signs = Array.from(signsIn(runs, candidate));
    const first = signs[0];
    if (first === undefined || signs.length <= most) continue;
    most = signs.length;
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
    best = {
      encoding: candidate.name,
      found: first.found,
      meant: first.meant,
      offset: first.offset,
      lines: lines.size,
    };
  }
  return best;
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

function repairOnce(text: string): string | undefined {
  const encoding = findDamage(text)?.encoding;
  const candidate = tables.find(({ name }) => name === encoding);
  const raw = candidate === undefined ? undefined : encode(text, candidate);
  if (candidate === undefined || raw === undefined) return undefined;
  const mended = decode(raw);
  if (mended === undefined || mended.includes("\ufffd")) return undefined;
  return damageAgain(new TextEncoder().encode(mended), candidate) === text ? mended : undefined;
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
