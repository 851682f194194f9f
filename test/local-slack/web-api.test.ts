import { expect, test } from "vitest";
import { isPayload, listAt, payloadAt } from "../../local-slack/payload.ts";
import { ids, startSlack } from "./bot.ts";
import { callApi, modal, section } from "./web-api.ts";

test("a call without a token, with an unknown one or with the wrong kind says which", async () => {
  await using slack = await startSlack();
  const error = async (token: string | null, method = "auth.test") =>
    (await callApi(slack.apiUrl, method, {}, token)).body["error"];
  expect(await error(null)).toBe("not_authed");
  expect(await error("xoxb-somebody-else")).toBe("invalid_auth");
  expect(await error("xapp-local-1")).toBe("not_allowed_token_type");
  expect(await error("xoxb-local-1", "apps.connections.open")).toBe("not_allowed_token_type");
  expect(await error("xoxb-local-1", "chat.shout")).toBe("unknown_method");
  expect(await error("xoxb-local-1")).toBeUndefined();
});

test("a form with the token in the body is read like JSON", async () => {
  await using slack = await startSlack();
  const body = new URLSearchParams({
    token: "xoxb-local-1",
    channel: ids.maya,
    text: "A & B",
    blocks: JSON.stringify([section]),
  });
  const response = await fetch(new URL("chat.postMessage", slack.apiUrl), { method: "POST", body });
  expect(await response.json()).toMatchObject({ ok: true, channel: ids.mayaDm, message: { text: "A & B" } });
  expect(JSON.stringify(slack.journal())).not.toContain("xoxb-local-1");
});

test("a method whose scope was not granted names what it needs and what there is", async () => {
  await using slack = await startSlack({ scopes: ["commands", "chat:write"] });
  const { body } = await callApi(slack.apiUrl, "users.info", { user: ids.maya });
  expect(body).toEqual({
    ok: false,
    error: "missing_scope",
    needed: "users:read",
    provided: "commands,chat:write",
  });
});

test("blocks that Slack would refuse are refused with the place of each breach", async () => {
  await using slack = await startSlack();
  const header = { type: "header", text: { type: "plain_text", text: "x".repeat(151) } };
  const { body } = await callApi(slack.apiUrl, "chat.postMessage", {
    channel: ids.backend,
    text: "Level 3",
    blocks: [section, header],
  });
  expect(body).toMatchObject({ ok: false, error: "invalid_blocks", errors: [{ pointer: "/blocks/1/text/text" }] });
  expect(JSON.stringify(body["response_metadata"])).toContain("[json-pointer:/blocks/1/text/text]");
  expect(slack.journal().at(-1)?.breaches).toHaveLength(1);
  const opened = await callApi(slack.apiUrl, "views.publish", { user_id: ids.maya, view: modal("Not a home") });
  expect(opened.body["error"]).toBe("invalid_arguments");
});

test("a message is posted, updated, reacted to and deleted, by its own bot only", async () => {
  await using slack = await startSlack();
  const call = async (method: string, args: Record<string, unknown>) =>
    (await callApi(slack.apiUrl, method, args)).body;
  const metadata = { event_type: "nudge", event_payload: { level: 3 } };
  const posted = await call("chat.postMessage", { channel: ids.backend, text: "one", blocks: [section], metadata });
  const { ts } = posted;
  const place = { channel: ids.backend, timestamp: ts };
  expect(posted["message"]).toMatchObject({ bot_id: "B0PROGRESS1", app_id: "A0PROGRESSN", metadata });
  expect(JSON.stringify(posted["message"])).toMatch(/"block_id":"b\w+"/);
  expect(await call("reactions.add", { ...place, name: "eyes" })).toEqual({ ok: true });
  expect(await call("reactions.add", { ...place, name: "eyes" })).toMatchObject({ error: "already_reacted" });
  expect(await call("chat.update", { channel: ids.backend, ts, text: "two" })).toMatchObject({ ok: true, text: "two" });
  expect(slack.state(ids.maya).conversations[0]?.messages.at(-1)).toMatchObject({ text: "two", edited: true });
  const theirs = slack.state(ids.maya).conversations[0]?.messages[0]?.ts;
  expect(await call("chat.update", { channel: ids.backend, ts: theirs, text: "x" })).toMatchObject({
    error: "cant_update_message",
  });
  expect(await call("chat.delete", { channel: ids.backend, ts })).toMatchObject({ ok: true });
  expect(await call("chat.delete", { channel: ids.backend, ts })).toMatchObject({ error: "message_not_found" });
});

test("what cannot be posted says why", async () => {
  await using slack = await startSlack();
  const post = async (args: Record<string, unknown>) =>
    (await callApi(slack.apiUrl, "chat.postMessage", args)).body["error"];
  expect(await post({ channel: "C0NOWHERE00", text: "x" })).toBe("channel_not_found");
  expect(await post({ channel: ids.incidents, text: "x" })).toBe("not_in_channel");
  expect(await post({ channel: ids.backend })).toBe("no_text");
  expect(await post({ channel: ids.backend, text: "x".repeat(40_001) })).toBe("msg_too_long");
  expect(await post({ channel: ids.backend, text: "x", blocks: "no" })).toBe("invalid_blocks_format");
  expect(await post({ text: "x" })).toBe("invalid_arguments");
});

