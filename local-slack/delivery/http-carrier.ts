/** Signed HTTP to the bot: a form for commands and interactions, JSON for events, three seconds to answer. */

import { createHmac } from "node:crypto";
import { request } from "node:http";
import { isPayload, type Payload, parseJson } from "../payload.ts";
import type { Timers } from "../timers.ts";
import type { World } from "../world.ts";
import type { Carrier, Delivery } from "./carrier.ts";

interface HttpCarrierOptions {
  readonly world: World;
  readonly botUrl: () => string;
  readonly signingSecret: string;
  readonly timers: Timers;
  readonly ackTimeoutMs: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly noRetry: boolean;
}

export function createHttpCarrier(options: HttpCarrierOptions): Carrier {
  const open = new Set<AbortController>();

  async function send(
    body: string,
    headers: { readonly [name: string]: string },
  ): Promise<Answer | "timeout" | "failed"> {
    const abort = new AbortController();
    open.add(abort);
    let late = false;
    const cancel = options.timers.after(options.ackTimeoutMs, () => {
      late = true;
      abort.abort();
    });
    try {
      return await post(options.botUrl(), body, headers, abort.signal);
    } catch {
      return late ? "timeout" : "failed";
    } finally {
      cancel();
      open.delete(abort);
    }
  }

  return {
    async deliver(delivery) {
      const { body, type } = encode(delivery);
      // Bolt compares this with the real clock, so an injected one must not show here.
      const seconds = String(Math.floor(Date.now() / 1000));
      const signature = createHmac("sha256", options.signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
      const end = options.world.journal.begin({
        direction: "to-bot",
        what: `POST ${new URL(options.botUrl()).pathname} · ${delivery.about}`,
        transport: "http",
        request: delivery.payload,
        signed: true,
      });
      const answer = await send(body, {
        "content-type": type,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": seconds,
        "x-slack-signature": `v0=${signature}`,
        ...(delivery.retry === undefined
          ? {}
          : { "x-slack-retry-num": String(delivery.retry.num), "x-slack-retry-reason": delivery.retry.reason }),
      });
      if (answer === "timeout" || answer === "failed") {
        end({ status: 0, body: answer === "timeout" ? "no answer in time" : "no connection" });
        return {
          ok: false,
          reason: answer === "timeout" ? "http_timeout" : "connection_failed",
          status: 0,
          noRetry: false,
        };
      }
      const parsed = readAnswer(answer.text);
      const breached = end({ status: answer.status, body: parsed ?? "" });
      if (answer.status >= 200 && answer.status < 300) return { ok: true, body: parsed, breached };
      return { ok: false, reason: "http_error", status: answer.status, noRetry: answer.noRetry };
    },
    async close() {
      for (const abort of open) abort.abort();
    },
  };
}

function encode({ kind, payload }: Delivery): { readonly body: string; readonly type: string } {
  if (kind === "events_api") return { body: JSON.stringify(payload), type: "application/json" };
  const fields = kind === "interactive" ? { payload: JSON.stringify(payload) } : formFields(payload);
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
}

function formFields(payload: Payload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

function post(
  url: string,
  body: string,
  headers: { readonly [name: string]: string },
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const call = request(
      url,
      { method: "POST", headers: { ...headers, "content-length": bytes.length }, signal, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString("utf8"),
            noRetry: response.headers["x-slack-no-retry"] === "1",
          }),
        );
      },
    );
    call.on("error", reject);
    call.end(bytes);
  });
}

/** A text that happens to be JSON (`3`, `true`) is still a text. */
function readAnswer(text: string): unknown {
  if (text === "") return undefined;
  const parsed = parseJson(text);
  return isPayload(parsed) ? parsed : text;
}
