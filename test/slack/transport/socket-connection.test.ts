import { SocketModeReceiver } from "@slack/bolt";
import { expect, test } from "vitest";
import { createLog, slackLogger } from "../../../src/log.ts";
import { keepConnected } from "../../../src/slack/transport/socket-connection.ts";
import { connectionOptions } from "../../../src/slack/transport/web-clients.ts";
import { openSocketSlack, type SocketSlack } from "../../support/socket-slack.ts";

/** The SDK's client over a real websocket, kept by our loop. */
function keep(slack: SocketSlack, connectMs?: number) {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const stop = new AbortController();
  const { client } = new SocketModeReceiver({
    appToken: "xapp-1",
    autoReconnectEnabled: false,
    logger: slackLogger(log),
    installerOptions: { clientOptions: connectionOptions(slack.apiUrl, stop.signal) },
  });
  const answered = async () => undefined;
  const connection = keepConnected(client, { log, stop, answered, ...(connectMs === undefined ? {} : { connectMs }) });

  return {
    ...connection,
    logged: () => lines.join(""),
    [Symbol.asyncDispose]: () => connection.close(2_000),
  };
}

/** Whether closing ended by itself, and not because it had waited long enough. */
async function closes(connection: ReturnType<typeof keep>): Promise<boolean> {
  return Promise.race([
    connection.close(60_000).then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3_000)),
  ]);
}

test.for(["no address", "no handshake", "no hello"] as const)(
  "a stop while connecting (%s) ends it",
  async (meeting) => {
    await using slack = await openSocketSlack(meeting);
    const connection = keep(slack);
    await expect.poll(() => slack.tries.length).toBe(1);
    if (meeting === "no hello") await expect.poll(() => slack.sockets.length).toBe(1);

    expect(await closes(connection)).toBe(true);
    expect(slack.tries).toHaveLength(1);
  },
);

test("a stop does not wait for a peer that no longer answers", async () => {
  await using slack = await openSocketSlack();
  const connection = keep(slack);
  await expect.poll(connection.waitingFor).toBe(null);
  slack.sockets[0]?.pause();

  expect(await closes(connection)).toBe(true);
});

test.for(["no handshake", "no hello"] as const)(
  "a connection that does not come about (%s) is given up and tried again",
  async (meeting) => {
    await using slack = await openSocketSlack(meeting, "welcome");
    await using connection = keep(slack, 100);

    await expect.poll(connection.waitingFor, { timeout: 5_000 }).toBe(null);
    expect(slack.tries).toHaveLength(2);
    expect(connection.logged()).toContain("Slack did not say hello in time");
  },
);

test("what Slack asks to wait is waited, before the next try", async () => {
  await using slack = await openSocketSlack(
    { status: 429, headers: { "retry-after": "2" }, body: { ok: false, error: "ratelimited" } },
    "welcome",
  );
  await using connection = keep(slack);

  await expect.poll(connection.waitingFor, { timeout: 5_000 }).toBe(null);
  const [first = 0, second = 0] = slack.tries;
  expect(second - first).toBeGreaterThanOrEqual(2_000);
});

test.for([
  [{ body: { ok: false, error: "invalid_auth" } }, "invalid_auth"],
  [{ body: { ok: false, error: "missing_scope", needed: "connections:write" } }, "missing_scope: connections:write"],
  ["refused", "the websocket was refused"],
] as const)("a connection that is refused (%s) says why, in the log and to the operator", async ([meeting, reason]) => {
  await using slack = await openSocketSlack(meeting);
  await using connection = keep(slack);

  await expect.poll(connection.waitingFor).toBe(`Socket Mode is not connected (${reason})`);
  expect(connection.logged()).toContain(`"reason":"${reason}","failures":0,"msg":"socket mode could not connect"`);
});

test.for([
  ["refresh_requested", 30],
  ["link_disabled", 40],
] as const)("a connection that Slack ends says why (%s)", async ([reason, level]) => {
  await using slack = await openSocketSlack("welcome", "no address");
  await using connection = keep(slack);
  await expect.poll(connection.waitingFor).toBe(null);

  slack.send({ type: "disconnect", reason });

  await expect.poll(connection.trouble).toBe(`Socket Mode is not connected (${reason})`);
  expect(connection.logged()).toMatch(
    new RegExp(`"level":${level},[^\\n]*"reason":"${reason}","msg":"socket mode disconnected"`),
  );
});

test("a connection that breaks says so", async () => {
  await using slack = await openSocketSlack("welcome", "no address");
  await using connection = keep(slack);
  await expect.poll(connection.waitingFor).toBe(null);

  slack.sockets[0]?.terminate();

  await expect.poll(connection.trouble).toBe("Socket Mode is not connected (the connection broke)");
  expect(connection.waitingFor()).toBe(null);
});