test("people come with their zone, their kind of account and, when asked for, their locale", async () => {
  await using slack = await startSlack({ now: () => Date.UTC(2026, 10, 21) });
  const info = async (user: string) =>
    (await callApi(slack.apiUrl, "users.info", { user, include_locale: true })).body["user"];
  expect(await info(ids.anjali)).toMatchObject({ tz: "Asia/Kathmandu", tz_offset: 20_700, locale: "en-GB" });
  expect(await info("U0PRIYA0007")).toMatchObject({ is_stranger: true, tz_offset: 39_600, team_id: "T0NORTHBANK" });
  expect(await info("U0LENA00006")).toMatchObject({ is_restricted: true, is_admin: false });
  await slack.changePerson(ids.tom, { deleted: true });
  expect(await info(ids.tom)).not.toHaveProperty("tz");
  const list = await callApi(slack.apiUrl, "users.list", { limit: 5 });
  const cursor = JSON.stringify(list.body["response_metadata"]);
  expect(cursor).toMatch(/"next_cursor":".+"/);
});

test("a file arrives in three steps and is shown where it was posted", async () => {
  await using slack = await startSlack();
  const asked = await callApi(slack.apiUrl, "files.getUploadURLExternal", { filename: "wins.csv", length: 9 });
  const { upload_url, file_id } = asked.body;
  const early = await callApi(slack.apiUrl, "files.completeUploadExternal", { files: [{ id: file_id }] });
  expect(early.body["error"]).toBe("file_not_found");
  await fetch(String(upload_url), { method: "POST", body: "date,win\n" });
  await callApi(slack.apiUrl, "files.completeUploadExternal", {
    files: [{ id: file_id, title: "Wins" }],
    channel_id: ids.mayaDm,
    initial_comment: "Here",
  });
  const dm = slack.state(ids.maya).conversations.find(({ id }) => id === ids.mayaDm);
  expect(dm?.messages.at(-1)).toMatchObject({ text: "Here", files: [{ title: "Wins", content: "date,win\n" }] });
});

test("the smaller methods answer as Slack does", async () => {
  await using slack = await startSlack({
    scopes: ["users:read", "team:read", "dnd:read", "users.profile:read", "channels:read", "canvases:write"],
  });
  const call = async (method: string, args: Record<string, unknown> = {}) =>
    (await callApi(slack.apiUrl, method, args)).body;
  expect(await call("team.info")).toMatchObject({ team: { name: "Brightwater", domain: "brightwater" } });
  expect(await call("bots.info", { bot: "B0PROGRESS1" })).toMatchObject({ bot: { user_id: ids.bot } });
  expect(await call("users.profile.get", { user: ids.tom })).toMatchObject({
    profile: { title: "Engineering manager" },
  });
  expect(await call("dnd.info", { user: ids.tom })).toMatchObject({ dnd_enabled: false });
  expect(await call("conversations.members", { channel: ids.backend, limit: 2 })).toMatchObject({
    members: [ids.maya, ids.tom],
  });
  const ts = slack.state(ids.maya).conversations[0]?.messages[0]?.ts ?? "";
  expect(await call("chat.getPermalink", { channel: ids.backend, message_ts: ts })).toMatchObject({
    permalink: `https://brightwater.slack.com/archives/${ids.backend}/p${ts.replace(".", "")}`,
  });
  const document_content = { type: "markdown", markdown: "# Packet" };
  expect(await call("canvases.create", { title: "Packet", document_content })).toMatchObject({ ok: true });
  expect(slack.received.canvases()).toEqual([{ title: "Packet", markdown: "# Packet" }]);
});

test("history is read in pages, newest first", async () => {
  await using slack = await startSlack();
  const texts = slack
    .state(ids.maya)
    .conversations[0]?.messages.map(({ text }) => text)
    .reverse();
  const first = await callApi(slack.apiUrl, "conversations.history", { channel: ids.backend, limit: 2 });
  const cursor = payloadAt(first.body, "response_metadata")["next_cursor"];
  const second = await callApi(slack.apiUrl, "conversations.history", { channel: ids.backend, limit: 50, cursor });
  const read = [first, second].flatMap(({ body }) => listAt(body, "messages").filter(isPayload));
  expect(read.map((message) => message["text"])).toEqual(texts);
  expect([first.body["has_more"], second.body["has_more"]]).toEqual([true, false]);
  const strange = await callApi(slack.apiUrl, "conversations.history", { channel: ids.backend, cursor: "x" });
  expect(strange.body["error"]).toBe("invalid_cursor");
});
