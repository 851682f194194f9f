import { expect, test } from "vitest";
import { createLocalSlack } from "../../local-slack/local-slack.ts";
import { createLog } from "../../src/log.ts";
import { createCopyPost } from "../../src/slack/copy-post.ts";
import { createDirectChannels } from "../../src/slack/direct-channels.ts";
import { createSlackMessenger } from "../../src/slack/slack-messenger.ts";
import { createBackgroundClient } from "../../src/slack/transport/web-clients.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { createSqlNudgeBook } from "../../src/store/sql-nudge-book.ts";
import { createSqlOneToOnes } from "../../src/store/sql-one-to-ones.ts";
import { newTerms } from "../store/store-kit.ts";
import { MAYA, TOM } from "../support/workspace.ts";

const quiet = createLog("error", { write: () => undefined });
const token = "xoxb-local-1";
const maya = { team: "T0BRIGHT001", user: MAYA };
const tom = { team: "T0BRIGHT001", user: TOM };
const toms = `D${TOM.slice(1)}`;
const message = { text: "the on-call rota", blocks: [] };
const instead = { text: "Maya took back what stood here.", blocks: [] };

/** A copy of Maya's for Tom that is claimed, and two processes on one database. */
async function openPost() {
  await using opening = new AsyncDisposableStack();
  const slack = opening.use(
    await createLocalSlack({
      signingSecret: "unused",
      botToken: token,
      appToken: "xapp-local-1",
      scopes: ["chat:write", "im:history"],
      commands: [],
      shortcuts: [],
      transport: "http",
    }),
  );
  let time = Date.now();
  const now = () => time;
  const database = opening.use(await openDatabase("sqlite::memory:", { now: () => new Date(now()) }));
  const book = createSqlOneToOnes(database, { now: () => new Date(now()) });
  const client = createBackgroundClient(slack.apiUrl, token, quiet, 300);
  const newProcess = () => {
    const channels = createDirectChannels(createSqlNudgeBook(database));
    const messenger = createSlackMessenger(() => client, "progression_copy");
    return { ...createCopyPost({ book, messenger, channels, log: quiet, now }), channels };
  };
  const one = await book.create(maya, newTerms({ with: TOM }), "set up");
  const copy = await book.keepCopy(maya, { oneToOne: one.id, day: "2026-11-24", to: TOM, view: message });
  await book.claimCopy(maya, copy.id);
  const owned = opening.move();

  return {
    slack,
    book,
    copy,
    here: newProcess(),
    there: newProcess(),
    client,
    forward: (milliseconds: number) => (time += milliseconds),
    got: () =>
      slack
        .state(TOM)
        .conversations.find(({ id }) => id === toms)
        ?.messages.map(({ text }) => text),
    state: async () => (await book.copy(maya, copy.id))?.state,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Slack has the message and keeps its answer to itself for a while. */
async function beginToSend({ slack, here, copy }: Awaited<ReturnType<typeof openPost>>) {
  slack.setFaults({ hang: true, methods: ["chat.postMessage"], remaining: 1 });
  const sending = here.send(maya, copy, message);
  await slack.received.until(({ what }) => what === "chat.postMessage");
  return { sending };
}

test("withdrawn while it is being sent: the way out is waited for, then it is taken back", async () => {
  await using at = await openPost();
  const { here, copy, client } = at;
  await here.channels.heard(tom, toms);
  const { sending } = await beginToSend(at);

  expect(await here.takeBack(maya, copy.id, instead, client)).toBe("withdrawn");
  await sending;
  expect(at.got()).toEqual([instead.text]);
  expect(await at.state()).toBe("withdrawn");
});

test("withdrawn from another process while it is being sent: what is not there yet is not called gone", async () => {
  await using at = await openPost();
  const { there, here, copy, client } = at;
  await there.channels.heard(tom, toms);
  await at.slack.gesture({ kind: "home", as: TOM });

  expect(await there.takeBack(maya, copy.id, instead, client)).toBe("not-yet");
  await here.send(maya, copy, message);
  expect(at.got()).toEqual([message.text]);
  expect(await there.takeBack(maya, copy.id, instead, client)).toBe("withdrawn");
  expect(at.got()).toEqual([instead.text]);
});

test("found and taken back from another process before its reply came, it stays withdrawn", async () => {
  await using at = await openPost();
  const { there, copy, client } = at;
  await there.channels.heard(tom, toms);
  const { sending } = await beginToSend(at);

  expect(await there.takeBack(maya, copy.id, instead, client)).toBe("withdrawn");
  await sending;
  expect(at.got()).toEqual([instead.text]);
  expect(await at.state()).toBe("withdrawn");
});

test("killed after the claim: it is looked for in that one conversation, from the time of the claim on", async () => {
  await using at = await openPost();
  const { slack, there, copy, client } = at;
  await slack.gesture({ kind: "home", as: TOM });
  const claimed = (await at.book.copy(maya, copy.id))?.sendingAt ?? 0;
  await there.channels.heard(tom, toms);
  at.forward(31_000);

  expect(await there.takeBack(maya, copy.id, instead, client)).toBe("never-arrived");
  expect(await at.state()).toBe("preview");
  const asked = slack.received.calls("conversations.history").map(({ request }) => request);
  // Two hours before, because Slack's clock may differ.
  expect(asked).toMatchObject([{ channel: toms, oldest: (claimed / 1000 - 7200).toFixed(6) }]);
});
