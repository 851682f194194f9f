import { setTimeout as pause } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import type { Log } from "../../log.ts";
import { readFrames } from "./socket-frames.ts";

type SocketClient = SocketModeReceiver["client"];

/** Between tries to connect: doubles from the first to the last, each with up to a fifth of jitter. */
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 30_000;
/** Slack asks for a minute at most; a wait that no operator would understand is not kept to. */
const LONGEST_ASKED_MS = 300_000;
/** A connection that lived shorter counts as a failed one: Slack cuts each at once when Socket Mode is switched off or used too often. */
const SETTLED_MS = 10_000;
/** Asking for an address may take ten seconds; the rest is for the handshake and Slack's hello. */
const CONNECT_MS = 15_000;
/** For an answer to a goodbye. The SDK itself waits half a minute, in which nothing is received. */
const GOODBYE_MS = 1_000;

/** Slack gives an answer three seconds, and a connection that it wants to end at least as long. */
const ANSWERS_MS = 2_500;

/** Slack says these every few hours, to every connection. */
const ROUTINE = ["warning", "refresh_requested"];

export interface SocketConnection {
  /** In words for `/readyz`: null as soon as there was a connection. */
  waitingFor(): string | null;
  /** The same of one that is not there any more: null while there is one. */
  trouble(): string | null;
  /** Another number for each connection; null while there is none. */
  current(): number | null;
  /** Resolves when the socket is closed, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

export interface SocketConnectionParts {
  readonly log: Log;
  /** Aborted by `close`; asking for an address listens to it as well. */
  readonly stop: AbortController;
  /** Resolves when what is under way has been answered. */
  readonly answered: () => Promise<unknown>;
  readonly connectMs?: number;
}

/**
 * Keeps one Socket Mode connection. The SDK's own reconnecting is off: it ends the process when Slack refuses a reconnect, and waits five
 * seconds after Slack's routine refresh. Nor does it limit how long a handshake may take, or say why a connection ended.
 */
export function keepConnected(
  client: SocketClient,
  { log, stop, answered, connectMs = CONNECT_MS }: SocketConnectionParts,
): SocketConnection {
  let current: number | null = null;
  let connections = 0;
  let failures = 0;
  let trouble = "first try under way";
  let asked: string | undefined;

  readFrames(client, {
    log,
    async askedToLeave(reason) {
      const first = asked === undefined;
      const which = current;

      asked = reason;
      if (!first) return;
      if (which !== null) {
        // Answers go back the way the questions came, and that ends with the connection.
        await Promise.race([answered(), pause(ANSWERS_MS, undefined, { ref: false })]);
      }
      if (current === which) {
        await leave(client);
      }
    },
  });
  client.on("connected", () => {
    connections += 1;
    current = connections;
    log.info("socket mode connected");
  });

  const told = () => `Socket Mode is not connected (${trouble})`;
  const ended = (async () => {
    while (!stop.signal.aborted) {
      const closed = Promise.withResolvers<void>();
      let began: number | null = null;
      let askedMs = 0;

      client.once("disconnected", closed.resolve);
      asked = undefined;
      try {
        await connect(client, connectMs);
        began = performance.now();
        await closed.promise;
        trouble = asked ?? "the connection broke";
        if (!stop.signal.aborted) {
          log[ROUTINE.includes(trouble) ? "info" : "warn"]({ reason: trouble }, "socket mode disconnected");
        }
      } catch (error) {
        client.off("disconnected", closed.resolve);
        trouble = asked ?? reasonOf(error);
        askedMs = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : 0;
        if (!stop.signal.aborted) {
          log.error({ error, reason: trouble, failures }, "socket mode could not connect");
        }
      }
      current = null;
      failures = began !== null && performance.now() - began >= SETTLED_MS ? 0 : failures + 1;
      // One cut is Slack's routine refresh, which comes at any time: it is followed at once.
      if ((began === null || failures > 1) && !stop.signal.aborted) {
        const wait = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LAST_PAUSE_MS);
        const least = Math.max(wait, Math.min(askedMs, LONGEST_ASKED_MS));

        await pause(least * (1 + Math.random() / 5), undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  })();

  return {
    waitingFor: () => (connections === 0 ? told() : null),
    trouble: () => (connections > 0 && current === null ? told() : null),
    current: () => current,
    async close(graceMs) {
      stop.abort();
      await Promise.race([Promise.all([leave(client), ended]), pause(graceMs, undefined, { ref: false })]);
    },
  };
}

/** Rejects when there is no hello in time: the SDK waits for ever for one, and minutes for a handshake. */
async function connect(client: SocketClient, limitMs: number): Promise<void> {
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    void leave(client);
  }, limitMs);

  try {
    await client.start();
  } catch (error) {
    // A websocket does not say why it was refused, and the SDK rejects with nothing.
    throw error ?? new NoSocketError(late ? "Slack did not say hello in time" : "the websocket was refused");
  } finally {
    clearTimeout(limit);
  }
}

/** Says goodbye. A second goodbye cuts off a peer that does not answer the first. */
async function leave(client: SocketClient): Promise<void> {
  let over = false;

  client.once("disconnected", () => {
    over = true;
  });
  const left = client.disconnect();

  if (over) {
    // A handshake ends at once, and the SDK has then set a timer that would end the next connection: the second goodbye clears it.
    await client.disconnect();
    return;
  }
  const cut = setTimeout(() => void client.disconnect(), GOODBYE_MS);

  await left;
  clearTimeout(cut);
}

class NoSocketError extends Error {
  override name = "NoSocketError";
}

/** One that stands in `/readyz`, so nothing that a proxy or a stack has to say. */
function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) {
    const needed: unknown = Reflect.get(error.data, "needed");

    return typeof needed === "string" ? `${error.data.error}: ${needed}` : error.data.error;
  }
  return error instanceof NoSocketError ? error.message : "unreachable";
}
