import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { importExport } from "../../src/cli/import-export.ts";
import { toExportJson } from "../../src/export/export.ts";
import { newExport } from "../support/empty-export.ts";

const win = {
  id: "0".repeat(26),
  text: "Led the rollback",
  happenedOn: "2026-01-05",
  createdAt: "2026-01-05T10:00:00.000Z",
  editedAt: null,
  origin: "command" as const,
  source: { permalink: null, messageKey: null, author: null },
  outcome: null,
  note: null,
  people: [],
  links: [],
  filings: [],
  shares: [],
  deletedAt: null,
};

test("an export is taken in once, however often it is given; what is no export is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "progression-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "my-wins.json");
  const said: string[] = [];
  const io = {
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
    env: { databaseUrl: `sqlite:${join(folder, "data/wins.db")}` },
  };
  const run = (...args: string[]) => importExport(args, io);
  const owner = ["--team", "T0BRIGHT001", "--user", "U0MAYA00001"];
  writeFileSync(file, toExportJson(newExport({ wins: [win] })));

  expect(await run(file, ...owner)).toBe(0);
  expect(await run(file, ...owner)).toBe(0);
  expect(said).toEqual([
    "Wins: 1 imported, 0 there already.\n",
    "1:1s: 0 imported and paused, 0 there already.\n",
    "Wins: 0 imported, 1 there already.\n",
    "1:1s: 0 imported and paused, 0 there already.\n",
  ]);
  expect(await run(file)).toBe(2);
  expect(await run(join(folder, "none.json"), ...owner)).toBe(2);
  writeFileSync(file, "{}");
  expect(await run(file, ...owner)).toBe(1);
});
