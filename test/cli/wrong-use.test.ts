import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

async function run(...args: readonly string[]) {
  const root = process.cwd();
  const env = { FRAMEWORKS_DIR: "/nonexistent/frameworks" };
  const child = spawn(process.execPath, [join(root, "src/cli.ts"), ...args], { cwd: root, env });
  child.stdin.end();
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return Promise.all([ended, text(child.stdout), text(child.stderr)]);
}

test("without its folder of frameworks, a verb that reads them says so in one sentence and ends with 2", async () => {
  const ends = await Promise.all([
    run("frameworks", "--json"),
    run("show", "backend", "--json"),
    run("suggest", "--framework", "backend"),
  ]);

  const said =
    "The frameworks folder /nonexistent/frameworks cannot be read. Create the folder, or point FRAMEWORKS_DIR at the right one.\n";
  expect(ends).toEqual([
    [2, "", said],
    [2, "", said],
    [2, "", said],
  ]);
});

test("who types what Slack takes is told the one word that is missing", async () => {
  const [[code, out, said], [, , plain]] = await Promise.all([run("compare", "backend", "3", "4"), run("--version")]);

  expect([code, out]).toEqual([2, ""]);
  expect(said.split("\n").slice(0, 2)).toEqual([
    "There is no verb “compare”.",
    "To ask the frameworks: npm run -s progression -- show compare backend 3 4",
  ]);
  expect(plain.split("\n").slice(0, 2)).toEqual(["There is no verb “--version”.", ""]);
});
