/**
 * Characters that may be UTF-8 bytes read with the wrong table, and whether they must be. "É®" turns back into the letter ɮ and
 * "MAÇÃ®" into "MAÇî", but a person wrote them: what stands around a sign and what it would mean decide, not that it turns back.
 */

export interface Table {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** Nobody types this sign between these neighbours, and what it means is likely. */
  proves(sign: Reading, before: string, after: string): boolean;
  /** A run of far letters that this table must have made: –Ä–Ö–Ü and Ñ•Ñ•Ñ• are lists as well. */
  provesRun(characters: string): boolean;
}

interface Reading {
  readonly lead: number;
  readonly rest: string;
  readonly meant: string;
}

export interface Sign {
  readonly offset: number;
  readonly found: string;
  readonly meant: string;
  /** It must be damage; any other sign may just as well have been typed. */
  readonly proven: boolean;
  /** It stands like a word's end and would mean what hardly anybody writes: turning it back would harm it. */
  readonly odd: boolean;
}

/** Marks that follow a word without a space, or stand between two words or syllables. */
const MARKS =
  "[\\u00a0\\u00ad\\u2013\\u2014\\u2018-\\u201e\\u2039\\u203a\\u2020-\\u2022\\u2026\\u02c6\\u02dc«»®©™±°§¶·¹²³ªº]";
const MARKED = new RegExp(`^${MARKS}+$`, "u");
/** Nothing but marks: and after a quote, a dash or a space whatever follows begins something new. */
const ENDED = new RegExp(`^[šžœ]?${MARKS}*[\\u00a0\\u2013\\u2014\\u2018-\\u201d\\u2026«»·•].?$|^[šžœ]?${MARKS}+$`, "u");
/** Marks with which a word ends: what follows says nothing about it. */
const APART = /^[\u00a0\u2013\u2014\u2018-\u201e\u2039\u203a\u2020-\u2022\u2026\u02c6\u02dc«»]$/u;
/** What else stands after a root sign or a negation. */
const MATHS = /^[π∞±∑∫∏Ωµ≤≥≠∂]$/u;
const CONTROL = /[\u0080-\u009f]/u;

const LOWER = /\p{Ll}$/u;
const UPPER = /\p{Lu}$/u;
const CAPITALS = /\p{Lu}\p{Lu}$/u;
const LETTER = /\p{L}$/u;
const LETTERS = /\p{L}\p{L}$/u;
const SMALL_NEXT = /^\p{Ll}/u;
const LETTER_NEXT = /^\p{L}/u;
const LETTERS_NEXT = /^\p{L}\p{L}/u;

/** What damage usually means: European letters, the marks that lie above them, punctuation and signs, and pictures. */
const LATIN = /^[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1e00-\u1eff]$/u;
const ABOVE = /^[\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0327\u0328]$/u;
const SYMBOL =
  /^(?:[\u00a0-\u00bf\u02bb\u02bc\u2000-\u27ff\u2900-\u2bff\u3000-\u303f\ufb00-\ufb06\ufeff\uff00-\uffef\ufffd]|\ufe0e|\ufe0f)$/u;
const PICTURE = /^[\uf8ff\u{1f000}-\u{1faff}\u{e0020}-\u{e007f}]$/u;
const FAR = [
  /^\p{Script=Greek}$/u,
  /^\p{Script=Cyrillic}$/u,
  /^\p{scx=Hebrew}$/u,
  /^\p{scx=Arabic}$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\ufe30-\ufe4f\uff00-\uffef]$/u,
  /^\p{Script=Hangul}$/u,
  /^\p{scx=Devanagari}$/u,
  /^\p{scx=Bengali}$/u,
  /^\p{scx=Gurmukhi}$/u,
  /^\p{scx=Gujarati}$/u,
  /^\p{scx=Tamil}$/u,
  /^\p{scx=Telugu}$/u,
  /^\p{scx=Kannada}$/u,
  /^\p{scx=Malayalam}$/u,
  /^\p{scx=Sinhala}$/u,
  /^\p{Script=Thai}$/u,
  /^\p{Script=Lao}$/u,
  /^\p{Script=Khmer}$/u,
  /^\p{Script=Myanmar}$/u,
  /^\p{Script=Ethiopic}$/u,
  /^\p{Script=Armenian}$/u,
  /^\p{Script=Georgian}$/u,
];
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

const EAST_ASIAN_FORM = /^[\uff00-\uffef]$/u;

const isNear = (meant: string): boolean => [LATIN, ABOVE, SYMBOL, PICTURE].some((kind) => kind.test(meant));
const scriptOf = (meant: string): number => FAR.findIndex((script) => script.test(meant));

/** Letters that are not Latin come in words: so many characters of damage in a row, all of one script, and nobody typed them. */
const WORD = 6;

/** A sign of two characters begins with a capital letter, and words in capitals end in any of them. */
function provesPair({ lead, rest, meant }: Reading, before: string, after: string): boolean {
  if (ABOVE.test(meant)) return LOWER.test(before);
  if (!LATIN.test(meant) && !SYMBOL.test(meant)) return false;
  const mark = MARKED.test(rest) || (lead > 0xc3 && /^[ŠŽ]$/u.test(rest));
  if (!mark || LOWER.test(before)) return true;
  // A small letter does not follow capitals: "MAÇÃ®" was typed, "DÃ©v" was not.
  if (UPPER.test(before)) return lead > 0xc2 && SMALL_NEXT.test(after) && !APART.test(rest) && !CAPITALS.test(before);
  if (rest === "\u00a0") return lead === 0xc2 || /^\s/u.test(after);
  if (APART.test(rest)) return false;
  return lead <= 0xc3 || SMALL_NEXT.test(after);
}

