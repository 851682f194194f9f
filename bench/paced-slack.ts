import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import { TEAM } from "./http/client.ts";

/** As much of Slack as a bench of its pace needs: a token bucket for the messages of one workspace, in a thread of its own. */
const { perSecond, burst }: { perSecond: number; burst: number } = workerData;
let tokens = burst;
let filled = performance.now();
let accepted = 0;
let refused = 0;

const ANSWERS: Readonly<Record<string, object>> = {
  "/api/auth.test": { team_id: TEAM, bot_id: "B0PROGRESS1", user_id: "U0PROGRESS1" },
  "/api/users.info": { user: { team_id: TEAM, name: "somebody", tz: "UTC", profile: {} } },
  "/api/dnd.info": { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 },
};

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    if (request.url === "/api/counts") {
      response.end(JSON.stringify({ accepted, refused }));
      return;
    }
    const other = ANSWERS[request.url ?? ""];
    if (other !== undefined) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: true, ...other }));
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
