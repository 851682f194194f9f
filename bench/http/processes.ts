import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { openConnections, signedCommand, TEAM } from "./client.ts";
import type { Order, Ready } from "./server.ts";

export const SECRET = "0123456789abcdef0123456789abcdef";
export const LINE = "backend mastery 3";

export interface Running extends Ready, Disposable {
  readonly child: ChildProcess;
  /** Resident memory in bytes. */
  rss(): Promise<number>;
}

export interface Pair extends AsyncDisposable {
  readonly ours: Running;
  readonly bare: Running;
}

/** The bot, and beside it bare Bolt with as many listeners and an answer of the same bytes. */
export async function openPair(env: Readonly<Record<string, string>> = {}): Promise<Pair> {
  await using opening = new AsyncDisposableStack();
  const api = await openApi();

  opening.defer(api.close);
  const ours = opening.use(await startServer({ kind: "ours", env: { ...environment(api.url), ...env } }));
  const asking = await openConnections(ours.port, 1);
  const answer: unknown = JSON.parse(await asking.ask(signedCommand(LINE, SECRET)));

  asking.close();
  const bare = opening.use(await startServer({ kind: "bare", secret: SECRET, listeners: ours.listeners, answer }));
  const owned = opening.move();

  return { ours, bare, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

export function environment(apiUrl: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: "xoxb-1",
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: "sqlite::memory:",
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
  };
}

/** What every npm script gives to Node. */
export const PRELOAD = `--import=${new URL("../../runtime.mjs", import.meta.url)}`;

export async function startServer(order: Order, execArgv: readonly string[] = []): Promise<Running> {
  const child = fork(fileURLToPath(new URL("server.ts", import.meta.url)), { execArgv: [PRELOAD, ...execArgv] });
  const reply = async (): Promise<unknown> => (await once(child, "message"))[0];

  child.send(order);
  const ready = (await reply()) as Ready;

  return {
    ...ready,
    child,
    async rss() {
      child.send("rss");
      return ((await reply()) as { readonly rss: number }).rss;
    },
    [Symbol.dispose]() {
      child.disconnect();
    },
  };
}

/** All that a start asks of Slack. */
export async function openApi(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, team_id: TEAM, bot_id: "B0PROGRESS1", user_id: "U0PROGRESS1" }));
  });

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
