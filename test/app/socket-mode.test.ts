import { expect, test } from "vitest";
import { openWorkspace } from "../support/workspace.ts";

test("a command over Socket Mode gets the same answer as over HTTP", async () => {
  await using http = await openWorkspace();
  await using socket = await openWorkspace({ transport: "socket" });

  await expect.poll(() => socket.slack.connections()).toBe(1);
  await http.command("backend mastery 3");
  await socket.command("backend mastery 3");

  const shown = ({ slack }: typeof http) =>
    slack.state("U0MAYA00001").conversations.flatMap(({ messages }) => messages.filter(({ ephemeral }) => ephemeral));
  expect(shown(socket).map(({ text }) => text)).toEqual(shown(http).map(({ text }) => text));
  expect(shown(socket)).toHaveLength(1);
});

test("a refresh that Slack asks for is followed by a new connection at once", async () => {
  await using workspace = await openWorkspace({ transport: "socket" });
  await expect.poll(() => workspace.slack.connections()).toBe(1);
  const opened = () => workspace.slack.received.calls("apps.connections.open").length;

  workspace.slack.disconnect("refresh_requested");

  await expect.poll(() => opened()).toBe(2);
  await expect.poll(() => workspace.slack.connections()).toBe(1);
  expect(await workspace.command("help")).toEqual({ ok: true });
});

test("a connection that Slack cuts again and again is tried in longer and longer pauses", async () => {
  await using workspace = await openWorkspace({ transport: "socket" });
  const { slack } = workspace;
  const opened = () => slack.received.calls("apps.connections.open").length;

  const connected = (times: number) =>
    expect.poll(() => [opened(), slack.connections()], { timeout: 10_000 }).toEqual([times, 1]);

  await connected(1);
  slack.disconnect("refresh_requested");
  await connected(2);
  slack.disconnect("refresh_requested");
  await expect.poll(() => slack.connections()).toBe(0);

  expect(opened()).toBe(2);
  await connected(3);
});

test("health is served in Socket Mode too, and readiness waits for the first connection", async () => {
  await using workspace = await openWorkspace({ transport: "socket" });

  const ready = async () => (await fetch(`http://127.0.0.1:${workspace.bot.port}/readyz`)).json();

  await expect.poll(ready).toMatchObject({ ready: true });
  workspace.slack.setFaults({ tokenRevoked: true, methods: ["apps.connections.open"] });
  workspace.slack.disconnect("warning");
  // Nobody who starts it anew would mend what Slack refuses.
  await expect
    .poll(ready)
    .toEqual({ ready: true, reasons: [], notes: ["Socket Mode is not connected (token_revoked)"] });
  workspace.slack.setFaults({ tokenRevoked: false });
  await expect.poll(ready, { timeout: 15_000 }).toEqual({ ready: true, reasons: [], notes: [] });
});
