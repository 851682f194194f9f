import { App, HTTPReceiver } from "@slack/bolt";
import type { PaceOptions } from "../../src/nudges/pace.ts";
import { type RawOrder, startRaw } from "./raw.ts";

/**
 * A process of its own for each server that is measured. `ours` is the whole bot; `bare` is Bolt with the same stock receiver and as many
 * listeners, which acknowledges one fixed JSON. The parent says over IPC what to do, and is told the port and what was counted.
 */
export type Order =
  | { readonly kind: "ours"; readonly env: Readonly<Record<string, string>>; readonly pace?: PaceOptions }
  | { readonly kind: "bare"; readonly secret: string; readonly listeners: number; readonly answer: unknown }
  | RawOrder;

export interface Ready {
  readonly port: number;
  readonly listeners: number;
}

const REGISTERING = ["action", "command", "event", "message", "options", "shortcut", "view"] as const;

async function startOurs({ env, pace }: Extract<Order, { kind: "ours" }>): Promise<Ready> {
  const counted = countListeners();
  const { createApp } = await import("../../src/app.ts");
  const { readConfig } = await import("../../src/config.ts");
  const { createLog } = await import("../../src/log.ts");
  const config = readConfig(env);

  if (config.slack === null) {
    throw new Error("The benchmark must give the variables of Slack.");
  }
  const app = await createApp(
    { ...config, slack: config.slack },
    {
      log: createLog("error"),
      ...(pace === undefined ? {} : { pace }),
    },
  );

  process.on("message", (message) => {
    if (message === "reload") void app.reload().then(() => process.send?.("reloaded"));
  });
  return { port: app.port, listeners: counted() };
}

/** Bolt keeps its listeners to itself, so what registers them is counted. */
function countListeners(): () => number {
  const registering = App.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  let count = 0;

  for (const name of REGISTERING) {
    const register = registering[name];

    registering[name] = function (this: unknown, ...given) {
      count += 1;
      return register?.apply(this, given);
    };
  }
  return () => count;
}

async function startBare({ secret, listeners, answer }: Extract<Order, { kind: "bare" }>): Promise<Ready> {
  const receiver = new HTTPReceiver({ signingSecret: secret });
  const app = new App({ receiver, convoStore: false, authorize: async () => ({ botToken: "xoxb-1" }) });

  for (let count = 1; count < listeners; count += 1) {
    app.action(`another.${count}`, async ({ ack }) => ack());
  }
  app.command("/progression", async ({ ack }) => ack(answer as Record<string, unknown>));

  const server = await receiver.start(0);
  const address = server.address();

  return { port: typeof address === "object" && address !== null ? address.port : 0, listeners };
}

function start(order: Order): Promise<Ready> {
  switch (order.kind) {
    case "ours":
      return startOurs(order);
    case "bare":
      return startBare(order);
    case "raw":
      return startRaw(order);
  }
}

process.once("message", (order: Order) => {
  void start(order).then((ready) => process.send?.(ready));
});
process.on("message", (message) => {
  if (message === "rss") process.send?.({ rss: process.memoryUsage().rss });
});
process.on("disconnect", () => process.exit(0));
