import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandBody, postSigned, type SignedRequest } from "../support/signed-request.ts";
import { openWorkspace, SIGNING_SECRET, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
});

afterAll(() => workspace[Symbol.asyncDispose]());

const post = (request: Partial<SignedRequest>) =>
  postSigned(workspace.bot.port, { secret: SIGNING_SECRET, body: commandBody({ text: "help" }), ...request });

const json = "application/json";

test("a signed command is answered in the acknowledgement, to the asker alone", async () => {
  const response = await post({ body: commandBody({ text: "backend mastery 3" }) });

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    response_type: "ephemeral",
    text: expect.stringContaining("Debugs production issues"),
  });
});

describe("what is not Slack's is refused", () => {
  const now = () => Math.floor(Date.now() / 1000);

  test.for<[string, Partial<SignedRequest>, number]>([
    ["signed with another secret", { secret: "f".repeat(32) }, 401],
    ["six minutes old", { timestamp: now() - 360 }, 401],
    ["from the future", { timestamp: now() + 360 }, 401],
    ["without a signature", { headers: { "x-slack-signature": "" } }, 401],
    ["signed in another version", { headers: { "x-slack-signature": `v1=${"a".repeat(64)}` } }, 401],
    ["a signature in upper case", { headers: { "x-slack-signature": `v0=${"A".repeat(64)}` } }, 401],
    ["without a timestamp", { headers: { "x-slack-request-timestamp": "" } }, 401],
    ["larger than a megabyte", { body: `text=${"x".repeat(1_100_000)}` }, 413],
    ["broken JSON", { body: "{", type: json }, 400],
  ])("%s", async ([, request, status]) => {
    expect((await post(request)).status).toBe(status);
  });
});

describe("what would end a stock receiver's process is refused, and the next command is answered", () => {
  test.for<[string, string, string]>([
    ["null", "null", json],
    ["a payload that is null", "payload=null", "application/x-www-form-urlencoded"],
    ["a payload that is null, encoded", "p%61yload=%6eull", "application/x-www-form-urlencoded"],
    ["a payload that is null, with spaces", "payload=+null+", "application/x-www-form-urlencoded"],
    ["a list", "[]", json],
    ["a number", "1", json],
  ])("%s", async ([, body, type]) => {
    expect((await post({ body, type })).status).toBe(400);
    expect((await post({})).status).toBe(200);
  });
});

test("a charset that a proxy added does not matter", async () => {
  expect((await post({ type: "application/x-www-form-urlencoded; charset=utf-8" })).status).toBe(200);
});

test("a command that no listener knows is answered with a sentence instead of a time-out", async () => {
  const response = await post({ body: commandBody({ command: "/wins-of-others" }) });

  expect(await response.json()).toEqual({
    response_type: "ephemeral",
    text: "This app does not answer /wins-of-others. Try /progression help.",
  });
});

test.for([
  [
    "a press on a button of another app",
    {
      type: "block_actions",
      actions: [{ action_id: "x", block_id: "y", type: "button" }],
      user: { id: "U1" },
      trigger_id: "9.9.x",
    },
  ],
  ["a press without an action", { type: "block_actions", actions: [], user: { id: "U1" } }],
  ["a view that is missing", { type: "view_submission", user: { id: "U1" } }],
  ["a form without a state", { type: "view_submission", user: { id: "U1" }, view: { callback_id: "win.form" } }],
  [
    "a form without values",
    { type: "view_submission", user: { id: "U1" }, view: { callback_id: "win.form", state: {} } },
  ],
  ["an unknown kind", { type: "block_party" }],
  ["an event without a type", { event: {}, event_id: "Ev0", type: "event_callback" }],
] as const)("%s is acknowledged and changes nothing", async ([, payload]) => {
  const body = "event" in payload ? JSON.stringify(payload) : `payload=${encodeURIComponent(JSON.stringify(payload))}`;

  const response = await post({ body, type: "event" in payload ? json : "application/x-www-form-urlencoded" });

  expect(response.status).toBe(200);
  expect((await post({})).status).toBe(200);
});

test("another workspace's command is refused with a sentence", async () => {
  await workspace.slack.received.until((entry) => entry.what === "auth.test");

  const response = await post({ body: commandBody({ team_id: "T0ELSEWHERE" }) });

  expect(await response.json()).toMatchObject({
    text: "This Progression belongs to another workspace and answers only there.",
  });
});

test("an event that comes twice has one effect", async () => {
  const event = JSON.stringify({
    type: "event_callback",
    team_id: "T0BRIGHT001",
    event_id: "Ev0SAMEEVENT",
    event: { type: "app_home_opened", user: "U0TOM000002", channel: "D0", tab: "home", event_ts: "1.1" },
  });

  const statuses = await Promise.all([post({ body: event, type: json }), post({ body: event, type: json })]);

  expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
  expect(workspace.slack.received.calls("views.publish")).toHaveLength(1);
});

test.for([
  ["in a thread is answered in that thread", { thread_ts: "1700000000.000100" }],
  ["in a channel is answered there", {}],
] as const)("a mention %s", async ([where, place]) => {
  await using own = await openWorkspace();
  const { received } = own.slack;
  await received.until((entry) => entry.what === "auth.test");
  const event = { type: "app_mention", user: "U0MAYA00001", channel: "C0BACKEND01", text: "help", ts: "1.2", ...place };
  const body = JSON.stringify({ type: "event_callback", team_id: "T0BRIGHT001", event_id: `Ev0${where}`, event });

  const { status } = await postSigned(own.bot.port, { secret: SIGNING_SECRET, body, type: json });

  expect(status).toBe(200);
  const asked = received.calls("chat.postEphemeral")[0]?.request;
  expect(asked).toMatchObject({ user: "U0MAYA00001", ...place });
  expect(Object.hasOwn(Object(asked), "thread_ts")).toBe("thread_ts" in place);
});

test("health says that the process lives, readiness that it can serve, and metrics hold no words", async () => {
  const get = (path: string) => fetch(`http://127.0.0.1:${workspace.bot.port}${path}`);

  await workspace.slack.received.until((entry) => entry.what === "auth.test");
  await post({ body: commandBody({ text: "search incident" }) });

  expect((await get("/healthz")).status).toBe(200);
  await expect.poll(async () => (await get("/readyz")).json()).toEqual({ ready: true, reasons: [], notes: [] });
  const metrics = await (await get("/metrics")).text();
  expect(metrics).toContain('progression_deliveries_total{kind="command",outcome="ok"}');
  expect(metrics).not.toMatch(/incident|U0MAYA|maya/);
  expect((await get("/")).status).toBe(404);
});
