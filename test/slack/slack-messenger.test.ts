import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { createLocalSlack, type LocalSlack } from "../../local-slack/local-slack.ts";
import { createLog } from "../../src/log.ts";
import { createSlackMessenger } from "../../src/slack/slack-messenger.ts";
import { createBackgroundClient } from "../../src/slack/transport/web-clients.ts";
import { MAYA } from "../support/workspace.ts";

const quiet = createLog("error", { write: () => undefined });
const token = "xoxb-local-1";
const dm = `D${MAYA.slice(1)}`;
const owner = { team: "T0BRIGHT001", user: MAYA };
const message = { text: "Your 1:1 is in half an hour.", blocks: [] };

async function openSlack(scopes = ["chat:write", "im:history"]): Promise<LocalSlack> {
  return createLocalSlack({
    signingSecret: "unused",
    botToken: token,
    appToken: "xapp-local-1",
    scopes,
    commands: [],
    shortcuts: [],
    transport: "http",
  });
}

function messengerFor(apiUrl: string) {
  const client = createBackgroundClient(apiUrl, token, quiet, 300);
  return createSlackMessenger(() => client);
}

const send = (apiUrl: string, channel: string | null = dm, deliveryId = "d1") =>
  messengerFor(apiUrl).send(message, { owner, channel, deliveryId });

test("a reminder lands in the person's DM and is found again by its id, which is all that it carries", async () => {
  await using slack = await openSlack();
  const sent = await send(slack.apiUrl, null);

  expect(sent).toMatchObject({ kind: "sent", receipt: { channel: dm } });
  expect(slack.received.calls("chat.postMessage")[0]?.request).toMatchObject({
    text: message.text,
    metadata: { event_type: "progression_reminder", event_payload: { id: "d1" } },
  });
  const { findDelivery } = messengerFor(slack.apiUrl);
  expect(await findDelivery(dm, "d1", Date.now() - 60_000, owner.team)).toEqual({
    kind: "found",
    receipt: sent.kind === "sent" ? sent.receipt : null,
  });
  expect(await findDelivery(dm, "d2", Date.now() - 60_000, owner.team)).toEqual({ kind: "absent" });
  expect(await findDelivery(dm, "d1", Date.now() + 60_000, owner.team)).toEqual({ kind: "absent" });
});

test("the search turns pages, and gives up after five", async () => {
  await using slack = await openSlack();
  await send(slack.apiUrl);
  for (let more = 0; more < 130; more += 1) await send(slack.apiUrl, dm, `later-${more}`);
  const { findDelivery } = messengerFor(slack.apiUrl);

  expect(await findDelivery(dm, "d1", Date.now() - 60_000, owner.team)).toMatchObject({ kind: "found" });
  expect(slack.received.calls("conversations.history")).toHaveLength(2);

  for (let more = 0; more < 400; more += 1) await send(slack.apiUrl, dm, `much-later-${more}`);
  expect(await findDelivery(dm, "d1", Date.now() - 60_000, owner.team)).toEqual({
    kind: "impossible",
    reason: "history-too-long",
  });
});

test("without the scope nobody can look, and it says so", async () => {
  await using slack = await openSlack(["chat:write"]);

  expect(await messengerFor(slack.apiUrl).findDelivery(dm, "d1", 0, owner.team)).toEqual({
    kind: "impossible",
    reason: "missing_scope",
  });
});

test("a lost reply and a call that hangs may have arrived; 429 and a revoked token have not", async () => {
  await using slack = await openSlack();
  const under = async (faults: Parameters<LocalSlack["setFaults"]>[0]) => {
    slack.setFaults({ ...faults, remaining: 1 });
    return send(slack.apiUrl);
  };

  expect(await under({ loseReply: true })).toMatchObject({ kind: "unknown" });
  expect(await under({ hang: true })).toMatchObject({ kind: "unknown" });
  expect(await under({ serverError: 503 })).toEqual({ kind: "unknown", reason: "status-503" });
  expect(await under({ rateLimit: 7 })).toEqual({ kind: "limited", retryAfterMs: 7000 });
  expect(await under({ tokenRevoked: true })).toEqual({ kind: "refused", scope: "workspace", reason: "token_revoked" });
  expect(await send(slack.apiUrl, "D0NOBODY")).toEqual({
    kind: "refused",
    scope: "person",
    reason: "channel_not_found",
  });
});

test("what was sent to a person, and not to a known DM, has its receipt from a DM", async () => {
  await using slack = await openSlack();
  const body = (channel: string) => JSON.stringify({ ok: true, channel, ts: "1.000001" });
  const answered = async (channel: string) => {
    slack.lie({ method: "chat.postMessage", works: true, body: body(channel) });
    return send(slack.apiUrl, null);
  };

  expect(await answered("C0GENERAL")).toMatchObject({ kind: "unknown" });
  expect(await answered("D0ANY")).toMatchObject({ kind: "sent" });
});

test("a Slack that nobody can connect to has certainly received nothing", async () => {
  const slack = await openSlack();
  await slack[Symbol.asyncDispose]();

  expect(await send(slack.apiUrl)).toEqual({ kind: "later", reason: "ECONNREFUSED" });
});

const says = (error: string) => (response: ServerResponse) => response.end(JSON.stringify({ ok: false, error }));

test.for<[string, (response: ServerResponse) => void, object]>([
  ["a 429 without Retry-After", (response) => response.writeHead(429).end(), { kind: "limited" }],
  [
    "a 429 with a Retry-After that is no number",
    (response) => response.writeHead(429, { "retry-after": "soon" }).end(),
    { kind: "limited" },
  ],
  [
    "a 429 with a Retry-After below zero",
    (response) => response.writeHead(429, { "retry-after": "-5" }).end(),
    { kind: "limited", retryAfterMs: 1000 },
  ],
  [
    "a 429 with a Retry-After of ages",
    (response) => response.writeHead(429, { "retry-after": "99999999999999999999" }).end(),
    { kind: "limited", retryAfterMs: 3_600_000 },
  ],
  ["HTML with 200", (response) => response.end("<html>"), { kind: "unknown" }],
  ["JSON that is cut off", (response) => response.end('{"ok":tr'), { kind: "unknown" }],
  ["ok without a message", (response) => response.end('{"ok":true}'), { kind: "unknown" }],
  [
    "a receipt from another conversation",
    (response) => response.end('{"ok":true,"channel":"D0ANOTHER","ts":"1.000001"}'),
    { kind: "unknown" },
  ],
  [
    "a receipt without a time",
    (response) => response.end(`{"ok":true,"channel":"${dm}","ts":"now"}`),
    { kind: "unknown" },
  ],
  ["a proxy's 403", (response) => response.writeHead(403).end(), { kind: "later" }],
  ["fatal_error", says("fatal_error"), { kind: "unknown" }],
  ["user_not_found", says("user_not_found"), { kind: "refused", scope: "person" }],
  ["is_archived", says("is_archived"), { kind: "refused", scope: "person" }],
  ["account_inactive", says("account_inactive"), { kind: "refused", scope: "workspace" }],
  ["invalid_blocks", says("invalid_blocks"), { kind: "refused", scope: "message" }],
])("%s", async ([, answer, outcome]) => {
  const server = createServer((request, response) => void request.resume().on("end", () => answer(response)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;

  expect(await send(`http://127.0.0.1:${port}/api/`)).toMatchObject(outcome);
  await new Promise((resolve) => server.close(resolve));
});
