import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { findChromium, launchChromium } from "../../test/support/chromium.ts";
import { withCommandTable } from "./command-table.ts";
import { gallery } from "./entries.ts";
import { galleryPage, pictureName } from "./page.ts";
import { withPalette } from "./palette.ts";
import { photograph } from "./photograph.ts";
import { readmePicture } from "./readme-picture.ts";

const FOLDER = "docs/gallery";
const README_PICTURE = "readme.png";
const chromiumPath = findChromium();

if (chromiumPath === undefined) {
  process.stderr.write(
    "The gallery is drawn by Chromium, and there is none. Install it, or name it with CHROMIUM_PATH.\n",
  );
  process.exit(2);
}

const browser = await launchChromium(chromiumPath);
const kept = new Set([README_PICTURE]);
let bytes = 0;

async function keep(name: string, shot: Buffer): Promise<void> {
  const png = withPalette(shot);

  kept.add(name);
  bytes += png.byteLength;
  await writeFile(`${FOLDER}/${name}`, png);
}

try {
  await mkdir(FOLDER, { recursive: true });
  await photograph(
    browser,
    gallery.flatMap(({ entries }) => entries),
    (entry, theme, png) => keep(pictureName(entry, theme), png),
  );
  await keep(README_PICTURE, await readmePicture(browser));
} finally {
  await browser.close();
}

for (const name of await readdir(FOLDER)) {
  if (!kept.has(name)) await rm(`${FOLDER}/${name}`);
}
await writeFile("docs/gallery.md", galleryPage(gallery));
await writeFile("README.md", withCommandTable(await readFile("README.md", "utf8")));
process.stdout.write(
  `${kept.size} pictures, ${(bytes / 1e6).toFixed(1)} MB, in ${FOLDER}; docs/gallery.md and README.md are current.\n`,
);
