import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { createLocalSlack } from "../../local-slack/local-slack.ts";
import { commandBody, postSigned } from "../support/signed-request.ts";
import { SIGNING_SECRET } from "../support/workspace.ts";

/** The whole program over signed HTTP, killed in the middle of a thousand captures. */

const MANY = 1000;
const KILLED_AT = 333;
const AT_ONCE = 16;

test("a kill in a burst of a thousand loses no acknowledged win, and the same deliveries again double none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "progression-burst-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const slack = await createLocalSlack({
    signingSecret: SIGNING_SECRET,
    botToken: "xoxb-burst",
    appToken: "xapp-burst",
    scopes: ["commands"],
    commands: [],
    shortcuts: [],
    transport: "http",
  });
  onTestFinished(() => slack[Symbol.asyncDispose]());

  const first = await start(folder, slack.apiUrl);
  const acknowledged = await burst(first.port, (count) => {
    if (count === KILLED_AT) first.child.kill("SIGKILL");
  });
  await first.gone;
  const kept = texts(folder);

  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AT);
  expect(acknowledged.length).toBeLessThan(MANY);
  expect(acknowledged.filter((text) => !kept.includes(text))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);

  const second = await start(folder, slack.apiUrl);
  expect(await burst(second.port, () => undefined)).toHaveLength(MANY);
  second.child.kill("SIGTERM");
  await second.gone;

  const all = texts(folder);
  expect(all).toHaveLength(MANY);
  expect(new Set(all).size).toBe(MANY);
}, 60_000);

async function start(folder: string, apiUrl: string) {
  const root = process.cwd();
  const child = spawn(process.execPath, [`--import=${join(root, "runtime.mjs")}`, join(root, "src/main.ts")], {
    cwd: folder,
    env: {
      FRAMEWORKS_DIR: join(root, "frameworks"),
      DATABASE_URL: "sqlite:wins.db",
      SLACK_BOT_TOKEN: "xoxb-burst",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: apiUrl,
      HOST: "127.0.0.1",
      PORT: "0",
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, port: await portOf(child), gone: once(child, "exit") };
}

async function portOf({ stdout, stderr }: ChildProcess): Promise<number> {
  let printed = "";
  for (const stream of [stdout, stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  await expect.poll(() => printed, { timeout: 15_000 }).toContain("progression started");
  return Number(/"port":(\d+)/.exec(printed)?.[1]);
}

/** The texts that were answered with a receipt. */
async function burst(port: number, onAnswer: (count: number) => void): Promise<string[]> {
  const left = Array.from({ length: MANY }, (_, index) => `Win number ${index} of the burst`);
  const acknowledged: string[] = [];

  const work = async () => {
    for (let text = left.shift(); text !== undefined; text = left.shift()) {
      const body = commandBody({ command: "/win", text, trigger_id: `${text.replaceAll(" ", ".")}.a` });
      const receipt = await postSigned(port, { secret: SIGNING_SECRET, body })
        .then((response) => response.text())
        .catch(() => "");
      if (receipt.includes("Only you can see this")) {
        acknowledged.push(text);
        onAnswer(acknowledged.length);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return acknowledged;
}

function texts(folder: string): string[] {
  const file = new SQLite(join(folder, "wins.db"), { readonly: true });
  try {
    return file
      .prepare<[], { text: string }>("select text from win")
      .all()
      .map(({ text }) => text);
  } finally {
    file.close();
  }
}
