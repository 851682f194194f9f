import { crc32, deflateSync, inflateSync } from "node:zlib";

/**
 * A screenshot as a PNG with a palette: a third of the size, and nothing that an eye can see. A card in one theme has about a thousand
 * colours, nearly all of them the edges of letters; the 256 most used stay, the others take the nearest of these.
 */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

export function withPalette(screenshot: Buffer): Buffer {
  const { width, height, colours } = decode(screenshot);
  const palette = mostUsed(colours);
  const at = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));

  for (let y = 0, from = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, from += 1) {
      const colour = colours[from] ?? 0;
      const index = at.get(colour) ?? nearest(palette, colour);

      at.set(colour, index);
      rows[y * (width + 1) + x + 1] = index;
    }
  }

  const header = Buffer.alloc(13);

  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => channels(colour)))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array;
}

/** What Chromium writes: 8 bits, RGB with or without alpha, not interlaced. */
function decode(png: Buffer): Picture {
  const parts: Buffer[] = [];
  let [width, height, bytes] = [0, 0, 0];

  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);

    if (type === "IHDR") {
      width = data.readUInt32BE(0);
      height = data.readUInt32BE(4);
      bytes = data[9] === 6 ? 4 : 3;
    }
    if (type === "IDAT") parts.push(data);
    at += length + 12;
  }

  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * bytes;
  const colours = new Uint32Array(width * height);
  let above: Uint8Array = new Uint8Array(stride);

  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const row = raw.subarray(from + 1, from + 1 + stride);

    unfilter(raw[from] ?? 0, row, above, bytes);
    for (let x = 0; x < width; x += 1) {
      colours[y * width + x] = row.readUIntBE(x * bytes, 3);
    }
    above = row;
  }
  return { width, height, colours };
}

/** PNG's five filters, undone in place. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, bytes: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = row[at - bytes] ?? 0;
    const up = above[at] ?? 0;
    const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, above[at - bytes] ?? 0) : 0][filter];

    row[at] = (row[at] ?? 0) + (guess ?? 0);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];

  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function mostUsed(colours: Uint32Array): number[] {
  const uses = new Map<number, number>();

  for (const colour of colours) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  return [...uses]
    .sort(([a, often], [b, oftener]) => oftener - often || a - b)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;

  palette.forEach((one, index) => {
    const [r = 0, g = 0, b = 0] = channels(one);
    const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;

    if (far < least) [least, best] = [far, index];
  });
  return best;
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];

  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
