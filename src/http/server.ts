import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "../log.ts";

/** Answers one request; a rejection is logged and becomes a 500. */
type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** By method and path: `GET /healthz`. */
export type Routes = Readonly<Record<string, Route>>;

export interface HttpServer {
  /** The port that was bound, which is another than asked for when that was 0. */
  readonly port: number;
  /** No new connections; resolves when the last answer has left, or after 3 s, when what is still open is cut. */
  close(): Promise<void>;
}

/** How long a client may take to say what it wants, in milliseconds; after that the connection is cut. */
export interface Patience {
  readonly headersTimeout: number;
  /** Headers and body together. */
  readonly requestTimeout: number;
  /** How often Node looks for late requests: every 30 s by itself. */
  readonly connectionsCheckingInterval: number;
}

const PATIENCE: Patience = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
/** Slack gives up on an answer after 3 s: whoever still sends or reads then is not waiting for one. */
const CLOSE_MS = 3_000;

/** One listener for everything, in both transports: Slack's requests, health and metrics. */
export async function listen(
  routes: Routes,
  host: string,
  port: number,
  log: Log,
  patience = PATIENCE,
): Promise<HttpServer> {
  const server = createServer({ ...patience }, (request, response) => {
    const path = request.url?.split("?", 1)[0] ?? "";
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = routes[`${method} ${path}`];

    if (route === undefined) {
      response.writeHead(404).end();
      return;
    }
    Promise.resolve()
      .then(() => route(request, response))
      .catch((error: unknown) => {
        log.error({ error, path }, "request failed");
        if (!response.headersSent) {
          response.writeHead(500);
        }
        response.end();
      });
  });

  await bound(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_MS);

        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}

const WHY_NOT: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there. Stop that one, or set PORT to another number",
  EACCES: "the account that runs the program may not. Set PORT to a number above 1023",
  EADDRNOTAVAIL: "HOST is no address of this machine. Leave it out, or set it to 127.0.0.1 or 0.0.0.0",
  ENOTFOUND: "HOST is no address. Leave it out, or set it to 127.0.0.1 or 0.0.0.0",
};

function whyNot(error: Error, host: string, port: number): Error {
  const code = "code" in error ? String(error.code) : "";
  const reason = WHY_NOT[code];

  return reason === undefined
    ? error
    : new Error(`Cannot listen on ${host}:${port} (${code}): ${reason}.`, { cause: error });
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(whyNot(error, host, port)));
    server.listen({ host, port }, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
}
