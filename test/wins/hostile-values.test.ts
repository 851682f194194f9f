import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkMessage, checkView } from "../../src/slack/block-kit/check.ts";
import { findLive } from "../../src/slack/block-kit/live.ts";
import { postSigned } from "../support/signed-request.ts";
import { BACKEND, MAYA, SIGNING_SECRET, TOM } from "../support/workspace.ts";
import { type Bench, openBench, TEAM } from "./bench.ts";

/** Whatever comes back on a button, in a menu or in a form's metadata was made up by somebody who means harm. */

let bench: Bench;
let marysWin: string;
let marysDraft: string;
const SECRET = "Maya told nobody but the bot about the zebra crossing";

beforeAll(async () => {
  bench = await openBench();
  const { evidence } = bench.workspace.bot;
  await bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text: `/win ${SECRET}` });
  await bench.gesture({ kind: "command", as: TOM, channel: BACKEND, text: "/win Tom did something of his own" });
  marysWin = (await bench.wins(MAYA))[0]?.id ?? "";
  const source = { permalink: null, messageKey: null, author: null };
  const draft = await evidence.keepDraft(
    { team: TEAM, user: MAYA },
    { text: `${SECRET} in a draft`, origin: "dm", source, reason: "unclear" },
  );
  marysDraft = draft.id;
});

afterAll(() => bench[Symbol.asyncDispose]());

const onWins = ["edit", "undo", "delete", "restore", "add", "again", "none", "share", "post", "unshare"].map(
  (name) => `win.${name}`,
);
const onPairs = ["win.file", "win.unfile", "win.framework-1", "win.withdraw"];
const onDrafts = ["win.draft", "win.split", "win.keep", "win.look", "win.retry"];
const inPicker = ["pick.framework", "pick.topic", "pick.level", "pick.criterion", "form.criteria"];

const values: Readonly<Record<string, () => unknown>> = {
  "somebody else's win": () => marysWin,
  "somebody else's win with a criterion": () => `${marysWin}.abcdefghij`,
  "somebody else's win with a framework": () => `${marysWin}.F.8D5MQpQf.1`,
  "somebody else's draft": () => marysDraft,
  "a win that never was": () => "0".repeat(26),
  "a withdrawal with another's name": () => `${marysWin}.${TOM}.AAAAAAAAAAAAAAAAAAAAAA`,
  empty: () => "",
  "ten thousand characters": () => "x".repeat(10_000),
  "a path": () => "../../etc/passwd",
  "a piece of SQL": () => `' or 1=1; drop table win; --`,
  "a mention": () => "<!channel>",
  "no text": () => 7,
  "a list": () => [marysWin],
  "an object": () => ({ toString: marysWin }),
  nothing: () => undefined,
};

let last = 0;

function payloadOf(action: string, value: unknown): Record<string, unknown> {
  last += 1;
  return {
    type: "block_actions",
    team: { id: TEAM, domain: "brightwater" },
    user: { id: TOM, name: "tom", team_id: TEAM },
    channel: { id: BACKEND, name: "backend" },
    container: { type: "message", message_ts: "1.1", channel_id: BACKEND, is_ephemeral: true },
    trigger_id: bench.workspace.slack.mintTrigger(TOM),
    response_url: `${bench.workspace.slack.url}/response/none-${last}`,
    actions: [{ type: "button", action_id: action, block_id: "b", value, action_ts: `${last}.1` }],
  };
}

function send(payload: Record<string, unknown>): Promise<Response> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return postSigned(bench.workspace.bot.port, { secret: SIGNING_SECRET, body });
}

async function expectNothingHappened(response: Response): Promise<void> {
  expect(response.status).toBe(200);
  expect(await response.text()).not.toContain("zebra");
  const [win, ...others] = await bench.wins(MAYA);
  expect({ ...win, others: others.length }).toMatchObject({ text: SECRET, deletedAt: null, filings: [], others: 0 });
  expect(await bench.workspace.bot.evidence.draft({ team: TEAM, user: MAYA }, marysDraft)).toBeDefined();
  expect((await bench.wins(TOM)).map(({ text }) => text)).toEqual(["Tom did something of his own"]);
}

function sentSince(from: number): string {
  return JSON.stringify(
    bench.workspace.slack
      .journal()
      .filter(({ id, direction }) => id > from && direction === "from-bot")
      .map(({ request }) => request),
  );
}

const lastEntry = () => bench.workspace.slack.journal().at(-1)?.id ?? 0;

describe.each([...onWins, ...onPairs, ...onDrafts, ...inPicker])("%s", (action) => {
  test.each(Object.keys(values))("with %s gets nothing and changes nothing", async (name) => {
    const from = lastEntry();

    const response = await send(payloadOf(action, values[name]?.()));
    await bench.workspace.slack.idle();

    await expectNothingHappened(response);
    expect(sentSince(from)).not.toContain("zebra");
  });
});

const metadata: Readonly<Record<string, () => string>> = {
  "somebody else's win": () => JSON.stringify({ for: "win", id: marysWin }),
  "somebody else's draft": () => JSON.stringify({ for: "draft", id: marysDraft }),
  "somebody else's win in a picker": () => `${marysWin} 0 F.8D5MQpQf.1`,
  "no JSON": () => "{",
  "a script for an address": () =>
    JSON.stringify({
      for: "new",
      origin: "shortcut",
      source: { permalink: "javascript:alert(1)", messageKey: null, author: null },
      writtenAt: 1,
    }),
  "another field": () => JSON.stringify({ for: "win", id: marysWin, owner: MAYA }),
  "a prototype": () => `{"__proto__":{"for":"win"},"for":"new"}`,
  empty: () => "",
  "three thousand characters": () => "x".repeat(3000),
};

