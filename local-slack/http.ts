/** Reading and answering HTTP, with the guards that every request passes. */

import type { IncomingMessage, ServerResponse } from "node:http";

const bodyLimit = 1024 * 1024;

/** undefined: longer than 1 MB. The rest is read and dropped: a connection cut in the middle would hide the 413 from the sender. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= bodyLimit) chunks.push(bytes);
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks);
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: { readonly [name: string]: string } = {},
): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(body));
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(text);
}

/**
 * Why this request is refused; undefined: it is not. A foreign `Host` is a page elsewhere that made its name point here, a
 * foreign `Origin` a page elsewhere that calls this address.
 */
export function refusal(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const host = request.headers.host?.toLowerCase();
  if (host === undefined || !hosts.includes(host)) return "This address answers only as 127.0.0.1 or localhost.";
  const { origin } = request.headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
    return "This page may not talk to the local Slack.";
  return undefined;
}

/** The media type, without its parameters. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
