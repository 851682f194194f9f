/**
 * RFC 4180, with a byte order mark because spreadsheets guess the encoding without it. A cell that a spreadsheet would run as a formula gets
 * an apostrophe before it, and so does one that begins with an apostrophe: a reader that drops one leading apostrophe gets exactly what was
 * written.
 */
export function toCsv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("")}`;
}

/** Full-width signs count as well: some spreadsheets fold them. Space first, because some skip it. */
const FORMULA = /^(?:'|\s*[=+\-@＝＋－＠|%]|[\t\r\n])/u;

function toCell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
