import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { listen, type Patience, type Routes } from "../../src/http/server.ts";
import { createLog } from "../../src/log.ts";

const quiet = createLog("error", { write: () => undefined });
const short: Patience = { headersTimeout: 40, requestTimeout: 80, connectionsCheckingInterval: 10 };

const echo: Routes = {
  "POST /": async (request, response) => {
    response.end(await text(request));
  },
};

/** Sends this much and then nothing; all that comes back until the server cuts the connection. */
async function saidTo(sent: string, patience?: Patience): Promise<string> {
  const server = await listen(echo, "127.0.0.1", 0, quiet, patience);
  const socket = connect(server.port, "127.0.0.1");
  let said = "";

  socket.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  socket.write(sent);
  await once(socket, "close");
  await server.close();
  return said;
}

test.for([
  ["whose headers never end", "POST / HTTP/1.1\r\nHost: x\r\nX-Slow: "],
  ["whose body never ends", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf"],
] as const)("a request %s is cut", async ([, sent]) => {
  expect(await saidTo(sent, short)).toMatch(/^HTTP\/1\.1 408 /);
});

test("a request that is whole in time is answered", async () => {
  const whole = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nwhole";

  expect(await saidTo(whole)).toMatch(/^HTTP\/1\.1 200 .*whole$/s);
});
