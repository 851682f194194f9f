import { createHash } from "node:crypto";
import type { Entry, Group } from "./entry.ts";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Beside `gallery.md`. */
const PICTURES = "gallery";

export function pictureName(entry: Pick<Entry, "id">, theme: Theme): string {
  return `${entry.id}.${theme}.png`;
}

/** `docs/gallery.md`, whole. It changes whenever a view does, also where only its blocks do: each entry carries a mark of them. */
export function galleryPage(groups: readonly Group[]): string {
  return `${[
    "# Gallery",
    "Everything that the bot can say, in both themes and with the text that a screen reader and a notification get. What is not here is not done.",
    "Made by `npm run gallery` from the sample answers of the tests (`test/support/sample-*.ts`), with invented frameworks, drawn by the playground's page. A test fails when a view says something else than this page.",
    groups
      .map(
        (group) =>
          `- [${group.title}](#${anchor(group.title)}): ${group.entries.map((entry) => lowerFirst(entry.title)).join(" · ")}`,
      )
      .join("\n"),
    ...groups.flatMap(groupLines),
  ].join("\n\n")}\n`;
}

function groupLines({ title, about, entries }: Group): string[] {
  return [`## ${title}`, about, ...entries.flatMap(entryLines)];
}

function entryLines(entry: Entry): string[] {
  return [
    `### ${entry.title}`,
    `${PLACES[entry.place]} Look at: ${entry.look}.`,
    `| light | dark |\n| --- | --- |\n| ${THEMES.map((theme) => picture(entry, theme)).join(" | ")} |`,
    `<!-- blocks ${mark(entry)} -->`,
    ...(entry.text === "" ? [] : [`<details><summary>Its text</summary>\n\n${fenced(entry.text)}\n\n</details>`]),
  ];
}

const PLACES: Readonly<Record<Entry["place"], string>> = {
  "only you": "Only the asker sees it.",
  channel: "Everybody in the channel sees it.",
  "direct message": "A direct message.",
  "Home tab": "In the Home tab.",
  modal: "A form over the conversation.",
};

function picture(entry: Entry, theme: Theme): string {
  const path = `${PICTURES}/${pictureName(entry, theme)}`;

  return `<a href="${path}"><img src="${path}" alt="${entry.title.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}, ${theme}" width="420"></a>`;
}

function mark({ blocks, modal }: Entry): string {
  return createHash("sha256")
    .update(JSON.stringify(modal ?? blocks))
    .digest("hex")
    .slice(0, 12);
}

/** A fence that no line of the text can close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);

  return `${fence}text\n${text}\n${fence}`;
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z ]/.test(title) ? `${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : title;
}

/** As GitHub makes it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}
