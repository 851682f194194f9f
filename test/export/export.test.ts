import fc from "fast-check";
import { expect, test } from "vitest";
import type { Filing, Win } from "../../src/evidence/types.ts";
import { type Export, toExportJson } from "../../src/export/export.ts";
import { toExportCsv } from "../../src/export/export-csv.ts";
import { toExportMarkdown } from "../../src/export/export-markdown.ts";
import { parseExport } from "../../src/export/parse-export.ts";
import { newExport } from "../support/empty-export.ts";

const filing: Filing = {
  criterionId: "aaaaaaaaaa",
  framework: "/engineering/backend",
  topic: "mastery",
  level: 2,
  wording: 'Says "no", and why',
  contentHash: "hash",
  filedAt: "2026-03-04T09:00:00.000Z",
};
const win: Win = {
  id: "01kjw9h3m00000000000000000",
  text: "Shipped it",
  happenedOn: "2026-03-04",
  createdAt: "2026-03-04T09:00:00.000Z",
  editedAt: null,
  origin: "command",
  source: { permalink: "https://example.com/p1", messageKey: "C1:1.2", author: null },
  outcome: "No pages since",
  note: null,
  people: ["U9", "Sam"],
  links: ["https://example.com/a"],
  filings: [filing, { ...filing, criterionId: "bbbbbbbbbb", level: 3 }],
  shares: [
    {
      id: "0000000000000000000000000a",
      audience: { kind: "channel", id: "C1", name: "back_end" },
      sharedAt: "2026-03-04T10:00:00.000Z",
      shown: "mark",
      messageTs: null,
      withdrawnAt: null,
    },
    {
      id: "0000000000000000000000000b",
      audience: { kind: "channel", id: "C2", name: null },
      sharedAt: "2026-03-04T11:00:00.000Z",
      shown: "mark",
      messageTs: "17.1",
      withdrawnAt: "2026-03-05T08:00:00.000Z",
    },
  ],
  deletedAt: null,
};
const exported: Export = newExport({
  exportedAt: "2026-03-05T09:00:00.000Z",
  profile: {
    framework: "/engineering/backend",
    level: 2,
    subLevel: "C",
    tz: "Europe/London",
    emojiCapture: false,
    setUpAt: null,
    homeOpenedAt: null,
  },
  focus: [
    {
      kind: "topic",
      framework: "/engineering/backend",
      topic: "mastery",
      criterionId: null,
      wording: null,
      note: "Ask *Sam*",
    },
  ],
  opportunityNotes: [{ criterionId: "cccccccccc", note: null, notedAt: "2026-03-04T09:00:00.000Z" }],
  wins: [win, { ...win, id: "01kjw9h3m00000000000000001", filings: [], text: "=1+1\r\n'quoted', \"twice\"" }],
});

const anyText = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.toWellFormed());
const hostile = fc.oneof(
  anyText,
  fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "'", "\t", "\r", "\n", " =", '"', ",", "＝", "|", "%", "''"), anyText)
    .map((parts) => parts.join("")),
);
const anyWin = fc
  .record({ text: hostile, outcome: fc.option(hostile), note: fc.option(hostile), wording: hostile })
  .map(
    ({ wording, ...words }): Win => ({
      ...win,
      ...words,
      text: words.text === "" ? "x" : words.text,
      filings: [{ ...filing, wording }],
    }),
  );

test("JSON read back is what was written", () => {
  fc.assert(
    fc.property(fc.array(anyWin, { maxLength: 5 }), (wins) => {
      expect(parseExport(toExportJson({ ...exported, wins }))).toEqual({ exported: { ...exported, wins } });
    }),
  );
});

test.for<[string, string, RegExp]>([
  ["no JSON", "hello", /not an export/],
  ["another JSON", "{}", /not an export/],
  ["null", "null", /not an export/],
  [
    "a later version",
    '{"format":"progression-export","version":3}',
    /has version 3, and this Progression reads up to version 2/,
  ],
  ["a part that is missing", '{"format":"progression-export","version":1}', /^exportedAt: /],
  ["a win without an id", broken({ id: "../../x" }), /^wins\.0\.id: is not the id of a win/],
  ["a day that is none", broken({ happenedOn: "2026-02-30" }), /^wins\.0\.happenedOn: is not a day/],
  ["text that is too long", broken({ text: "x".repeat(12_001) }), /^wins\.0\.text: /],
  ["half a character", broken({ text: "\ud83d" }), /^wins\.0\.text: is not well-formed/],
  ["an origin that is none", broken({ origin: "magic" }), /^wins\.0\.origin: /],
])("%s is refused with its place", ([, json, reason]) => {
  expect(parseExport(json).reasons?.[0]).toMatch(reason);
});

