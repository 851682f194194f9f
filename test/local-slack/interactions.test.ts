import type { App } from "@slack/bolt";
import { expect, test } from "vitest";
import type { Gesture, Message } from "../../local-slack/protocol.ts";
import { type Bot, ids, startBot } from "./bot.ts";
import { callApi, form, modal, section } from "./web-api.ts";

const buttons = {
  type: "actions",
  block_id: "row",
  elements: [
    { type: "button", action_id: "replace", value: "v1", text: { type: "plain_text", text: "Replace" } },
    { type: "button", action_id: "open", text: { type: "plain_text", text: "Open" } },
    {
      type: "external_select",
      action_id: "pick",
      placeholder: { type: "plain_text", text: "Choose" },
      min_query_length: 1,
    },
  ],
};

function listen(app: App): void {
  app.command("/progression", async ({ ack }) => ack({ text: "menu", blocks: [buttons] }));
  app.action("replace", async ({ ack, respond, action }) => {
    await ack();
    await respond({ replace_original: true, text: `was ${"value" in action ? action.value : ""}` });
  });
  app.action("open", async ({ ack }) => ack());
  app.options("pick", async ({ ack, options }) => {
    await ack({ options: [{ text: { type: "plain_text", text: `found ${options.value}` }, value: "one" }] });
  });
  app.shortcut("look-up", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: JSON.parse(JSON.stringify(form("Level 3"))) });
  });
  app.view("form", async ({ ack, view }) => {
    const text = view.state.values["why"]?.["text"]?.value ?? "";
    if (text === "") return ack({ response_action: "errors", errors: { why: "Say why." } });
    if (text === "more") return ack({ response_action: "push", view: JSON.parse(JSON.stringify(form("More"))) });
    if (text === "change") return ack({ response_action: "update", view: JSON.parse(JSON.stringify(form("Changed"))) });
    if (text === "wrong") return ack({ response_action: "errors", errors: { nowhere: "No such block." } });
    if (text === "empty")
      return ack({
        response_action: "push",
        view: { type: "modal", title: { type: "plain_text", text: "" }, blocks: [] },
      });
    if (text === "all") return ack({ response_action: "clear" });
    return ack();
  });
}

