import { request } from "node:http";
import { expect, test } from "vitest";
import { ids, startSlack } from "./bot.ts";
import { callApi } from "./web-api.ts";

/** `fetch` sets Host itself; this sends what it is told. */
function ask(url: string, headers: Record<string, string>, method = "GET", body = ""): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on("error", reject);
    call.end(body);
  });
}

test("only this machine's own names are answered, on every path", async () => {
  await using slack = await startSlack({ mount: (_, response) => Boolean(response.end("page")) || true });
  const { port } = new URL(slack.url);
  for (const path of ["/", "/door/state", "/api/auth.test", "/door/journal"]) {
    expect(await ask(`${slack.url}${path}`, { host: `evil.example:${port}` })).toBe(403);
    expect(await ask(`${slack.url}${path}`, { host: "127.0.0.1:1" })).toBe(403);
    expect(await ask(`${slack.url}${path}`, { origin: "https://evil.example" })).toBe(403);
    expect(await ask(`${slack.url}${path}`, { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(
      200,
    );
  }
});

test("the door takes JSON only, at most one megabyte, and only gestures it knows", async () => {
  await using slack = await startSlack();
  const post = (path: string, body: string, type = "application/json") =>
    ask(`${slack.url}/door/${path}`, { "content-type": type }, "POST", body);
  const home = JSON.stringify({ as: ids.maya });
  expect(await post("home", home, "text/plain")).toBe(415);
  expect(await post("home", `"${"x".repeat(1024 * 1024)}"`)).toBe(413);
  expect(await post("home", "[]")).toBe(400);
  expect(await post("dance", home)).toBe(400);
  expect(await post("read", home)).toBe(400);
  expect(await post("reset", home)).toBe(200);
});

test("a direct message and an ephemeral one are seen by their person only", async () => {
  await using slack = await startSlack();
  await callApi(slack.apiUrl, "chat.postMessage", { channel: ids.maya, text: "private-to-maya" });
  await callApi(slack.apiUrl, "chat.postEphemeral", { channel: ids.backend, user: ids.maya, text: "only-maya" });
  await callApi(slack.apiUrl, "views.publish", {
    user_id: ids.maya,
    view: { type: "home", blocks: [{ type: "section", text: { type: "plain_text", text: "home-of-maya" } }] },
  });
  const mine = JSON.stringify(slack.state(ids.maya));
  for (const words of ["private-to-maya", "only-maya", "home-of-maya"]) {
    expect(mine).toContain(words);
    for (const { id } of slack.state(ids.maya).people) {
      if (id !== ids.maya) expect(JSON.stringify(slack.state(id))).not.toContain(words);
    }
  }
  expect(
    JSON.stringify((await callApi(slack.apiUrl, "conversations.history", { channel: ids.backend })).body),
  ).not.toContain("only-maya");
  const outsider = slack.state(ids.anjali).conversations.map(({ id }) => id);
  expect(outsider).not.toContain(ids.backend);
  expect(outsider).not.toContain(ids.mayaDm);
  slack.reset();
  expect(JSON.stringify(slack.state(ids.maya))).not.toContain("only-maya");
});

test("nobody acts in a conversation, on a message or in a modal that is not theirs", async () => {
  await using slack = await startSlack();
  await callApi(slack.apiUrl, "chat.postEphemeral", { channel: ids.backend, user: ids.maya, text: "only-maya" });
  const ts = slack.state(ids.maya).conversations[0]?.messages.at(-1)?.ts ?? "";
  const places = [
    { kind: "message", as: ids.tom, channel: ids.mayaDm, text: "hello" },
    { kind: "command", as: ids.anjali, channel: ids.backend, text: "/progression" },
    { kind: "shortcut", as: ids.tom, callbackId: "save", message: { channel: ids.backend, ts } },
    { kind: "react", as: ids.tom, channel: ids.backend, ts, emoji: "eyes", remove: false },
  ] as const;
  for (const gesture of places) expect((await slack.gesture(gesture)).ok).toBe(false);
  expect(slack.received.deliveries()).toHaveLength(0);
});

test("the stream says that something changed, and the state over HTTP is one person's", async () => {
  await using slack = await startSlack();
  const stream = await fetch(`${slack.url}/door/stream?as=${ids.tom}`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('{"type":"changed"}');
  await callApi(slack.apiUrl, "chat.postMessage", { channel: ids.backend, text: "news" });
  expect((await reader?.read())?.value).toContain('{"type":"changed"}');
  await reader?.cancel();
  const state = await fetch(`${slack.url}/door/state?as=${ids.tom}`);
  expect(await state.json()).toMatchObject({ me: { id: ids.tom }, bot: { name: "progression" } });
  expect((await fetch(`${slack.url}/door/state?as=U0NOBODY`)).status).toBe(404);
});
