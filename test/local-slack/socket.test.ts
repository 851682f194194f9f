import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { LocalSlack } from "../../local-slack/local-slack.ts";
import { isPayload, parseJson } from "../../local-slack/payload.ts";
import { ids, startSlack } from "./bot.ts";
import { callApi } from "./web-api.ts";

async function freshUrl(slack: LocalSlack): Promise<string> {
  return String((await callApi(slack.apiUrl, "apps.connections.open", {}, "xapp-local-1")).body["url"]);
}

/** A connection that acknowledges every envelope and notes its type; rejects when it is not let in. */
function dial(url: string, seen: string[], headers: Record<string, string> = {}): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on("error", reject);
    socket.on("message", (data) => {
      const envelope = parseJson(String(data));
      if (!isPayload(envelope)) return;
      if (envelope["type"] === "hello") return resolve(socket);
      seen.push(String(envelope["type"]));
      socket.send(JSON.stringify({ envelope_id: envelope["envelope_id"] }));
    });
  });
}

test("each payload goes to one connection, in turn, and the eleventh connection is not let in", async () => {
  await using slack = await startSlack({ transport: "socket" });
  const seen: string[][] = Array.from({ length: 10 }, () => []);
  for (const list of seen) await dial(await freshUrl(slack), list);
  expect(slack.connections()).toBe(10);
  await expect(dial(await freshUrl(slack), [])).rejects.toThrow("403");
  const command = { kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" } as const;
  expect(await slack.gesture(command)).toEqual({ ok: true });
  expect(await slack.gesture(command)).toEqual({ ok: true });
  expect(seen.flat()).toEqual(["slash_commands", "slash_commands"]);
  expect(seen.filter((list) => list.length > 0)).toHaveLength(2);
});

test("an address works once, from this machine only, and needs the app's token to get", async () => {
  await using slack = await startSlack({ transport: "socket" });
  const url = await freshUrl(slack);
  await expect(dial(url, [], { host: "evil.example" })).rejects.toThrow("403");
  await expect(dial(url, [], { origin: "https://evil.example" })).rejects.toThrow("403");
  await dial(url, []);
  await expect(dial(url, [])).rejects.toThrow("403");
  expect((await callApi(slack.apiUrl, "apps.connections.open", {})).body["error"]).toBe("not_allowed_token_type");
});
