import type { Filing, Win } from "../evidence/types.ts";
import { visibilityOf } from "../evidence/visibility.ts";
import { toCsv } from "./csv.ts";

/** One line per filing, one for an unfiled win. */
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

  return toCsv([header, ...lines]);
}
