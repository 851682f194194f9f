/** Socket Mode: the bot dials in, up to ten times, and each payload goes to one of its connections. */

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isPayload, parseJson, textAt } from "../payload.ts";
import { realTimers, type Timers } from "../timers.ts";
import type { World } from "../world.ts";
import type { Carrier, NotTaken } from "./carrier.ts";

const connectionLimit = 10;
const pingEvery = 10_000;

interface Acknowledged {
  readonly ok: true;
  readonly body: unknown;
}

export interface SocketCarrier extends Carrier {
  /** The path and query of a fresh, one-time address. */
  openPath(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every connection to leave, as Slack does every few hours. */
  disconnect(reason: "warning" | "refresh_requested" | "link_disabled"): void;
  connections(): number;
}

export function createSocketCarrier(options: {
  readonly world: World;
  readonly timers: Timers;
  readonly ackTimeoutMs: number;
}): SocketCarrier {
  const { world, timers } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (answer: Acknowledged | NotTaken) => void>();
  let closed = false;
  let stopPinging = (): void => {};

  function ping(): void {
    if (closed) return;
    for (const socket of open) socket.ping();
    stopPinging = timers.after(pingEvery, ping);
  }

  function accept(socket: WebSocket): void {
    open.push(socket);
    socket.on("close", () => {
      const at = open.indexOf(socket);
      if (at !== -1) open.splice(at, 1);
    });
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => receive(String(data)));
    const hello = {
      type: "hello",
      num_connections: open.length,
      connection_info: { app_id: world.scenario.app.id },
      debug_info: { host: "local-slack", build_number: 1, approximate_connection_time: 18_060 },
    };
    const what = "socket · hello";
    const end = world.journal.begin({ direction: "to-bot", what, transport: "socket", request: hello, signed: false });
    socket.send(JSON.stringify(hello), () => end({ status: 200, body: "" }));
  }

  function receive(text: string): void {
    const message = parseJson(text);
    if (!isPayload(message)) return;
    const id = textAt(message, "envelope_id");
    if (id !== undefined) waiting.get(id)?.({ ok: true, body: message["payload"] });
  }

  ping();
  return {
    openPath() {
      const ticket = crypto.randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${world.scenario.app.id}`;
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      const ticket = url.searchParams.get("ticket") ?? "";
      if (url.pathname !== "/link/" || !tickets.delete(ticket) || open.length >= connectionLimit) {
        socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, accept);
    },
    async deliver(delivery) {
      const id = crypto.randomUUID();
      const envelope = {
        envelope_id: id,
        type: delivery.kind,
        payload: delivery.payload,
        accepts_response_payload: delivery.kind !== "events_api",
        ...(delivery.kind === "events_api"
          ? { retry_attempt: delivery.retry?.num ?? 0, retry_reason: delivery.retry?.reason ?? "" }
          : {}),
      };
      const end = world.journal.begin({
        direction: "to-bot",
        what: `socket · ${delivery.about}`,
        transport: "socket",
        request: envelope,
        signed: false,
      });
      const socket = open.shift();
      if (socket === undefined) {
        end({ status: 0, body: "no connection" });
        return { ok: false, reason: "connection_failed", status: 0, noRetry: false };
      }
      open.push(socket);
      const answer = await new Promise<Acknowledged | NotTaken>((resolve) => {
        const cancel = timers.after(options.ackTimeoutMs, () =>
          settle({ ok: false, reason: "http_timeout", status: 0, noRetry: false }),
        );
        const gone = (): void => settle({ ok: false, reason: "connection_failed", status: 0, noRetry: false });
        function settle(outcome: Acknowledged | NotTaken): void {
          cancel();
          socket?.off("close", gone);
          waiting.delete(id);
          resolve(outcome);
        }
        waiting.set(id, settle);
        socket.once("close", gone);
        socket.send(JSON.stringify(envelope));
      });
      if (answer.ok) return { ...answer, breached: end({ status: 200, body: answer.body ?? "" }) };
      end({ status: 0, body: answer.reason === "http_timeout" ? "no answer in time" : "connection lost" });
      return answer;
    },
    disconnect(reason) {
      for (const socket of open) {
        socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "local-slack" } }));
      }
    },
    connections: () => open.length,
    async close() {
      closed = true;
      stopPinging();
      await Promise.all([...server.clients].map(leave));
      open.length = 0;
    },
  };
}

/** A bot that is itself leaving answers the closing handshake; one that is stuck is cut off. */
function leave(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cancel = realTimers.after(500, () => socket.terminate());
    socket.once("close", () => {
      cancel();
      resolve();
    });
    socket.close(1001);
  });
}
