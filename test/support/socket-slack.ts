import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/** How the next try to connect goes; each is used once, the last one for all that follow. */
export type Meeting =
  | "welcome"
  /** Slack gives no address: it answers this, or nothing. */
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: object }
  | "no address"
  /** Slack gives an address, and the websocket there is refused, or nothing comes. */
  | "refused"
  | "no handshake"
  | "no hello";

export interface SocketSlack extends AsyncDisposable {
  readonly apiUrl: string;
  /** When each try was made. */
  readonly tries: readonly number[];
  /** How many websockets were asked for. */
  handshakes(): number;
  /** Every connection that was opened, in order. */
  readonly sockets: readonly WebSocket[];
  /** What came back over which connection. */
  readonly acks: readonly { readonly socket: number; readonly envelope: unknown; readonly payload: unknown }[];
  /** Posted to `response_url`s. */
  readonly responses: readonly unknown[];
  readonly responseUrl: string;
  /** Over the connection that is open. */
  send(frame: object): void;
  deliver(type: string, payload: object, envelope: string): void;
}

/** Only the way to a socket, for what the local Slack never does: refusing, hanging, cutting, and telling one connection from another. */
export async function openSocketSlack(...meetings: Meeting[]): Promise<SocketSlack> {
  let meeting: Meeting = "welcome";
  const tries: number[] = [];
  const sockets: WebSocket[] = [];
  const acks: { socket: number; envelope: unknown; payload: unknown }[] = [];
  const responses: unknown[] = [];
  const streams = new Set<Duplex>();
  const websockets = new WebSocketServer({ noServer: true });
  const origin = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();

    if (request.url === "/response") {
      responses.push(JSON.parse(body));
      response.end("ok");
      return;
    }
    response.setHeader("content-type", "application/json");
    if (!request.url?.endsWith("/apps.connections.open")) {
      response.end(JSON.stringify({ ok: true, team_id: "T1" }));
      return;
    }
    tries.push(performance.now());
    meeting = meetings.shift() ?? meeting;
    if (meeting === "no address") return;
    const {
      status = 200,
      headers = {},
      ...answer
    } = typeof meeting === "object" ? meeting : { body: { ok: true, url: `ws://${origin()}/link` } };

    response.writeHead(status, headers).end(JSON.stringify(answer.body));
  });

  server.on("upgrade", (request, stream, head) => {
    streams.add(stream);
    if (meeting === "no handshake") return;
    if (meeting === "refused") {
      stream.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
      return;
    }
    websockets.handleUpgrade(request, stream, head, (socket) => {
      const number = sockets.push(socket) - 1;

      socket.on("message", (data) => {
        const { envelope_id: envelope, payload } = JSON.parse(String(data));

        acks.push({ socket: number, envelope, payload });
      });
      if (meeting !== "no hello") socket.send(JSON.stringify({ type: "hello" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const send = (frame: object) => sockets.at(-1)?.send(JSON.stringify(frame));

  return {
    apiUrl: `http://${origin()}/api/`,
    tries,
    handshakes: () => streams.size,
    sockets,
    acks,
    responses,
    responseUrl: `http://${origin()}/response`,
    send,
    deliver: (type, payload, envelope) =>
      send({ type, payload, envelope_id: envelope, accepts_response_payload: true }),
    async [Symbol.asyncDispose]() {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