test("a byte order mark before the JSON does no harm", () => {
  expect(parseExport(`\uFEFF${toExportJson(exported)}`).exported).toEqual(exported);
});

test("CSV has a line per filing with ids and wording, and one for an unfiled win", () => {
  const lines = readCsv(toExportCsv(exported.wins));

  expect(lines).toHaveLength(4);
  expect(Object.fromEntries(lines[0]?.map((name, index) => [name, lines[2]?.[index]]) ?? [])).toEqual({
    win_id: win.id,
    happened_on: "2026-03-04",
    created_at: "2026-03-04T09:00:00.000Z",
    edited_at: "",
    origin: "command",
    text: "Shipped it",
    outcome: "No pages since",
    note: "",
    people: "U9\nSam",
    links: "https://example.com/a",
    source_permalink: "https://example.com/p1",
    source_author: "",
    visibility: "shared",
    criterion_id: "bbbbbbbbbb",
    framework: "/engineering/backend",
    topic: "mastery",
    level: "3",
    wording: 'Says "no", and why',
    content_hash: "hash",
    filed_at: "2026-03-04T09:00:00.000Z",
  });
  expect(lines[3]?.[5]).toBe("=1+1\r\n'quoted', \"twice\"");
});

test("no cell of a CSV begins like a formula, and a reader that drops one apostrophe gets every word as it was", () => {
  fc.assert(
    fc.property(fc.array(anyWin, { minLength: 1, maxLength: 3 }), (wins) => {
      const csv = toExportCsv(wins);

      expect(
        rawCells(csv)
          .flat()
          .filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell)),
      ).toEqual([]);
      const [header = [], ...lines] = readCsv(csv);
      const column = (name: string) => lines.map((line) => line[header.indexOf(name)]);
      expect(column("text")).toEqual(wins.map(({ text }) => text));
      expect(column("outcome")).toEqual(wins.map(({ outcome }) => outcome ?? ""));
      expect(column("wording")).toEqual(wins.map(({ filings }) => filings[0]?.wording));
    }),
  );
});

test("Markdown reads well", async () => {
  await expect(toExportMarkdown(exported)).toMatchFileSnapshot("export.snap.md");
});

test("in Markdown people's words stay words: no headings, links, images, HTML or lists of their own", () => {
  const text =
    "# Heading\n<script>alert(1)</script>\n![x](http://evil)\n[a](b)\n- item\n1. one\n    code\n```\nfence\n---\n&lt;";
  const page = toExportMarkdown({
    ...exported,
    wins: [{ ...win, text, outcome: "a\n# b" }],
    focus: [],
    opportunityNotes: [],
  });
  const quoted = page.split("\n").filter((line) => line.startsWith(">"));

  expect(quoted).toHaveLength(text.split("\n").length);
  expect(page.match(/^#+ /gm)).toHaveLength(3);
  expect(page).not.toMatch(/[^\\]<script|[^\\]!\[|[^\\]\[a|^> (?:-|1\.|```)/m);
});

function broken(more: Record<string, unknown>): string {
  return JSON.stringify({ ...JSON.parse(toExportJson(exported)), wins: [{ ...win, ...more }] });
}

function readCsv(csv: string): string[][] {
  return rawCells(csv).map((line) => line.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)));
}

/** RFC 4180, written from the standard and not from the code that is tested. */
function rawCells(csv: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let quoted = false;

  for (let at = csv.startsWith("\uFEFF") ? 1 : 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? "";
    if (quoted) {
      if (sign === '"' && csv[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"') {
      quoted = true;
    } else if (sign === ",") {
      line.push(cell);
      cell = "";
    } else if (sign === "\r" && csv[at + 1] === "\n") {
      lines.push([...line, cell]);
      line = [];
      cell = "";
      at += 1;
    } else {
      cell += sign;
    }
  }
  return lines;
}
