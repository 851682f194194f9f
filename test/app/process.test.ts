import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLocalSlack, type LocalSlack } from "../../local-slack/local-slack.ts";
import { commandBody, postSigned } from "../support/signed-request.ts";
import { openSocketSlack } from "../support/socket-slack.ts";
import { SIGNING_SECRET } from "../support/workspace.ts";

interface Started {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly exit: Promise<number | null>;
  readonly port: () => Promise<number>;
}

/** In a folder of its own, so that a developer's `.env` has no say. */
function start(env: Readonly<Record<string, string>>, ...args: string[]): Started {
  const root = process.cwd();
  const cwd = mkdtempSync(join(tmpdir(), "progression-process-"));
  const flags = args.filter((arg) => arg.startsWith("--import="));
  const rest = args.filter((arg) => !arg.startsWith("--import="));
  const imports = [`--import=${join(root, "runtime.mjs")}`, ...flags];
  const child = spawn(process.execPath, [...imports, join(root, "src/main.ts"), ...rest], {
    cwd,
    env: { FRAMEWORKS_DIR: join(root, "frameworks"), ...env },
  });
  let printed = "";

  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  onTestFinished(() => {
    child.kill("SIGKILL");
    rmSync(cwd, { recursive: true });
  });
  return {
    child,
    printed: () => printed,
    exit: once(child, "exit").then(([code]) => code),
    port: async () => {
      await expect.poll(() => printed, { timeout: 10_000 }).toContain("progression started");
      return Number(/"port":(\d+)/.exec(printed)?.[1]);
    },
  };
}

async function localSlack(): Promise<LocalSlack> {
  const slack = await createLocalSlack({
    signingSecret: SIGNING_SECRET,
    botToken: "xoxb-process-test",
    appToken: "xapp-process-test",
    scopes: ["commands"],
    commands: [],
    shortcuts: [],
    transport: "http",
  });

  onTestFinished(() => slack[Symbol.asyncDispose]());
  return slack;
}

/** A request whose body never comes keeps the listener open. */
async function halfRequest(port: number): Promise<Socket> {
  const open = connect(port, "127.0.0.1");

  open.on("error", () => undefined);
  onTestFinished(() => void open.destroy());
  open.write("POST /slack/events HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
  await once(open, "data");
  return open;
}

const tokens = {
  SLACK_BOT_TOKEN: "xoxb-process-test",
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  HOST: "127.0.0.1",
  PORT: "0",
};

test("SIGTERM ends the process with 0, after answering what is under way", async () => {
  const slack = await localSlack();
  const bot = start({ ...tokens, SLACK_API_URL: slack.apiUrl });
  const port = await bot.port();

  const response = await postSigned(port, { secret: SIGNING_SECRET, body: commandBody({ text: "help" }) });
  bot.child.kill("SIGTERM");

  expect(response.status).toBe(200);
  expect(await bot.exit).toBe(0);
});

test("SIGTERM ends the process with 0 although a request never ends", async () => {
  const slack = await localSlack();
  const bot = start({ ...tokens, SLACK_API_URL: slack.apiUrl });
  await halfRequest(await bot.port());

  bot.child.kill("SIGTERM");

  expect(await bot.exit).toBe(0);
});

test("SIGTERM ends the process with 0 while a Socket Mode connection comes about", async () => {
  await using slack = await openSocketSlack("no handshake");
  const { SLACK_SIGNING_SECRET: _http, ...socket } = tokens;
  const bot = start({ ...socket, SLACK_APP_TOKEN: "xapp-process-test", SLACK_API_URL: slack.apiUrl });
  await expect.poll(() => slack.handshakes(), { timeout: 10_000 }).toBe(1);

  bot.child.kill("SIGTERM");

  expect(await bot.exit).toBe(0);
});

test("a second signal does not wait", async () => {
  const slack = await localSlack();
  const bot = start({ ...tokens, SLACK_API_URL: slack.apiUrl });
  await halfRequest(await bot.port());

  bot.child.kill("SIGTERM");
  await expect.poll(() => bot.printed()).toContain('"msg":"stopping"');
  bot.child.kill("SIGINT");

  expect(await bot.exit).toBe(1);
  expect(bot.printed()).toContain("second signal");
});

test("half a configuration ends with 2 and one message that names everything, and no secret", async () => {
  const bot = start({ SLACK_APP_TOKEN: "xapp-very-secret", PORT: "many", DATABASE_URL: "mysql://db" });

  expect(await bot.exit).toBe(2);
  expect(bot.printed()).toBe(
    "PORT is a number from 0 to 65535.\nDATABASE_URL begins with sqlite: and the path of a file, like sqlite:data/progression.db.\nSLACK_BOT_TOKEN is missing: without it the bot cannot answer.\n",
  );
});

test("a busy port ends the start with 1 and a sentence", async () => {
  const slack = await localSlack();
  const bot = start({ ...tokens, SLACK_API_URL: slack.apiUrl, PORT: new URL(slack.url).port });

  expect(await bot.exit).toBe(1);
  expect(bot.printed()).toMatch(
    /Cannot listen on \S+ \(EADDRINUSE\): another program listens there\. Stop that one, or set PORT/,
  );
});

test("--strict refuses to start with a broken framework; without it the rest is served", async () => {
  const slack = await localSlack();
  const env = { ...tokens, SLACK_API_URL: slack.apiUrl, FRAMEWORKS_DIR: resolve("test/fixtures/received") };

  const strict = start(env, "--strict");
  const lenient = start(env);

  expect(await strict.exit).toBe(1);
  expect(strict.printed()).toContain("A framework file is broken, and --strict was given.");
  expect(await lenient.port()).toBeGreaterThan(0);
});

test("a rejection that nobody handles is logged and ends the process, and the next start serves as before", async () => {
  const slack = await localSlack();
  const env = { ...tokens, SLACK_API_URL: slack.apiUrl };
  const defect = "process.on('SIGUSR2', () => { Promise.reject(new Error('floating')) })";

  const first = start(env, `--import=data:text/javascript,${encodeURIComponent(defect)}`);
  await first.port();
  first.child.kill("SIGUSR2");

  expect(await first.exit).toBe(1);
  expect(first.printed()).toMatch(/"message":"floating".*"msg":"unhandled defect, leaving"/);
  expect(await start(env).port()).toBeGreaterThan(0);
});
