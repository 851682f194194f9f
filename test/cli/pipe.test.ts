import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a reader that has seen enough ends the program quietly", async () => {
  const root = process.cwd();
  const child = spawn(process.execPath, [join(root, "src/cli.ts"), "frameworks", "--json"], { cwd: root });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stdout.destroy();

  const [code] = await once(child, "close");

  expect([code, said]).toEqual([0, ""]);
});
