import type { Filing, Win } from "./types.ts";
import { visibilityOf } from "./visibility.ts";

/**
 * One line per filing, one for an unfiled win: RFC 4180, with a byte order mark because spreadsheets guess the encoding without it.
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins with an apostrophe: a reader
 * that drops one leading apostrophe gets exactly what was written.
 */
const columns = [
  ["win_id", (win: Win) => win.id],
  ["happened_on", (win: Win) => win.happenedOn],
  ["created_at", (win: Win) => win.createdAt],
  ["edited_at", (win: Win) => win.editedAt],
  ["origin", (win: Win) => win.origin],
  ["text", (win: Win) => win.text],
  ["outcome", (win: Win) => win.outcome],
  ["note", (win: Win) => win.note],
  ["people", (win: Win) => win.people.join("\n")],
  ["links", (win: Win) => win.links.join("\n")],
  ["source_permalink", (win: Win) => win.source.permalink],
  ["source_author", (win: Win) => win.source.author],
  ["visibility", visibilityOf],
] as const;

const filingColumns = [
  ["criterion_id", (filing: Filing) => filing.criterionId],
  ["framework", (filing: Filing) => filing.framework],
  ["topic", (filing: Filing) => filing.topic],
  ["level", (filing: Filing) => String(filing.level)],
  ["wording", (filing: Filing) => filing.wording],
  ["content_hash", (filing: Filing) => filing.contentHash],
  ["filed_at", (filing: Filing) => filing.filedAt],
] as const;

export function toExportCsv(wins: readonly Win[]): string {
  const header = [...columns, ...filingColumns].map(([name]) => name);
  const lines = wins.flatMap((win) =>
    (win.filings.length === 0 ? [undefined] : win.filings).map((filing) => [
      ...columns.map(([, read]) => read(win) ?? ""),
      ...filingColumns.map(([, read]) => (filing === undefined ? "" : read(filing))),
    ]),
  );

  return `\uFEFF${[header, ...lines].map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("")}`;
}

/** Full-width signs count as well: some spreadsheets fold them. Space first, because some skip it. */
const FORMULA = /^(?:'|\s*[=+\-@＝＋－＠|%]|[\t\r\n])/u;

function toCell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
