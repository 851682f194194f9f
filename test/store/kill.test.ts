import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlEvidenceLog } from "../../src/store/sql-evidence-log.ts";
import { ada, collect, createFolder, start } from "./store-kit.ts";

const rounds = 5;

test("kill -9 in the middle of saving loses no win that was acknowledged, doubles none, and leaves no lock behind", async () => {
  using folder = createFolder();
  const path = join(folder.path, "progression.db");
  const acknowledged: string[] = [];

  for (let round = 0; round < rounds; round += 1) {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL("burst.ts", import.meta.url)), `sqlite:${path}`, String(round)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    acknowledged.push(...(await linesUntilKilled(child, 20 + Math.floor(Math.random() * 80))));
  }

  await using database = await openDatabase(`sqlite:${path}`);
  const log = createSqlEvidenceLog(database, { now: () => start });
  const wins = await collect(log.everything(ada));
  const saved = new Map(wins.map(({ id, text }) => [id, text]));

  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * 20);
  expect(
    acknowledged.filter((line) => saved.get(line.split(" ")[1] ?? "") !== `Win number ${line.split(" ")[0]}`),
  ).toEqual([]);
  expect(new Set(wins.map(({ text }) => text)).size).toBe(wins.length);
  // At most one per round was committed and not yet said.
  expect(wins.length - acknowledged.length).toBeLessThanOrEqual(rounds);

  const file = new SQLite(path, { readonly: true });
  expect(file.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(file.pragma("foreign_key_check")).toEqual([]);
  file.close();
});

/** Whole lines only: what was cut off by the kill was not said. */
async function linesUntilKilled(child: ChildProcess, atLeast: number): Promise<string[]> {
  let output = "";

  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (output.split("\n").length > atLeast) {
      child.kill("SIGKILL");
    }
  });
  await once(child, "close");
  return output.split("\n").slice(0, -1);
}
