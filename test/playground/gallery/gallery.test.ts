import { readdirSync, readFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { withCommandTable } from "../../../playground/gallery/command-table.ts";
import { gallery } from "../../../playground/gallery/entries.ts";
import { galleryPage, pictureName, THEMES } from "../../../playground/gallery/page.ts";
import { withPalette } from "../../../playground/gallery/palette.ts";
import { allSamples } from "../../support/sample-answers.ts";

const again = "the gallery is out of date: npm run gallery";
const entries = gallery.flatMap((group) => group.entries);

test("docs/gallery.md says what the views say now", () => {
  expect(readFileSync("docs/gallery.md", "utf8") === galleryPage(gallery), again).toBe(true);
});

test("every entry has its picture in both themes, and there is no other but the README's", () => {
  const wanted = entries.flatMap((entry) => THEMES.map((theme) => pictureName(entry, theme)));

  expect(readdirSync("docs/gallery").toSorted(), again).toEqual([...wanted, "readme.png"].toSorted());
});

test("every sample of every kind of answer is in it, under a name of its own", () => {
  expect(entries.length).toBeGreaterThan(allSamples.length);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test("a change of blocks alone changes the page", () => {
  const [first, ...rest] = gallery;
  const [entry] = first?.entries ?? [];

  if (first === undefined || entry === undefined) throw new Error("the gallery is empty");
  expect(galleryPage([{ ...first, entries: [{ ...entry, blocks: [] }] }, ...rest])).not.toBe(galleryPage(gallery));
});

test("no line of a text can close the fence around it", () => {
  const [entry] = entries;

  if (entry === undefined) throw new Error("the gallery is empty");
  const page = galleryPage([{ title: "T", about: "A", entries: [{ ...entry, text: "one\n````\ntwo" }] }]);

  expect(page).toContain("`````text\none\n````\ntwo\n`````");
});

describe("README.md", () => {
  test("names the commands that the parser knows", () => {
    const readme = readFileSync("README.md", "utf8");

    expect(readme === withCommandTable(readme), again).toBe(true);
    expect(readme).toContain("| `/progression compare backend mastery 3 4` |");
  });

  test("has a place for them", () => {
    expect(() => withCommandTable("# Progression\n")).toThrow("no place for the commands");
  });
});

describe("a picture with a palette", () => {
  test("shows the same colours as the screenshot, whatever filter a row has", () => {
    const rows = [
      [0xff0000, 0x00ff00, 0x0000ff],
      [0x102030, 0x405060, 0x708090],
      [0xffffff, 0x000000, 0x102030],
      [0x112233, 0x223344, 0x334455],
      [0x010203, 0xfdfeff, 0x010203],
    ];

    expect(pixels(withPalette(truecolour(rows)))).toEqual(rows);
  });

  test("takes the nearest colour where there are more than 256", () => {
    const greens = Array.from({ length: 256 }, (_, index) => index << 8);
    const redder = greens.slice(40, 50).map((green) => green | (1 << 16));
    const [row = []] = pixels(withPalette(truecolour([[...greens, ...greens, ...redder]])));

    expect(row).toEqual([...greens, ...greens, ...greens.slice(40, 50)]);
  });
});

type Rows = readonly (readonly number[])[];

/** A screenshot as Chromium writes it, each row with the next of PNG's filters. */
function truecolour(rows: Rows): Buffer {
  const width = rows[0]?.length ?? 0;
  const lines = rows.map((row) => row.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const filtered = lines.map((line, y) => {
    const filter = y % 5;

    return [filter, ...line.map((value, at) => (value - guess(filter, line, lines[y - 1] ?? [], at)) & 255)];
  });
  const header = Buffer.alloc(13);

  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.alloc(8),
    piece("IHDR", header),
    piece("IDAT", deflateSync(Buffer.from(filtered.flat()))),
    piece("IEND", Buffer.alloc(0)),
  ]);
}

function guess(filter: number, line: readonly number[], above: readonly number[], at: number): number {
  const [left, up, corner] = [line[at - 3] ?? 0, above[at] ?? 0, above[at - 3] ?? 0];
  const nearest = [left, up, corner].toSorted(
    (one, other) => Math.abs(left + up - corner - one) - Math.abs(left + up - corner - other),
  )[0];

  return [0, left, up, Math.floor((left + up) / 2), nearest ?? 0][filter] ?? 0;
}

function piece(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);

  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
}

function pieces(png: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();

  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    found.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

function pixels(png: Buffer): number[][] {
  const found = pieces(png);
  const width = found.get("IHDR")?.readUInt32BE(0) ?? 0;
  const palette = found.get("PLTE") ?? Buffer.alloc(0);
  const raw = inflateSync(found.get("IDAT") ?? Buffer.alloc(0));

  return Array.from({ length: raw.length / (width + 1) }, (_, y) =>
    Array.from({ length: width }, (_, x) => palette.readUIntBE(3 * (raw[y * (width + 1) + 1 + x] ?? 0), 3)),
  );
}
