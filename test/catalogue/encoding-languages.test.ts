import fc from "fast-check";
import { expect, test } from "vitest";
import { findDamage, repairEncoding } from "../../src/catalogue/encoding.ts";

/**
 * What people write in many languages is never called damaged, and what was damaged is turned back in all of them. The words are
 * the names of languages and countries, which Node knows in every tongue.
 */

const LANGUAGES = "cs da de el es et fi fr hr hu is it lt lv nb nl pl pt ro ru sk sl sq sv tr uk vi cy".split(" ");
const FAR = "am ar bn fa gu he hi hy ja ka km kn ko lo ml my pa ru si ta te el th uk zh".split(" ");
const CODES =
  "ar be cs da de el en es et fa fi fr he hi hr hu is it ja ko lt lv nb nl pl pt ro ru sk sl sq sv th tr uk vi zh";
const REGIONS =
  "AT BR CH CI CW CZ DE DK EG ES FI FR GB GR HU IS IT JP KR MX NL NO NZ PL PT RE RU SE TR UA US VN ZA".split(" ");

function namesIn(language: string): string[] {
  const languages = new Intl.DisplayNames(language, { type: "language" });
  const regions = new Intl.DisplayNames(language, { type: "region" });
  return [
    ...CODES.split(" ").map((code) => languages.of(code) ?? ""),
    ...REGIONS.map((code) => regions.of(code) ?? ""),
  ];
}

const capitalsOf = (language: string): string[] => namesIn(language).map((name) => name.toLocaleUpperCase(language));

function damage(text: string, encoding: string): string {
  const decoder = encoding === "Latin-1" ? undefined : new TextDecoder(encoding);
  const read = (byte: number): string => decoder?.decode(Uint8Array.of(byte)) ?? String.fromCharCode(byte);
  return Array.from(new TextEncoder().encode(text), read).join("");
}

const MARKS = Array.from("®©™±°§¶»«›‹“”„‘’…–—•·¹²³ªº†‡′″\u00a0\u00ad!?.,;:)]/");
const marks = fc.uniqueArray(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 3 }).map((some) => some.join(""));

test.for(LANGUAGES)("words in %s, in capitals or not, with any mark after them, are nobody's damage", (language) => {
  const words = [...namesIn(language), ...capitalsOf(language)].flatMap((name) => name.split(/[ ()]+/u));
  fc.assert(
    fc.property(fc.constantFrom(...words), marks, fc.constantFrom("", "s", "S", " a", " É"), (word, after, end) => {
      expect(findDamage(`- "${word}${after}${end}"`)).toBeUndefined();
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test("any capitals with accents and any mark after them are nobody's damage", () => {
  const consonant = fc.constantFrom(...Array.from("BCDGLMNPRSTŁŚŻŘĞŞ"));
  const vowel = fc.constantFrom(...Array.from("AEÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝİΆΈΏ"));
  const word = fc.tuple(consonant, vowel, consonant, vowel).map((letters) => letters.join(""));
  fc.assert(
    fc.property(word, marks, (letters, after) => {
      expect(findDamage(`${letters}${after} b`)).toBeUndefined();
    }),
    { numRuns: 20_000, seed: 7 },
  );
});

test.for(LANGUAGES)("the names in %s one after the other are nobody's damage", (language) => {
  for (const name of [...namesIn(language), ...capitalsOf(language)])
    for (const text of [
      `« ${name} »`,
      `«\u00a0${name}\u00a0»`,
      `„${name}“`,
      `“${name}”…`,
      `–${name}—${name}`,
      `√${name}`,
    ])
      expect(findDamage(text)).toBeUndefined();
});

const tables = ["windows-1252", "Latin-1", "macintosh"] as const;
const nameOf = { "windows-1252": "windows-1252", "Latin-1": "Latin-1", macintosh: "Mac Roman" };

test.for(
  Array.from(new Set([...LANGUAGES, ...FAR])).flatMap((language) => tables.map((table) => [language, table] as const)),
)("a list of names in %s read as %s is found, named and turned back exactly", ([language, table]) => {
  const text = namesIn(language)
    .map((name) => `- “${name}”`)
    .join("\n");
  const damaged = damage(text, table);
  expect(findDamage(damaged)).toMatchObject({ encoding: nameOf[table] });
  expect(repairEncoding(damaged)).toBe(text);
});

test.for(FAR.flatMap((language) => tables.map((table) => [language, table] as const)))(
  "one name in %s read as %s is found and turned back exactly",
  ([language, table]) => {
    const name = namesIn(language).find((each) => each.length >= 6) ?? "";
    expect(repairEncoding(`a ${damage(name, table)} b`)).toBe(`a ${name} b`);
  },
);
