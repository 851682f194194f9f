import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "progression-links-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function save(file: string, path: string): void {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), `---\npath: "${path}"\ntitle: "T"\nyaml: false\n---\nText\n`);
}

const link = (file: string, target: string): void => symlinkSync(target, join(folder, file));

async function read(): Promise<{ files: readonly string[]; codes: readonly string[] }> {
  const { files, problems } = await loadCatalogue(folder);
  return { files: files.map(({ file }) => file), codes: problems.map(({ code }) => code) };
}

test("a file that stands in the folder and is linked to from there is read once, under its own name", async () => {
  save("real/web.md", "/web");
  link("a.md", "real/web.md");
  link("z.md", "a.md");
  expect(await read()).toEqual({ files: ["real/web.md"], codes: [] });
});

test("a link beside its file in a linked folder makes no second framework", async () => {
  save("real/web.md", "/web");
  link("real/again.md", "web.md");
  link("a", "real");
  expect(await read()).toEqual({ files: ["a/web.md"], codes: [] });
});

test("a link to a file that is not read by itself stands for it, as two do", async () => {
  save("..data/web.md", "/web");
  save("app.txt", "/app");
  link("web.md", "..data/web.md");
  link("web-too.md", "..data/web.md");
  link("app.md", "app.txt");
  expect(await read()).toEqual({ files: ["app.md", "web-too.md"], codes: [] });
});
