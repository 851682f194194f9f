import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "node:querystring";
import SQLite from "better-sqlite3";
import { createIds } from "../../src/store/sortable-ids.ts";
import { INSERT_WIN } from "../insert-win.ts";

/**
 * The least that can be called saving a win: the signature is checked, one row is inserted with a commit that survives a power cut, and
 * a fixed answer of the same bytes as ours goes back. No repeats, no index of words, no suggestions.
 */
export interface RawOrder {
  readonly kind: "raw";
  readonly secret: string;
  /** A database file that has the tables. */
  readonly path: string;
  readonly answer: string;
}

export async function startRaw({ secret, path, answer }: RawOrder): Promise<{ port: number; listeners: number }> {
  const file = new SQLite(path);
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = FULL");
  file.pragma("foreign_keys = ON");
  const insert = file.prepare(INSERT_WIN);
  const newId = createIds(() => new Date());

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];

    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const stamp = request.headers["x-slack-request-timestamp"];
      const wanted = createHmac("sha256", secret)
        .update(`v0:${String(stamp)}:`)
        .update(body)
        .digest("hex");
      const given = Buffer.from(String(request.headers["x-slack-signature"]).slice(3));

      if (given.length !== wanted.length || !timingSafeEqual(given, Buffer.from(wanted))) {
        response.writeHead(401).end();
        return;
      }
      const fields = parse(body.toString());
      const now = new Date().toISOString();

      insert.run(fields["team_id"], fields["user_id"], newId(), fields["text"], now.slice(0, 10), now);
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) });
      response.end(answer);
    });
  });

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { port: (server.address() as AddressInfo).port, listeners: 0 };
}
