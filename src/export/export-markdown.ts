import type { Filing, Focus, OpportunityNote, Share, Win } from "../evidence/types.ts";
import type { Export } from "./export.ts";
import { toInline, toLink, toQuote } from "./markdown-words.ts";
import { oneToOneParts, reminderParts } from "./one-to-ones-markdown.ts";

/** Somebody's name; undefined where it is not known. */
export type Named = (user: string) => string | undefined;

/** For reading and for pasting elsewhere. */
export function toExportMarkdown(exported: Export, named: Named = () => undefined): string {
  const { exportedAt, focus, opportunityNotes, wins } = exported;
  const byYear = Map.groupBy(wins, ({ happenedOn }) => happenedOn.slice(0, 4));
  const parts = [
    exported.oneToOnes.length === 0 ? "# My wins" : "# My wins and 1:1s",
    `Exported on ${exportedAt.slice(0, 10)}: ${wins.length === 1 ? "1 win" : `${wins.length} wins`}, oldest first.`,
    ...focusParts(focus),
    ...opportunityParts(opportunityNotes),
    ...[...byYear].flatMap(([year, some]) => [`## ${year}`, ...some.flatMap((win) => winParts(win, named))]),
    ...oneToOneParts(exported.oneToOnes, named),
    ...reminderParts(exported, named),
  ];

  return `${parts.join("\n\n")}\n`;
}

function winParts(win: Win, named: Named): string[] {
  const author =
    win.source.author === null ? [] : [`- Quoted from: ${toInline(named(win.source.author) ?? win.source.author)}`];
  const facts = [
    ...(win.outcome === null ? [] : [`- Outcome: ${toInline(win.outcome)}`]),
    ...(win.people.length === 0 ? [] : [`- With: ${win.people.map((one) => toInline(named(one) ?? one)).join(", ")}`]),
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
