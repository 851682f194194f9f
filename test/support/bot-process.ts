import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalSlack, type LocalSlack } from "../../local-slack/local-slack.ts";
import { SIGNING_SECRET } from "./workspace.ts";

/** The whole program as a process of its own, which can be killed. */
export interface BotProcess extends Disposable {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly exit: Promise<number | null>;
  /** Once it serves. Rejects when it ends before. */
  readonly port: Promise<number>;
}

const TOKEN = "xoxb-process-test";

const processTokens = {
  SLACK_BOT_TOKEN: TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  HOST: "127.0.0.1",
  PORT: "0",
};

/** In a folder of its own, so that a developer's `.env` has no say. */
export function startBot(env: Readonly<Record<string, string>>): BotProcess {
  const root = process.cwd();
  const cwd = mkdtempSync(join(tmpdir(), "progression-process-"));
  const child = spawn(process.execPath, [`--import=${join(root, "runtime.mjs")}`, join(root, "src/main.ts")], {
    cwd,
    env: { FRAMEWORKS_DIR: join(root, "frameworks"), ...processTokens, ...env },
  });
  const exit = once(child, "exit").then(([code]: (number | null)[]) => code ?? null);
  let printed = "";

  const port = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const [, found] = /"port":(\d+)[^\n]*"progression started"/.exec(printed) ?? [];
        if (found !== undefined) resolve(Number(found));
      });
    }
    void exit.then((code) => reject(new Error(`The bot ended with ${code}: ${printed}`)));
  });
  port.catch(() => undefined);

  return {
    child,
    printed: () => printed,
    exit,
    port,
    [Symbol.dispose]() {
      child.kill("SIGKILL");
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

export function slackForProcesses(): Promise<LocalSlack> {
  return createLocalSlack({
    signingSecret: SIGNING_SECRET,
    botToken: TOKEN,
    appToken: "xapp-process-test",
    scopes: ["commands", "users:read"],
    commands: [],
    shortcuts: [],
    transport: "http",
  });
}
