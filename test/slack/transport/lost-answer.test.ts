import type { App } from "@slack/bolt";
import { expect, test } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createMetrics } from "../../../src/metrics.ts";
import { connect } from "../../../src/slack/transport/connect.ts";
import { createGate } from "../../../src/slack/transport/gate.ts";
import { learnIdentity } from "../../../src/slack/transport/identity.ts";
import { postToResponseUrl } from "../../../src/slack/transport/response-url.ts";
import { createBackgroundClient } from "../../../src/slack/transport/web-clients.ts";
import { type Meeting, openSocketSlack } from "../../support/socket-slack.ts";

/** Bolt and the gate over a real websocket; every listener waits until it is let go. */
async function connected(listen: (app: App, held: () => Promise<void>) => void, ...meetings: readonly Meeting[]) {
  const slack = await openSocketSlack("welcome", ...meetings);
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const hold = Promise.withResolvers<void>();
  let begun = 0;
  const gate = createGate({
    log,
    metrics: createMetrics(),
    now: Date.now,
    teamId: () => "T1",
    respond: postToResponseUrl,
    show: async () => undefined,
    tell: async () => undefined,
  });
  const stop = new AbortController();
  const identity = learnIdentity(createBackgroundClient(slack.apiUrl, "xoxb-1", log), log, stop.signal);
  const connection = connect({
    slack: { transport: "socket", apiUrl: slack.apiUrl, botToken: "xoxb-1", appToken: "xapp-1" },
    gate,
    identity: () => identity,
    log,
  });

  listen(connection.app, async () => {
    begun += 1;
    await hold.promise;
  });
  connection.open();
  await expect.poll(connection.waitingFor).toBe(null);

  return {
    slack,
    connection,
    begun: () => begun,
    release: hold.resolve,
    logged: () => lines.join(""),
    /** The network takes the connection away, as both sides have noticed. */
    async cut() {
      const before = slack.sockets.length;

      slack.sockets.at(-1)?.terminate();
      await expect.poll(() => slack.tries.length).toBeGreaterThan(before);
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await connection.close();
      await slack[Symbol.asyncDispose]();
    },
  };
}

const answering = (app: App, held: () => Promise<void>) =>
  app.command("/win", async ({ ack }) => {
    await held();
    await ack({ response_type: "ephemeral", text: "Saved", blocks: [] });
  });

test.for([
  ["another has come", "welcome"],
  ["there is no other", "no address"],
] as const)("the answer to a command whose connection is gone goes to its address, when %s", async ([, next]) => {
  await using wire = await connected(answering, next);
  const { slack } = wire;
  slack.deliver("slash_commands", { command: "/win", team_id: "T1", response_url: slack.responseUrl }, "e1");
  await expect.poll(wire.begun).toBe(1);

  await wire.cut();
  if (next === "welcome") await expect.poll(() => slack.sockets.length).toBe(2);
  wire.release();

  await expect.poll(() => slack.responses).toHaveLength(1);
  expect(slack.responses).toMatchObject([{ response_type: "ephemeral", text: "Saved", blocks: [] }]);
  expect(slack.acks).toEqual([]);
  expect(wire.logged()).not.toContain("delivery failed");
});

test("an event whose connection went before its acknowledgement is a repeat when Slack brings it again", async () => {
  await using wire = await connected((app, held) => app.event("app_home_opened", held), "welcome");
  const { slack } = wire;
  const event = {
    type: "event_callback",
    team_id: "T1",
    event_id: "Ev1",
    event: { type: "app_home_opened", user: "U1" },
  };
  slack.deliver("events_api", event, "e1");
  await expect.poll(wire.begun).toBe(1);

  await wire.cut();
  await expect.poll(() => slack.sockets.length).toBe(2);
  wire.release();
  await expect.poll(wire.logged).toContain("gone before the acknowledgement");
  slack.deliver("events_api", event, "e2");

  await expect.poll(() => slack.acks).toMatchObject([{ socket: 1, envelope: "e2" }]);
  expect(wire.begun()).toBe(1);
});

test("a connection that Slack wants to end is left when what it brought is answered", async () => {
  await using wire = await connected(answering, "welcome");
  const { slack } = wire;
  slack.deliver("slash_commands", { command: "/win", team_id: "T1", response_url: slack.responseUrl }, "e1");
  slack.send({ type: "disconnect", reason: "refresh_requested" });
  slack.send({ type: "disconnect", reason: "refresh_requested" });
  await expect.poll(wire.begun).toBe(1);

  wire.release();

  await expect.poll(() => slack.sockets.length).toBe(2);
  expect(slack.acks).toMatchObject([{ socket: 0, envelope: "e1", payload: { text: "Saved" } }]);
  expect(slack.responses).toEqual([]);
});
