import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Aim, atMost, type Print } from "./aim.ts";
import { openConnections, signedCommand } from "./http/client.ts";
import { environment, openApi, SECRET, startServer } from "./http/processes.ts";

/**
 * A minute of 50 requests a second, half of them lines that nobody typed before, while a framework file changes every five seconds.
 * The slope of resident memory is that of a line through the second half: the first half is warm-up.
 */
const SECONDS = 60;
const PER_SECOND = 50;
const RELOAD_EVERY = 5;
const MEGABYTE = 1024 * 1024;

export async function benchSoak(print: Print): Promise<Aim[]> {
  const folder = mkdtempSync(join(tmpdir(), "progression-soak-"));
  const api = await openApi();

  cpSync(fileURLToPath(new URL("../frameworks", import.meta.url)), folder, { recursive: true });
  try {
    using server = await startServer({ kind: "ours", env: { ...environment(api.url), FRAMEWORKS_DIR: folder } });
    const connections = await openConnections(server.port, 1);
    const samples: { second: number; megabytes: number }[] = [];
    const file = join(folder, "engineering/backend.md");
    const original = readFileSync(file, "utf8");
    let slowest = 0;

    for (let second = 0; second < SECONDS; second += 1) {
      const begin = performance.now();

      if (second % RELOAD_EVERY === 0) {
        writeFileSync(file, `${original}\nRead again at ${second}.\n`);
        server.child.send("reload");
        await once(server.child, "message");
      }
      for (let count = 0; count < PER_SECOND; count += 1) {
        const line = count % 2 === 0 ? "backend mastery 3" : `search incident ${second} ${count}`;
        const asked = performance.now();

        await connections.ask(signedCommand(line, SECRET));
        slowest = Math.max(slowest, performance.now() - asked);
      }
      samples.push({ second, megabytes: (await server.rss()) / MEGABYTE });
      await pause(Math.max(0, 1_000 - (performance.now() - begin)));
    }
    connections.close();
    const slope = slopeOf(samples.slice(samples.length / 2)) * 60;
    const last = samples.at(-1)?.megabytes ?? 0;

    print(`${SECONDS} s of ${PER_SECOND} requests a second, a reload every ${RELOAD_EVERY} s`);
    print(
      `memory at the start ${samples[0]?.megabytes.toFixed(0)} MB, at the end ${last.toFixed(0)} MB, slope of the second half ${slope.toFixed(1)} MB a minute; slowest answer ${slowest.toFixed(0)} ms`,
    );
    return [atMost("growth of memory in the second half of the soak", slope, 15, " MB a minute")];
  } finally {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Least squares. */
function slopeOf(samples: readonly { readonly second: number; readonly megabytes: number }[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / Math.max(1, of.length);
  const x = mean(samples.map(({ second }) => second));
  const y = mean(samples.map(({ megabytes }) => megabytes));
  const above = samples.reduce((sum, one) => sum + (one.second - x) * (one.megabytes - y), 0);

  return above / samples.reduce((sum, one) => sum + (one.second - x) ** 2, 0);
}
