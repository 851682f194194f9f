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
