import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createLibrary } from "../../src/catalogue/library.ts";
import { loadCatalogue } from "../../src/catalogue/load.ts";
import { lintCodesPage, problemCodes } from "../../src/catalogue/problems.ts";
import type { Problem } from "../../src/catalogue/types.ts";

const fixtures = new URL("../fixtures/frameworks/", import.meta.url).pathname;
const made = mkdtempSync(join(tmpdir(), "progression-codes-"));

afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});

/** What no repository can hold: a folder that is not there, a pipe, a file of 300 kB. */
const makers: Readonly<Record<string, (folder: string) => void>> = {
  "folder-missing": (folder) => rmSync(folder, { recursive: true }),
  "folder-empty": () => undefined,
  "special-file": (folder) => execFileSync("env", ["mkfifo", join(folder, "pipe.md")]),
  "file-too-large": (folder) => writeFileSync(join(folder, "web.md"), "x".repeat(300 * 1024)),
};

function folderOf(code: string): string {
  const make = makers[code];
  if (make === undefined) return join(fixtures, code);
  const folder = join(made, code);
  mkdirSync(folder, { recursive: true });
  make(folder);
  return folder;
}

function expected(code: string): Problem[] {
  const path = join(fixtures, code, "expected.json");
  expect(existsSync(path), `${code} has no fixture with an expected.json`).toBe(true);
  return JSON.parse(readFileSync(path, "utf8")) as Problem[];
}

/** What only a process that served the file before can tell, and what becomes of the file. */
const changes: Readonly<Record<string, string>> = { "front-matter-gone": "" };

async function problemsOf(code: string, folder: string): Promise<readonly Problem[]> {
  const change = changes[code];
  if (change === undefined) return (await loadCatalogue(folder)).problems;
  const copy = join(made, code);
  cpSync(folder, copy, { recursive: true });
  await using library = await createLibrary(copy, { watch: false, pollMs: 0 });
  writeFileSync(join(copy, "web.md"), change);
  return (await library.reload()).problems;
}

test.for(problemCodes)("%s: its fixture gives exactly these problems", async (code) => {
  const folder = folderOf(code);
  const problems = await problemsOf(code, folder);
  const plain = problems.map((found) => ({ ...found, message: found.message.replace(folder, "frameworks") }));
  expect(plain).toEqual(expected(code));
  expect(plain.map((found) => found.code)).toContain(code);
});

test("every sentence ends as a sentence, and none raises its voice", () => {
  for (const { message, hint } of problemCodes.flatMap(expected)) {
    expect(message).toMatch(/[.?]$/);
    expect(hint).toMatch(/[.?]$/);
    expect(`${message}${hint}`).not.toMatch(/!(?!!)(?:\s|$)|oops/i);
  }
});

test("docs/lint-codes.md is what the table of codes says", () => {
  const page = new URL("../../docs/lint-codes.md", import.meta.url);
  expect(readFileSync(page, "utf8")).toBe(lintCodesPage());
});
