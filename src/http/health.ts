import type { ServerResponse } from "node:http";
import type { Metrics } from "../metrics.ts";
import type { Routes } from "./server.ts";

/** One thing that has to be there before the bot can serve: null when it is, else the reason in a sentence. */
type ReadyCheck = () => string | null | Promise<string | null>;

export interface HealthParts {
  readonly metrics: Metrics;
  readonly ready: readonly ReadyCheck[];
  /** What an operator should know and that is no reason to take the bot out of service. */
  readonly notes: () => readonly string[];
}

export function healthRoutes({ metrics, ready, notes }: HealthParts): Routes {
  return {
    "GET /healthz": (_request, response) => json(response, 200, { ok: true }),
    "GET /readyz": async (_request, response) => {
      const reasons = (await Promise.all(ready.map((check) => check()))).filter((reason) => reason !== null);

      json(response, reasons.length === 0 ? 200 : 503, { ready: reasons.length === 0, reasons, notes: notes() });
    },
    "GET /metrics": async (_request, response) => {
      const text = await metrics.text();

      response.writeHead(200, { "content-type": metrics.contentType }).end(text);
    },
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body)}\n`);
}
