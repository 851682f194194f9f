import { expect, test } from "vitest";
import type { LocalSlack } from "../../local-slack/local-slack.ts";
import type { Json } from "../../local-slack/protocol.ts";
import { ids, startBot } from "./bot.ts";
import { callApi, form, modal } from "./web-api.ts";

const pick = { type: "static_select", selected_option: { text: { type: "plain_text", text: "Four" }, value: "4" } };
const homeView = {
  type: "home",
  blocks: [
    {
      type: "section",
      block_id: "level",
      text: { type: "mrkdwn", text: "Level" },
      accessory: {
        type: "static_select",
        action_id: "choose",
        options: ["3", "4"].map((value) => ({ text: { type: "plain_text", text: value }, value })),
      },
    },
  ],
};

const request = (slack: LocalSlack, about: string): Json => slack.received.deliveries(about).at(-1)?.request ?? null;

test("a choice on the Home tab brings the view with its state, and no response_url", async () => {
  await using bot = await startBot("http", (app) => app.action("choose", async ({ ack }) => ack()));
  const { slack } = bot;
  await callApi(slack.apiUrl, "views.publish", { user_id: ids.maya, view: homeView });
  const action = {
    kind: "action",
    as: ids.maya,
    container: { kind: "home" },
    actionId: "choose",
    element: pick,
  } as const;
  const state = { level: { choose: pick } };
  expect(await slack.gesture({ ...action, blockId: "level", state })).toEqual({ ok: true });
  expect(await slack.gesture({ ...action, blockId: "elsewhere", state })).toMatchObject({ ok: false });
  expect(await slack.gesture({ ...action, as: ids.tom, blockId: "level", state })).toMatchObject({ ok: false });
  const sent = request(slack, "block_actions");
  expect(sent).toMatchObject({
    container: { type: "view" },
    view: { type: "home", state: { values: state } },
    actions: [{ block_id: "level", action_id: "choose", selected_option: { value: "4" } }],
    user: { id: ids.maya },
  });
  expect(sent).not.toHaveProperty("response_url");
});

test("a message shortcut brings the message, and an answer only its person sees", async () => {
  await using bot = await startBot("http", (app) => {
    app.shortcut("save", async ({ ack, respond }) => {
      await ack();
      await respond("saved");
    });
  });
  const { slack } = bot;
  const message = slack.state(ids.maya).conversations[0]?.messages[0];
  const answered = slack.received.until(({ what }) => what === "response_url");
  const place = { channel: ids.backend, ts: message?.ts ?? "" };
  await slack.gesture({ kind: "shortcut", as: ids.maya, callbackId: "save", message: place });
  await answered;
  expect(request(slack, "message_action")).toMatchObject({
    callback_id: "save",
    message: { ts: message?.ts, user: message?.user, text: message?.text },
    channel: { id: ids.backend, name: "backend" },
  });
  expect(slack.state(ids.maya).conversations[0]?.messages.at(-1)).toMatchObject({ text: "saved", ephemeral: true });
  expect(JSON.stringify(slack.state(ids.tom))).not.toContain('"saved"');
});

test("closing a modal shows the one beneath, and is reported when the view asks for it", async () => {
  await using bot = await startBot("http", (app) => {
    app.shortcut("look-up", async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: JSON.parse(JSON.stringify(form("Below"))) });
      await ack();
    });
    app.view({ callback_id: "form", type: "view_submission" }, async ({ ack }) => {
      const above = modal("Above", { notify_on_close: true, callback_id: "above" });
      await ack({ response_action: "push", view: JSON.parse(JSON.stringify(above)) });
    });
    app.view({ callback_id: "above", type: "view_closed" }, async ({ ack }) => ack());
  });
  const { slack } = bot;
  const top = () => slack.state(ids.maya).modals.at(-1);
  await slack.gesture({ kind: "shortcut", as: ids.maya, callbackId: "look-up", message: null });
  await slack.gesture({ kind: "submit", as: ids.maya, view: top()?.id ?? "", state: {} });
  expect(top()?.title).toBe("Above");
  expect((await slack.gesture({ kind: "close", as: ids.tom, view: top()?.id ?? "" })).ok).toBe(false);
  await slack.gesture({ kind: "close", as: ids.maya, view: top()?.id ?? "" });
  expect(top()?.title).toBe("Below");
  expect(request(slack, "view_closed")).toMatchObject({ view: { callback_id: "above" }, is_cleared: false });
  await slack.gesture({ kind: "close", as: ids.maya, view: top()?.id ?? "" });
  expect(slack.state(ids.maya).modals).toEqual([]);
  expect(slack.received.deliveries("view_closed")).toHaveLength(1);
});

test("external_id finds a view, and two views cannot share one", async () => {
  await using bot = await startBot("http", () => undefined);
  const call = async (method: string, args: Record<string, unknown>) =>
    (await callApi(bot.slack.apiUrl, method, args)).body["error"];
  const view = { ...homeView, external_id: "home-maya" };
  expect(await call("views.publish", { user_id: ids.maya, view })).toBeUndefined();
  expect(await call("views.publish", { user_id: ids.maya, view })).toBeUndefined();
  expect(await call("views.publish", { user_id: ids.tom, view })).toBe("duplicate_external_id");
  expect(await call("views.update", { external_id: "home-maya", view })).toBeUndefined();
  expect(await call("views.update", { external_id: "nobody's", view })).toBe("not_found");
});

test("a status, a silence and a move are set at the door, shown, asked for over the API, and told to the bot", async () => {
  const heard: unknown[] = [];
  const now = Date.parse("2026-11-20T10:00:00Z");
  let ahead = 0;
  const scopes = ["users:read", "dnd:read"];
  await using bot = await startBot(
    "http",
    (app) => app.event("user_change", async ({ event }) => void heard.push(event)),
    {
      scopes,
      now: () => now + ahead,
    },
  );
  const { slack } = bot;
  const change = async (body: Readonly<Record<string, unknown>>) =>
    await (
      await fetch(`${slack.url}/door/profile`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ as: ids.maya, ...body }),
      })
    ).json();
  const ask = async (method: string) => (await callApi(slack.apiUrl, method, { user: ids.maya })).body;
  const status = { emoji: ":palm_tree:", text: "On holiday", until: now + 60_000 };

  expect(await change({ status })).toEqual({ ok: true });
  expect(await change({ quietUntil: now + 120_000 })).toEqual({ ok: true });
  expect(await change({ tz: "Asia/Tokyo" })).toEqual({ ok: true });
  expect(slack.state(ids.maya).me).toMatchObject({ status, quietUntil: now + 120_000, tz: "Asia/Tokyo" });
  expect(await ask("users.info")).toMatchObject({
    user: { tz: "Asia/Tokyo", profile: { status_emoji: ":palm_tree:", status_expiration: (now + 60_000) / 1000 } },
  });
  expect(await ask("dnd.info")).toMatchObject({ dnd_enabled: true, next_dnd_end_ts: (now + 120_000) / 1000 });
  expect(heard).toMatchObject([{ user: { profile: { status_text: "On holiday" } } }, { user: { tz: "Asia/Tokyo" } }]);

  ahead = 180_000;
  expect(await ask("users.info")).toMatchObject({ user: { profile: { status_emoji: "", status_text: "" } } });
  expect(await ask("dnd.info")).toMatchObject({ dnd_enabled: false });
  await change({ status: null, tz: "Mars/Base" });
  expect(slack.state(ids.maya).me).toMatchObject({ status: null, tz: "Asia/Tokyo" });
});
