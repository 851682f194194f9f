import type { Export } from "./export.ts";
import type { Filing, Focus, OpportunityNote, Share, Win } from "./types.ts";

/** For reading and for pasting elsewhere. People's words are escaped: they stay words, whatever they look like. */
export function toExportMarkdown({ exportedAt, focus, opportunityNotes, wins }: Export): string {
  const byYear = Map.groupBy(wins, ({ happenedOn }) => happenedOn.slice(0, 4));
  const parts = [
    "# My wins",
    `Exported on ${exportedAt.slice(0, 10)}: ${wins.length === 1 ? "1 win" : `${wins.length} wins`}, oldest first.`,
    ...focusParts(focus),
    ...opportunityParts(opportunityNotes),
    ...[...byYear].flatMap(([year, some]) => [`## ${year}`, ...some.flatMap(winParts)]),
  ];

  return `${parts.join("\n\n")}\n`;
}

function winParts(win: Win): string[] {
  const author = win.source.author === null ? [] : [`- Quoted from: ${toInline(win.source.author)}`];
  const facts = [
    ...(win.outcome === null ? [] : [`- Outcome: ${toInline(win.outcome)}`]),
    ...(win.people.length === 0 ? [] : [`- With: ${win.people.map(toInline).join(", ")}`]),
    ...win.links.map((link) => `- Link: ${toLink(link)}`),
    ...(win.source.permalink === null ? [] : [`- From: ${toLink(win.source.permalink)}`]),
    ...author,
    ...win.shares.map(toShareLine),
    ...(win.note === null ? [] : [`- Note: ${toInline(win.note)}`]),
    ...(win.filings.length === 0 ? ["- Not filed"] : win.filings.map(toFilingLine)),
  ];

  return [`### ${win.happenedOn}`, toQuote(win.text), facts.join("\n")];
}

function toShareLine({ audience, sharedAt, withdrawnAt }: Share): string {
  const place = audience.name === null ? "a private channel" : `#${audience.name}`;
  const until = withdrawnAt === null ? "" : `, withdrawn on ${withdrawnAt.slice(0, 10)}`;
  return `- Shared in ${toInline(place)} on ${sharedAt.slice(0, 10)}${until}`;
}

function toFilingLine(filing: Filing): string {
  const place = `${filing.framework}, ${filing.topic}, level ${filing.level}`;
  return `- Filed under: ${toInline(filing.wording)} (${toInline(place)}, \`${filing.criterionId.replaceAll("`", "")}\`)`;
}

function focusParts(focus: readonly Focus[]): string[] {
  return focus.length === 0
    ? []
    : [
        "## Focus",
        focus
          .map(
            ({ topic, wording, note }) =>
              `- ${toInline(wording ?? topic)}${note === null ? "" : `: ${toInline(note)}`}`,
          )
          .join("\n"),
      ];
}

function opportunityParts(notes: readonly OpportunityNote[]): string[] {
  return notes.length === 0
    ? []
    : [
        "## No opportunity yet",
        notes
          .map(
            ({ criterionId, note }) =>
              `- \`${criterionId.replaceAll("`", "")}\`${note === null ? "" : `: ${toInline(note)}`}`,
          )
          .join("\n"),
      ];
}

function toQuote(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => escapeLine(line).trimEnd());

  // A backslash at its end keeps a line a line of its own.
  return lines
    .map((line, index) => (line === "" ? ">" : `> ${line}${(lines[index + 1] ?? "") === "" ? "" : "\\"}`))
    .join("\n");
}

function toInline(text: string): string {
  return escapeLine(text.replace(/\s*[\r\n]+\s*/g, " "));
}

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_[\]<>#|~&!]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2")
    .replace(/^(?: {4}|\t)/, "\u00A0\u00A0\u00A0\u00A0");
}

function toLink(link: string): string {
  return /^https?:\/\/[^\s<>]+$/i.test(link) ? `<${link}>` : toInline(link);
}
