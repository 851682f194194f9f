import { setTimeout as pause } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../log.ts";

type SocketClient = SocketModeReceiver["client"];

/** Between tries to connect: doubles from the first to the last, each with up to a fifth of jitter. */
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 30_000;
/** A connection that lived shorter counts as a failed one: Slack cuts each at once when Socket Mode is switched off or used too often. */
const SETTLED_MS = 10_000;

export interface SocketConnection {
  connected(): boolean;
  /** Resolves when the socket is closed, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/**
 * Keeps one Socket Mode connection. The SDK's own reconnecting is off: it ends the process when Slack refuses a reconnect, and waits five
 * seconds after Slack's routine refresh. Frames that are not objects are dropped here, because the SDK throws on them where nothing catches it.
 */
export function keepConnected(client: SocketClient, log: Log): SocketConnection {
  const stop = new AbortController();
  let connected = false;
  let failures = 0;

  dropMalformedFrames(client, log);
  client.on("connected", () => {
    connected = true;
    log.info("socket mode connected");
  });

  const loop = async () => {
    while (!stop.signal.aborted) {
      const closed = Promise.withResolvers<void>();
      let began: number | null = null;

      client.once("disconnected", closed.resolve);
      try {
        await client.start();
        began = performance.now();
        await closed.promise;
      } catch (error) {
        client.off("disconnected", closed.resolve);
        log.error({ error, failures }, "socket mode could not connect");
      }
      connected = false;
      failures = began !== null && performance.now() - began >= SETTLED_MS ? 0 : failures + 1;
      // One cut is Slack's routine refresh, which comes at any time: it is followed at once.
      if ((began === null || failures > 1) && !stop.signal.aborted) {
        const wait = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LAST_PAUSE_MS);

        await pause(wait * (1 + Math.random() / 5), undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  };
  const ended = loop();

  return {
    connected: () => connected,
    async close(graceMs) {
      stop.abort();
      if (connected) {
        void client.disconnect();
      }
      await Promise.race([ended, pause(graceMs, undefined, { ref: false })]);
    },
  };
}

function dropMalformedFrames(client: SocketClient, log: Log): void {
  const handlers = client.listeners("ws_message");

  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown, isBinary: boolean) => {
    if (isBinary || !isFrame(data)) {
      log.warn("socket mode frame without a usable payload dropped");
      return;
    }
    for (const handle of handlers) {
      Promise.resolve(handle(data, isBinary)).catch((error: unknown) =>
        log.error({ error }, "socket mode frame failed"),
      );
    }
  });
}

/** `hello` and `disconnect` carry no payload; everything else must, and an event must say its type. */
function isFrame(data: unknown): boolean {
  try {
    const frame: unknown = JSON.parse(typeof data === "string" ? data : new TextDecoder().decode(data as ArrayBuffer));

    if (typeof frame !== "object" || frame === null || !("type" in frame)) {
      return false;
    }
    if (frame.type === "hello" || frame.type === "disconnect") {
      return true;
    }
    const payload = "payload" in frame ? frame.payload : undefined;

    if (typeof payload !== "object" || payload === null) {
      return false;
    }
    return (
      frame.type !== "events_api" || ("event" in payload && typeof payload.event === "object" && payload.event !== null)
    );
  } catch {
    return false;
  }
}
