import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** As much of Slack as a bench of its pace needs: a token bucket for one workspace, in a thread of its own. */
const { perSecond, burst }: { perSecond: number; burst: number } = workerData;
let tokens = burst;
let filled = performance.now();
let accepted = 0;
let refused = 0;

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    if (request.url === "/api/counts") {
      response.end(JSON.stringify({ accepted, refused }));
      return;
    }
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * perSecond);
    filled = now;
    if (tokens < 1) {
      refused += 1;
      response.writeHead(429, { "retry-after": "1" }).end();
      return;
    }
    tokens -= 1;
    accepted += 1;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: true, channel: "D1", ts: `${accepted}.0` }));
  });
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === "object" ? address?.port : 0);
});
