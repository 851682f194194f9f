import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Aim, atMost, median, type Print } from "./aim.ts";
import { openConnections, signedCommand } from "./http/client.ts";
import { environment, LINE, openApi, openPair, PRELOAD, SECRET, startServer } from "./http/processes.ts";

/**
 * From the start of a process to its first answer, against a process that only imports what the bot depends on; and the memory of both
 * servers after the same number of requests. Each start is a fresh process; both take turns, and both start as npm starts the bot, with
 * the compile cache of `runtime.mjs`. One start of each goes before, uncounted, so that neither fills it.
 */
const ROUNDS = 9;
const REQUESTS_MS = 3_000;
const MEGABYTE = 1024 * 1024;

export async function benchStart(print: Print): Promise<Aim[]> {
  const api = await openApi();
  const imports: number[] = [];
  const answers: number[] = [];

  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      const importing = await timed(importDependencies);
      const answering = await timed(() => firstAnswer(api.url));

      if (round < 0) continue;
      imports.push(importing);
      answers.push(answering);
    }
  } finally {
    await api.close();
  }
  print(
    `start to first answer ${median(answers).toFixed(0)} ms; importing the dependencies ${median(imports).toFixed(0)} ms`,
  );

  const { ours, bare } = await memory();
  print(`memory after warm-up: ours ${(ours / MEGABYTE).toFixed(0)} MB, bare Bolt ${(bare / MEGABYTE).toFixed(0)} MB`);
  return [
    atMost("the import time of the dependencies, start to first answer", median(answers) / median(imports), 2, " x"),
    atMost("memory of bare Bolt, after warm-up", ours / bare, 2, " x"),
  ];
}

async function firstAnswer(apiUrl: string): Promise<void> {
  using server = await startServer({ kind: "ours", env: environment(apiUrl) });
  const connections = await openConnections(server.port, 1);

  await connections.ask(signedCommand(LINE, SECRET));
  connections.close();
}

function importDependencies(): Promise<void> {
  const dependencies = fileURLToPath(new URL("http/dependencies.ts", import.meta.url));
  const child = spawn(process.execPath, [PRELOAD, dependencies]);

  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`Importing ended with ${code}.`))));
  });
}

async function memory(): Promise<{ ours: number; bare: number }> {
  await using pair = await openPair();
  const requests = Array.from({ length: 200 }, () => signedCommand(LINE, SECRET));
  const used = { ours: 0, bare: 0 };

  for (const who of ["ours", "bare"] as const) {
    const connections = await openConnections(pair[who].port, 16);

    await connections.run(requests, REQUESTS_MS);
    connections.close();
    used[who] = await pair[who].rss();
  }
  return used;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();

  await work();
  return performance.now() - start;
}
