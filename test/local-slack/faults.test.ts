import { expect, test } from "vitest";
import { ids, startBot, startSlack } from "./bot.ts";
import { callApi } from "./web-api.ts";

const message = { channel: ids.backend, text: "once" };

test("a rate limit names its wait, lasts as many calls as it was given, and spares other methods", async () => {
  await using slack = await startSlack();
  slack.setFaults({ rateLimit: 7, methods: ["chat.postMessage"], remaining: 1 });
  expect((await callApi(slack.apiUrl, "auth.test", {})).body["ok"]).toBe(true);
  const limited = await callApi(slack.apiUrl, "chat.postMessage", message);
  expect(limited).toMatchObject({ status: 429, body: { ok: false, error: "ratelimited" } });
  expect(limited.headers.get("retry-after")).toBe("7");
  expect(slack.journal().at(-1)?.fault).toBe("429, Retry-After 7");
  expect((await callApi(slack.apiUrl, "chat.postMessage", message)).body["ok"]).toBe(true);
});

test("a server error does nothing, and a revoked token says so", async () => {
  await using slack = await startSlack();
  const before = slack.state(ids.maya).conversations[0]?.messages.length;
  slack.setFaults({ serverError: 503 });
  expect((await callApi(slack.apiUrl, "chat.postMessage", message)).status).toBe(503);
  slack.setFaults({ serverError: null, tokenRevoked: true });
  expect((await callApi(slack.apiUrl, "chat.postMessage", message)).body["error"]).toBe("token_revoked");
  expect(slack.state(ids.maya).conversations[0]?.messages).toHaveLength(before ?? 0);
  slack.reset();
  expect((await callApi(slack.apiUrl, "chat.postMessage", message)).body["ok"]).toBe(true);
});

test("a lost answer is work done without a reply", async () => {
  await using slack = await startSlack();
  const before = slack.state(ids.maya).conversations[0]?.messages.length ?? 0;
  slack.setFaults({ loseReply: true, remaining: 1 });
  await expect(callApi(slack.apiUrl, "chat.postMessage", message)).rejects.toThrow();
  expect(slack.state(ids.maya).conversations[0]?.messages).toHaveLength(before + 1);
});

test("a response_url loses its answer only when the fault names it", async () => {
  await using bot = await startBot("http", (app) => {
    app.command("/progression", async ({ ack, respond }) => {
      await ack();
      await respond("done").catch(() => undefined);
    });
  });
  const { slack } = bot;
  const ask = async (): Promise<string | null | undefined> => {
    const last = slack.journal().at(-1)?.id ?? 0;
    const answered = slack.received.until(({ what, id }) => what === "response_url" && id > last);
    await slack.gesture({ kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" });
    return (await answered).fault;
  };
  slack.setFaults({ loseReply: true });
  expect(await ask()).toBeNull();
  slack.setFaults({ methods: ["response_url"], remaining: 1 });
  expect(await ask()).toBe("answer lost");
  expect(slack.state(ids.maya).conversations[0]?.messages.at(-1)?.text).toBe("done");
});

test("a call that hangs does its work and leaves the caller waiting", async () => {
  await using slack = await startSlack();
  slack.setFaults({ hang: true, remaining: 1 });
  const abort = new AbortController();
  const url = new URL("auth.test", slack.apiUrl);
  const headers = { authorization: "Bearer xoxb-local-1" };
  const call = fetch(url, { method: "POST", headers, signal: abort.signal });
  const entry = await slack.received.until(({ fault }) => fault === "no answer");
  expect(entry.response).toMatchObject({ status: 0, body: { ok: true } });
  await slack.idle();
  abort.abort();
  await expect(call).rejects.toThrow();
});

test("a connection that is asked to leave comes back, and each payload goes to one connection", async () => {
  let count = 0;
  await using bot = await startBot("socket", (app) => {
    app.command("/progression", async ({ ack }) => {
      count += 1;
      await ack(`answer ${count}`);
    });
  });
  const { slack } = bot;
  const ask = () => slack.gesture({ kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" });
  expect(slack.connections()).toBe(1);
  await ask();
  const last = slack.journal().at(-1)?.id ?? 0;
  const back = slack.received.until(({ what, id }) => what === "socket · hello" && id > last);
  slack.disconnect("refresh_requested");
  await back;
  expect(await ask()).toEqual({ ok: true });
  expect(count).toBe(2);
});
