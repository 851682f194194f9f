import type { App } from "@slack/bolt";
import { expect, test } from "vitest";
import type { LocalSlack } from "../../local-slack/local-slack.ts";
import { ids, startBot } from "./bot.ts";

const button = (action_id: string) => ({
  type: "actions",
  block_id: "row",
  elements: [{ type: "button", action_id, text: { type: "plain_text", text: action_id } }],
});

function listen(app: App): void {
  app.command("/progression", async ({ ack }) => ack({ text: "preview", blocks: [button("share")] }));
  app.action("share", async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: "in_channel", text: "card", blocks: [button("withdraw")] });
    await respond({ delete_original: true });
  });
  app.action("withdraw", async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
}

const texts = (slack: LocalSlack, as: string) =>
  slack
    .state(as)
    .conversations.find(({ id }) => id === ids.incidents)
    ?.messages.slice(3)
    .map(({ text }) => text);

/** Presses the button of the last message that Maya sees, and waits for so many answers. */
async function press(slack: LocalSlack, actionId: string, answers: number): Promise<void> {
  const before = slack.received.calls("response_url").length;
  const answered = slack.received.until(() => slack.received.calls("response_url").length === before + answers);
  const ts =
    slack
      .state(ids.maya)
      .conversations.find(({ id }) => id === ids.incidents)
      ?.messages.at(-1)?.ts ?? "";
  const container = { kind: "message", channel: ids.incidents, ts } as const;
  const element = { type: "button" };
  await slack.gesture({ kind: "action", as: ids.maya, container, blockId: "row", actionId, element, state: {} });
  await answered;
  await slack.idle();
}

test("a preview becomes a card for all where the bot is no member, and can be withdrawn", async () => {
  await using bot = await startBot("http", listen);
  const { slack } = bot;
  await slack.gesture({ kind: "command", as: ids.maya, channel: ids.incidents, text: "/progression" });
  expect(texts(slack, ids.maya)).toEqual(["preview"]);
  expect(texts(slack, ids.tom)).toEqual([]);
  await press(slack, "share", 2);
  expect(texts(slack, ids.maya)).toEqual(["card"]);
  expect(texts(slack, ids.tom)).toEqual(["card"]);
  await press(slack, "withdraw", 1);
  expect(texts(slack, ids.tom)).toEqual([]);
});
