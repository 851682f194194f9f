import { createServer } from "node:http";
import { expect, test } from "vitest";
import { ids, startBot, startSlack } from "./bot.ts";
import { manualTimers } from "./manual-timers.ts";
import { callApi } from "./web-api.ts";

for (const transport of ["http", "socket"] as const) {
  test(`the bot hears a direct message, a mention, a reaction and the Home tab, and nothing else (${transport})`, async () => {
    const heard: string[] = [];
    await using bot = await startBot(transport, (app) => {
      app.message(async ({ message }) => void heard.push(`${message.type} ${message.channel}`));
      app.event("app_mention", async ({ event }) => void heard.push(event.text));
      app.event("reaction_added", async ({ event }) => void heard.push(`${event.reaction} ${event.item_user}`));
      app.event("app_home_opened", async ({ event }) => void heard.push(`opened ${event.tab}`));
      app.event("user_change", async ({ event }) => void heard.push(`changed ${event.user.id}`));
    });
    const { slack } = bot;
    const say = (channel: string, text: string) => slack.gesture({ kind: "message", as: ids.maya, channel, text });
    await say(ids.mayaDm, "hello");
    await say(ids.backend, "nothing for the bot");
    await say(ids.backend, "@progression why <this>");
    await say(ids.incidents, "@progression is not here");
    const first = slack.state(ids.maya).conversations[0]?.messages[0];
    await slack.gesture({
      kind: "react",
      as: ids.maya,
      channel: ids.backend,
      ts: first?.ts ?? "",
      emoji: "trophy",
      remove: false,
    });
    await slack.gesture({ kind: "home", as: ids.maya });
    await slack.gesture({ kind: "read", as: ids.maya, channel: ids.mayaDm });
    await slack.gesture({ kind: "read", as: ids.maya, channel: ids.mayaDm });
    await slack.changePerson(ids.tom, { tz: "Asia/Tokyo" });
    await slack.idle();
    expect(heard).toEqual([
      `message ${ids.mayaDm}`,
      `<@${ids.bot}> why &lt;this&gt;`,
      `trophy ${first?.user}`,
      "opened home",
      "opened messages",
      `changed ${ids.tom}`,
    ]);
    expect(slack.state(ids.maya).notices.map(({ text }) => text)).toEqual([
      "You mentioned @progression, but they are not in this channel.",
    ]);
  });

  test(`a duplicated event has the same event_id (${transport})`, async () => {
    const heard: unknown[] = [];
    await using bot = await startBot(transport, (app) => {
      app.event("app_home_opened", async ({ body }) => void heard.push(body.event_id));
    });
    bot.slack.setFaults({ duplicateEvents: true, remaining: 1 });
    await bot.slack.gesture({ kind: "home", as: ids.maya });
    await bot.slack.gesture({ kind: "home", as: ids.maya });
    expect(heard).toHaveLength(3);
    expect(new Set(heard).size).toBe(2);
  });

  test(`a bot that does not acknowledge a command is reported to the person (${transport})`, async () => {
    const timers = manualTimers();
    await using bot = await startBot(transport, (app) => app.command("/progression", async () => timers.pass(3000)), {
      timers,
    });
    const outcome = await bot.slack.gesture({
      kind: "command",
      as: ids.maya,
      channel: ids.backend,
      text: "/progression",
    });
    expect(outcome).toEqual({ ok: false, error: "/progression failed because the app did not respond." });
    expect(bot.slack.state(ids.maya).notices.at(-1)?.text).toBe("/progression failed because the app did not respond.");
    expect(bot.slack.state(ids.tom).notices).toEqual([]);
  });
}

/** A bot that answers each delivery with the next of these statuses, and notes the retry headers. */
async function stubbornBot(statuses: readonly number[], headers: Record<string, string> = {}) {
  const seen: unknown[] = [];
  const server = createServer((request, response) => {
    const retry = request.headers["x-slack-retry-num"];
    seen.push(retry === undefined ? "first" : `${retry} ${request.headers["x-slack-retry-reason"]}`);
    response.writeHead(statuses[seen.length - 1] ?? 200, headers).end();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(Object(server.address())["port"]));
  });
  return {
    seen,
    botUrl: `http://127.0.0.1:${port}/slack/events`,
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}

test("an event that fails is tried again at once, after one minute and after five, and then no more", async () => {
  const timers = manualTimers();
  await using bot = await stubbornBot([500, 500, 500, 500]);
  await using slack = await startSlack({ botUrl: bot.botUrl, timers });
  await slack.gesture({ kind: "home", as: ids.maya });
  expect(bot.seen).toEqual(["first", "1 http_error"]);
  expect(timers.waits()).toContain(60_000);
  await slack.retryNow();
  expect(timers.waits()).toContain(300_000);
  await slack.retryNow();
  await slack.retryNow();
  expect(bot.seen).toEqual(["first", "1 http_error", "2 http_error", "3 http_error"]);
});

test("a bot that says x-slack-no-retry gets no retry, and nobody at home is connection_failed", async () => {
  await using bot = await stubbornBot([500], { "x-slack-no-retry": "1" });
  await using slack = await startSlack({ botUrl: bot.botUrl });
  await slack.gesture({ kind: "home", as: ids.maya });
  expect(bot.seen).toEqual(["first"]);
  await using alone = await startSlack({ transport: "socket" });
  const outcome = await alone.gesture({ kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" });
  expect(outcome).toEqual({ ok: false, error: '/progression failed with the error "dispatch_failed"' });
});

test("Slack's check of the address is answered by the bot", async () => {
  await using bot = await startBot("http", () => undefined);
  expect(await bot.slack.verifyUrl()).toBe(true);
  await using deaf = await stubbornBot([]);
  await using slack = await startSlack({ botUrl: deaf.botUrl });
  expect(await slack.verifyUrl()).toBe(false);
});

test("a bot that was removed is told so, and its token is revoked", async () => {
  const heard: string[] = [];
  await using bot = await startBot("http", (app) => {
    app.event("tokens_revoked", async () => void heard.push("revoked"));
    app.event("app_uninstalled", async () => void heard.push("uninstalled"));
  });
  await bot.slack.uninstall();
  expect(heard).toEqual(["revoked", "uninstalled"]);
  expect((await callApi(bot.slack.apiUrl, "auth.test", {})).body["error"]).toBe("token_revoked");
});