describe.each(["win.form", "win.pick"])("the form %s", (callback) => {
  test.each(Object.keys(metadata))("with %s saves nothing and shows nothing of another's", async (name) => {
    last += 1;
    const from = lastEntry();
    const response = await send({
      type: "view_submission",
      team: { id: TEAM, domain: "brightwater" },
      user: { id: TOM, name: "tom", team_id: TEAM },
      trigger_id: `${last}.1.a`,
      view: {
        id: `V0HOSTILE${last}`,
        type: "modal",
        callback_id: callback,
        private_metadata: metadata[name]?.(),
        state: {
          values: {
            "text-1": { words: { type: "plain_text_input", value: "Overwritten by somebody else" } },
            "criterion-0-0": {
              "pick.criterion": { type: "external_select", selected_option: { value: "abcdefghij" } },
            },
          },
        },
      },
    });
    const shown = name === "somebody else's draft" && callback === "win.form" ? [] : await bench.wins(TOM);
    if (shown.length === 0) await forgetTomsLast();

    await expectNothingHappened(response);
    expect(sentSince(from)).not.toContain("zebra");
  });
});

/** Words typed into a form for a draft that is not there are the typist's own, and are kept as theirs. */
async function forgetTomsLast(): Promise<void> {
  const owner = { team: TEAM, user: TOM };
  const [newest] = await bench.wins(TOM);
  expect(newest?.text).toBe("Overwritten by somebody else");
  await bench.workspace.bot.evidence.remove(owner, newest?.id ?? "");
}

test("options for a forged place are none, and hold only what a framework says", async () => {
  const response = await send({
    type: "block_suggestion",
    team: { id: TEAM },
    user: { id: TOM, team_id: TEAM },
    action_id: "pick.criterion",
    block_id: "x",
    value: "zebra",
    view: { id: "V1", type: "modal", private_metadata: `${marysWin} 99 T.aaaaaaaa.bbbbbbbb.1` },
  });

  expect(await response.json()).toEqual({ options: [] });
});

test("a person never sees a trace of another, and nothing that was said is in a log, a metric or a message's metadata", async () => {
  const { slack, logged, bot } = bench.workspace;

  expect(bench.seen(TOM)).not.toMatch(/zebra|Maya told/);
  expect(bench.seen(MAYA)).not.toContain("something of his own");
  expect(logged()).not.toMatch(/zebra|of his own|Overwritten/);
  expect(await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text()).not.toMatch(/zebra|of his own/);
  for (const { direction, request } of slack.journal()) {
    const sent = JSON.stringify(request);
    if (direction === "from-bot") {
      expect(sent).not.toContain('"metadata"');
      expect(sent.match(/"(value|private_metadata)":"[^"]*(zebra|his own)/)).toBeNull();
    }
  }
});

describe("hostile words are shown and nothing of them is live", () => {
  test.each([
    "<!channel> and <!here> and <!everyone>",
    "thanks <@U0TOM000002> <@W0ELSE> &lt;@U0TOM000002&gt; @here @channel",
    "<https://evil.example|https://bank.example> <javascript:alert(1)|x> http://a.example",
    "`code` *bold* ~gone~ ```\nfence\n``` &amp;lt;script&amp;gt;",
    "‮right to left‬ \u0000 zero​width \ud83d\ude80 😀",
    "<!subteam^S012|@all> <!date^1392734382^{date}|now> <#C0BACKEND01|backend>",
    "a".repeat(11_999),
    "x\n".repeat(2_000),
  ])("%j", async (typed) => {
    await using own = await openBench();
    const body = new URLSearchParams({
      team_id: TEAM,
      channel_id: BACKEND,
      user_id: MAYA,
      command: "/win",
      text: typed,
      trigger_id: "5.5.h",
      response_url: "http://127.0.0.1:1/none",
    }).toString();
    const response = await postSigned(own.workspace.bot.port, { secret: SIGNING_SECRET, body });
    const shown = (await response.json()) as { text: string; blocks: [] };
    const [win] = await own.wins(MAYA);

    expect(win).toBeDefined();
    expect(checkMessage(shown)).toEqual([]);
    expect(findLive(shown)).toEqual([]);
    expect(shown.text.length).toBeLessThanOrEqual(4000);

    // And in the form, from which they come back as they are.
    const trigger_id = own.workspace.slack.mintTrigger(MAYA);
    const pressed = new URLSearchParams({
      payload: JSON.stringify({
        ...payloadOf("win.edit", win?.id),
        user: { id: MAYA, team_id: TEAM },
        trigger_id,
      }),
    }).toString();
    await postSigned(own.workspace.bot.port, { secret: SIGNING_SECRET, body: pressed });
    await expect.poll(() => own.workspace.slack.state(MAYA).modals.length).toBe(1);
    expect(checkView(own.workspace.slack.received.calls("views.open").at(-1)?.request)).toBeDefined();
    expect(own.modal(MAYA).breaches).toEqual([]);
    await own.submit(MAYA, {});
    await expect.poll(async () => (await own.wins(MAYA))[0]?.editedAt ?? null).not.toBeUndefined();
    expect((await own.wins(MAYA))[0]?.text).toBe(win?.text);
  });
});