async function askMenu({ slack }: Bot): Promise<Message> {
  await slack.gesture({ kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" });
  const shown = slack.state(ids.maya).conversations[0]?.messages.at(-1);
  if (shown === undefined) throw new Error("There is no message.");
  return shown;
}

function press(ts: string, actionId: string): Gesture {
  const container = { kind: "message", channel: ids.backend, ts } as const;
  return { kind: "action", as: ids.maya, container, blockId: "row", actionId, element: { type: "button" }, state: {} };
}

const titles = ({ slack }: Bot) => slack.state(ids.maya).modals.map(({ title }) => title);

for (const transport of ["http", "socket"] as const) {
  test(`a button's response_url replaces the message it was on (${transport})`, async () => {
    await using bot = await startBot(transport, listen);
    const { ts } = await askMenu(bot);
    const answered = bot.slack.received.until(({ what }) => what === "response_url");
    expect(await bot.slack.gesture(press(ts, "replace"))).toEqual({ ok: true });
    await answered;
    expect(bot.slack.state(ids.maya).conversations[0]?.messages.at(-1)).toMatchObject({
      ts,
      text: "was v1",
      ephemeral: true,
    });
    expect(await bot.slack.gesture(press(ts, "replace"))).toEqual({ ok: false, error: "This is no longer there." });
  });

  test(`an external select is filled by what the bot finds (${transport})`, async () => {
    await using bot = await startBot(transport, listen);
    const { ts } = await askMenu(bot);
    const container = { kind: "message", channel: ids.backend, ts } as const;
    const outcome = await bot.slack.gesture({
      kind: "suggest",
      as: ids.maya,
      container,
      blockId: "row",
      actionId: "pick",
      value: "mast",
    });
    expect(outcome).toMatchObject({ ok: true, options: [{ text: { text: "found mast" } }] });
  });

  test(`a submission keeps, changes, stacks or closes the modal as the bot answers (${transport})`, async () => {
    await using bot = await startBot(transport, listen);
    const { slack } = bot;
    const opened = slack.received.until(({ what }) => what === "views.open");
    await slack.gesture({ kind: "shortcut", as: ids.maya, callbackId: "look-up", message: null });
    await opened;
    const submit = (value: string) => {
      const view = slack.state(ids.maya).modals.at(-1)?.id ?? "";
      return slack.gesture({
        kind: "submit",
        as: ids.maya,
        view,
        state: { why: { text: { type: "plain_text_input", value } } },
      });
    };
    await submit("");
    expect(slack.state(ids.maya).modals[0]?.errors).toEqual({ why: "Say why." });
    await submit("change");
    expect(titles(bot)).toEqual(["Changed"]);
    expect(slack.state(ids.maya).modals[0]?.errors).toEqual({});
    expect((await submit("wrong")).ok).toBe(false);
    expect((await submit("empty")).ok).toBe(false);
    expect(
      slack.received
        .deliveries("view_submission")
        .at(-1)
        ?.breaches.map(({ pointer }) => pointer),
    ).toContain("/title/text");
    await submit("more");
    await submit("more");
    expect(titles(bot)).toEqual(["Changed", "More", "More"]);
    expect(await submit("more")).toEqual({ ok: false, error: "We had some trouble connecting. Try again?" });
    await submit("fine");
    expect(titles(bot)).toEqual(["Changed", "More"]);
    expect(slack.state(ids.tom).modals).toEqual([]);
    await submit("all");
    expect(titles(bot)).toEqual([]);
  });
}

test("a trigger opens one view, within three seconds", async () => {
  let clock = Date.now();
  await using bot = await startBot("http", listen, { now: () => clock });
  const { slack } = bot;
  const mint = async (): Promise<unknown> => {
    const { ts } = await askMenu(bot);
    await slack.gesture(press(ts, "open"));
    return Object(slack.received.deliveries("block_actions").at(-1)?.request)["trigger_id"];
  };
  const open = async (trigger_id: unknown, view = modal("Level 3")) =>
    (await callApi(slack.apiUrl, "views.open", { trigger_id, view })).body["error"];
  const trigger = await mint();
  expect(await open("made.up")).toBe("invalid_trigger_id");
  expect(await open(trigger, { ...modal("x".repeat(25)) })).toBe("invalid_arguments");
  expect(await open(trigger)).toBeUndefined();
  expect(await open(trigger)).toBe("exchanged_trigger_id");
  const late = await mint();
  clock += 3001;
  expect(await open(late)).toBe("expired_trigger_id");
  expect(
    (await callApi(slack.apiUrl, "views.push", { trigger_id: await mint(), view: modal("x") })).body["error"],
  ).toBe("invalid_trigger_id");
});

test("a view with an old hash is not overwritten", async () => {
  await using bot = await startBot("http", listen);
  const publish = async (hash?: unknown) => {
    const view = { type: "home", blocks: [section] };
    return (await callApi(bot.slack.apiUrl, "views.publish", { user_id: ids.maya, view, hash })).body;
  };
  const first = await publish();
  const hash = Object(first["view"])["hash"];
  expect(await publish(hash)).toMatchObject({ ok: true });
  expect(await publish(hash)).toMatchObject({ ok: false, error: "hash_conflict" });
});

test("a response_url works five times within thirty minutes", async () => {
  let clock = Date.now();
  await using bot = await startBot("http", listen, { now: () => clock });
  const { slack } = bot;
  const mint = async (): Promise<string> => {
    await askMenu(bot);
    return String(Object(slack.received.deliveries("slash_commands").at(-1)?.request)["response_url"]);
  };
  const use = async (url: string, payload: unknown) => {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(payload) });
    return { status: response.status, text: await response.text() };
  };
  const url = await mint();
  expect((await use(url, { text: "to all", response_type: "in_channel" })).status).toBe(200);
  expect(slack.state(ids.tom).conversations[0]?.messages.at(-1)?.text).toBe("to all");
  expect((await use(url, { text: "x", blocks: [{ type: "section" }] })).text).toContain("invalid_blocks");
  for (let time = 3; time <= 5; time += 1) expect((await use(url, { text: "again" })).status).toBe(200);
  expect(await use(url, { text: "again" })).toEqual({ status: 404, text: '{"ok":false,"error":"used_url"}' });
  const late = await mint();
  clock += 30 * 60_000 + 1;
  expect(await use(late, { text: "late" })).toEqual({ status: 404, text: '{"ok":false,"error":"expired_url"}' });
});
