import { expect, test } from "vitest";
import { ids, startBot } from "./bot.ts";

for (const transport of ["http", "socket"] as const) {
  test(`a command is answered in its acknowledgement, for its sender only (${transport})`, async () => {
    await using bot = await startBot(transport, (app) => {
      app.command("/progression", async ({ ack, command }) => {
        await ack({ text: `read ${command.text}` });
      });
    });
    const { slack } = bot;
    const outcome = await slack.gesture({
      kind: "command",
      as: ids.maya,
      channel: ids.backend,
      text: "/progression backend <3 & @tom #wins",
    });
    expect(outcome).toEqual({ ok: true });
    const mine = slack
      .state(ids.maya)
      .conversations.find(({ id }) => id === ids.backend)
      ?.messages.at(-1);
    expect(mine).toMatchObject({
      user: ids.bot,
      ephemeral: true,
      text: `read backend &lt;3 &amp; <@${ids.tom}|tom> <#${ids.wins}|wins>`,
    });
    const toms = slack
      .state(ids.tom)
      .conversations.find(({ id }) => id === ids.backend)
      ?.messages.at(-1);
    expect(toms?.ephemeral).toBe(false);
    expect(slack.received.deliveries("slash_commands")).toHaveLength(1);
  });
}

test("the door takes a command, shows its answer in the state, and keeps the signed request in the journal", async () => {
  await using bot = await startBot("http", (app) => {
    app.command("/progression", async ({ ack }) => ack("3"));
  });
  const { url } = bot.slack;
  const response = await fetch(`${url}/door/command`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" }),
  });
  expect(await response.json()).toEqual({ ok: true });
  const state = await (await fetch(`${url}/door/state?as=${ids.maya}`)).json();
  expect(state).toMatchObject({ transport: "http", commands: [{ command: "/progression" }] });
  expect(JSON.stringify(state)).toContain('"text":"3"');
  const journal = await (await fetch(`${url}/door/journal?after=1`)).json();
  expect(journal).toEqual([
    expect.objectContaining({
      what: "POST /slack/events · slash_commands",
      direction: "to-bot",
      signed: true,
      response: expect.objectContaining({ status: 200, body: "3" }),
    }),
  ]);
});

test("a request that is signed with another secret is refused by the bot, and the person is told", async () => {
  await using bot = await startBot("http", () => undefined, { signingSecret: "another" });
  const command = { kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" } as const;
  expect(await bot.slack.gesture(command)).toEqual({
    ok: false,
    error: '/progression failed with the error "http_client_error"',
  });
  expect(await bot.slack.gesture({ ...command, text: "/other" })).toEqual({
    ok: false,
    error: "/other is not a valid command.",
  });
});

test("an answer for all is seen by all, and one that Slack would refuse is shown to nobody", async () => {
  const answers = [
    { response_type: "in_channel", text: "for all" },
    { text: "broken", blocks: [{ type: "section" }] },
  ];
  await using bot = await startBot("http", (app) => {
    app.command("/progression", async ({ ack, respond }) => {
      const next = answers.shift();
      await ack(JSON.parse(JSON.stringify(next)));
      if (next?.text === "for all") await respond({ text: "later", replace_original: true });
    });
  });
  const { slack } = bot;
  const command = { kind: "command", as: ids.maya, channel: ids.backend, text: "/progression" } as const;
  const answered = slack.received.until(({ what }) => what === "response_url");
  await slack.gesture(command);
  await answered;
  const toms = slack.state(ids.tom).conversations[0]?.messages.map(({ text }) => text);
  expect(toms?.at(-1)).toBe("for all");
  expect(slack.state(ids.maya).conversations[0]?.messages.at(-1)?.text).toBe("later");
  expect((await slack.gesture(command)).ok).toBe(false);
  expect(slack.received.deliveries("slash_commands").at(-1)?.breaches).toMatchObject([{ pointer: "/blocks/0" }]);
  expect(JSON.stringify(slack.state(ids.maya).conversations)).not.toContain("broken");
});
