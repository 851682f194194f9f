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
  /** No new connections; resolves when the last answer has left. */
  close(): Promise<void>;
}

/** One listener for everything, in both transports: Slack's requests, health and metrics. */
export async function listen(routes: Routes, host: string, port: number, log: Log): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
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
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
