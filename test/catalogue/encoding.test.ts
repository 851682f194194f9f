import { expect, test } from "vitest";
import { findDamage, repairEncoding } from "../../src/catalogue/encoding.ts";

function damage(text: string, encoding: string): string {
  const decoder = new TextDecoder(encoding);
  return Array.from(new TextEncoder().encode(text), (byte) => decoder.decode(Uint8Array.of(byte))).join("");
}

test.for([
  ["’", "windows-1252", "â€™"],
  ["é", "windows-1252", "Ã©"],
  ["’", "macintosh", "‚Äô"],
  ["✨", "macintosh", "‚ú®"],
  ["🛠️", "macintosh", damage("🛠️", "macintosh")],
  ["…", "macintosh", "‚Ä¶"],
  ["•", "macintosh", "‚Ä¢"],
  ["™", "macintosh", "‚Ñ¢"],
  ["Русский", "macintosh", "–†—É—Å—Å–∫–∏–π"],
  ["Ελληνικά", "macintosh", damage("Ελληνικά", "macintosh")],
  ["日本語のフレームワーク", "macintosh", damage("日本語のフレームワーク", "macintosh")],
  ["mañana", "macintosh", "ma√±ana"],
  ["±5 and n²", "macintosh", "¬±5 and n¬≤"],
  ["Noël", "windows-1252", "NoÃ«l"],
  ["maître", "windows-1252", "maÃ®tre"],
  ["développé", "windows-1252", "dÃ©veloppÃ©"],
  ["→", "windows-1252", "â†’"],
  ["à la", "windows-1252", "Ã\u00a0 la"],
  ["®", "windows-1252", "Â®"],
  ["zażółć", "windows-1252", "zaÅ¼Ã³Å‚Ä‡"],
] as const)("%s read as %s is found and turned back", ([text, encoding, damaged]) => {
  expect(damage(text, encoding)).toBe(damaged);
  expect(findDamage(damaged)).toMatchObject({ encoding: encoding === "macintosh" ? "Mac Roman" : encoding, lines: 1 });
  expect(repairEncoding(`a ${damaged} b`)).toBe(`a ${text} b`);
});

test("Latin-1 leaves control characters behind, and is turned back as well", () => {
  const damaged = Array.from(new TextEncoder().encode("team’s"), (byte) => String.fromCharCode(byte)).join("");
  expect(repairEncoding(damaged)).toBe("team’s");
});

test("text that was damaged twice is turned back twice", () => {
  const once = damage("We’re at the café ✨", "windows-1252");
  expect(repairEncoding(damage(once, "windows-1252"))).toBe("We’re at the café ✨");
  expect(repairEncoding(damage(damage("café’s", "macintosh"), "macintosh"))).toBe("café’s");
});

test.for([
  "AMANHÃ, SÃO PAULO e “MANHÃ”",
  "« été » l’été, d’équipe, À bientôt…",
  "CAFÉ… “CAFÉ”",
  "√2, √π and √∞; ¬p",
  "„Ärger“ ‚Ärger‘ Ä…",
  "naïve façade – “quoted” … 5 €",
  "日本語とエンジニア 🛠️ 👩‍💼",
  "Привет, мир",
  "Ships the NESTLÉ® dashboards, CAFÉ™ rollout, MÜNCHEN©, À± and Ünïcödé»",
  "«\u00a0É\u00a0», ¿QUÉ…? ¡ÓN! É™ a É®, JALAPEÑ®, AÑ°",
  "MAÇÃ®, MAÇÃ™ e AMANHÃ…, IRMû",
  "KŘÍŽ, PÍŠE, Lukáš’s, náš…” Tomáš®",
  "hâlâ…” – à\u00a0£5, payé\u00a0€5, 3×£5, 2×¾",
  "Å–Ä–Ö and Ä–Ö–Ü–ß, É—Å—Ç, Ñ•Ñ•Ñ•Ñ",
  "√Évaluer, √éviter, √Öffnen, x√πr, –π to –∞, ƒ≈±",
])("%s is nobody's damage", (text) => {
  expect(findDamage(text)).toBeUndefined();
});

test("half damaged and half right is found, and left alone", () => {
  const mixed = `${damage("team’s", "windows-1252")} and team’s`;
  expect(findDamage(mixed)).toMatchObject({ encoding: "windows-1252", meant: "’" });
  expect(repairEncoding(mixed)).toBeUndefined();
});

test("what was typed beside damage is not turned back with it", () => {
  const mixed = `${damage("team’s", "windows-1252")} and NESTLÉ® too`;
  expect(findDamage(mixed)).toMatchObject({ meant: "’" });
  expect(repairEncoding(mixed)).toBeUndefined();
});

test("damaged lines are counted, each once", () => {
  const line = damage("it’s what we’re", "macintosh");
  expect(findDamage(`fine\n${line}\nfine\n${line}`)).toMatchObject({ lines: 2 });
});