function provesWestern(sign: Reading, before: string, after: string): boolean {
  const { lead, rest, meant } = sign;
  if (!isNear(meant) && !EAST_ASIAN.test(meant)) return false;
  if (CONTROL.test(rest)) return true;
  if (rest.length === 1) return provesPair(sign, before, after);
  if (rest.length === 3) return PICTURE.test(meant);
  // "â" alone is no word, so that an arrow or a tick after a space is damage.
  return !ENDED.test(rest) || (lead === 0xe2 && !LETTER.test(before));
}

/** On a Mac the lead bytes are quotes and capitals that stand before accented letters all the time: only a few are signs. */
function provesMac({ lead, rest, meant }: Reading, before: string, after: string): boolean {
  if (ABOVE.test(meant)) return LOWER.test(before);
  if (!LATIN.test(meant) && !SYMBOL.test(meant) && !PICTURE.test(meant)) return false;
  const within = (LETTERS.test(before) && LETTER_NEXT.test(after)) || (LETTER.test(before) && LETTERS_NEXT.test(after));
  if (lead === 0xe2 || lead === 0xf0) return true;
  if (lead === 0xef) return !EAST_ASIAN_FORM.test(meant);
  if (lead === 0xe1) return within;
  if (lead === 0xc2) return !MATHS.test(rest) || /[\p{L}\d]$/u.test(before) || /^\d/.test(after);
  if (lead === 0xc3 && !MATHS.test(rest)) return LETTER.test(before) || !/^[\p{L}--[ªº]]$/v.test(rest);
  return lead >= 0xc3 && lead <= 0xc5 && within;
}

const upper = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);

function createTable(name: string, characters: string, rules: Pick<Table, "proves" | "provesRun">): Table {
  return { name, bytes: new Map(Array.from(characters, (character, index) => [character, 0x80 + index])), ...rules };
}

/** A list of letters has one mark between all of them. */
const differ = (characters: string): boolean => new Set(characters.match(/\P{L}/gu)).size > 1;
const western = { proves: provesWestern, provesRun: differ };
const mac = { proves: provesMac, provesRun: (characters: string) => /[^\p{L}–—“”‘’«»…]/u.test(characters) };

export const tables: readonly Table[] = [
  createTable("windows-1252", new TextDecoder("windows-1252").decode(upper), western),
  createTable("Latin-1", String.fromCodePoint(...upper), western),
  createTable("Mac Roman", new TextDecoder("macintosh").decode(upper), mac),
];

const FIRST = [0, 0, 0x80, 0x800, 0x10000];

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** What the characters from here on mean as bytes of one character of UTF-8. */
function readSign(run: string, at: number, { bytes }: Table): Reading | undefined {
  const lead = bytes.get(run.charAt(at)) ?? 0;
  const length = lengthOf(lead);
  if (length === 0 || at + length > run.length) return undefined;
  let point = lead & (0x7f >> length);
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes.get(run.charAt(next)) ?? 0;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  if (point < (FIRST[length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return { lead, rest: run.slice(at + 1, at + length), meant: String.fromCodePoint(point) };
}

/** Damage always stands in at least two characters above ASCII; those that no table knows cannot be part of it. */
const RUNS = new RegExp(`[${tables.flatMap(({ bytes }) => Array.from(bytes.keys())).join("")}]{2,}`, "g");

export function findRuns(text: string): readonly RegExpExecArray[] {
  return Array.from(text.matchAll(RUNS));
}

/** Signs of one far script without anything between them prove each other. */
function proveWords(signs: readonly Sign[], { provesRun }: Table): readonly Sign[] {
  const proven = new Set<Sign>();
  let chain: Sign[] = [];
  let script = -1;
  const close = (): void => {
    const characters = chain.map(({ found }) => found).join("");
    if (characters.length >= WORD && provesRun(characters)) for (const sign of chain) proven.add(sign);
    chain = [];
  };
  let end = -1;
  for (const sign of signs) {
    const next = scriptOf(sign.meant);
    if (next !== script || sign.offset !== end) close();
    if (next !== -1) chain.push(sign);
    script = next;
    end = sign.offset + sign.found.length;
  }
  close();
  return signs.map((sign) => (proven.has(sign) ? { ...sign, proven: true } : sign));
}

export function findSigns(text: string, runs: readonly RegExpExecArray[], table: Table): readonly Sign[] {
  const signs: Sign[] = [];
  for (const { 0: run, index } of runs) {
    for (let at = 0; at < run.length; at += 1) {
      const reading = readSign(run, at, table);
      if (reading === undefined) continue;
      const length = reading.rest.length + 1;
      const offset = index + at;
      const before = text.slice(Math.max(0, offset - 2), offset);
      const after = text.slice(offset + length, offset + length + 2);
      const { meant } = reading;
      const odd = !isNear(meant) && scriptOf(meant) === -1 && !LOWER.test(before) && !SMALL_NEXT.test(after);
      signs.push({
        offset,
        found: run.slice(at, at + length),
        meant,
        proven: table.proves(reading, before, after),
        odd,
      });
      at += length - 1;
    }
  }
  return signs.length === 0 ? signs : proveWords(signs, table);
}
