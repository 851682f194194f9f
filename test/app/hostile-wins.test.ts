import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { heardListeners } from "../support/heard-listeners.ts";
import { postSigned } from "../support/signed-request.ts";
import { BACKEND, MAYA, SIGNING_SECRET, TOM } from "../support/workspace.ts";
import { type Bench, openBench, TEAM } from "../wins/bench.ts";

/**
 * Every button, menu, field and form that the bot listens to, with whatever a person who means harm could send on it. What is listened to is
 * asked of the registered listeners, so that a new one without a row here fails.
 */

const SECRET = "Maya told nobody but the bot about the zebra crossing";
const DRAFT = "A draft about the zebra that nobody else has seen";

const actions = [
  ..."log edit undo delete restore add again none share post unshare file unfile framework-0 framework-7 withdraw draft split keep look retry card-gone"
    .split(" ")
    .map((name) => `win.${name}`),
  ..."framework topic level criterion".split(" ").map((name) => `pick.${name}`),
  ..."screen framework level sub-level emoji set-up focus opportunity note-opportunity note-focus note-topic wins see keep export forget import nudge-day nudge-hour nudge-off one-to-one"
    .split(" ")
    .map((name) => `my.${name}`),
  ..."preview post cancel withdraw".split(" ").map((name) => `share.${name}`),
  "show.next",
  "form.criteria",
];
const forms = ["win.form", "win.pick", "my.note-form", "my.import-form"];
const suggestions = ["pick.criterion", "form.criteria"];

let bench: Bench;
let mayasWin = "";
let mayasDraft = "";
let tomsRemoved = "";
let last = 0;

const maya = { team: TEAM, user: MAYA };

beforeAll(async () => {
  bench = await openBench();
  const { evidence } = bench.workspace.bot;
  const source = { permalink: null, messageKey: null, author: null };
  await bench.gesture({ kind: "command", as: MAYA, channel: BACKEND, text: `/win ${SECRET}` });
  await evidence.saveProfile(maya, { framework: "/engineering/backend", level: 3, tz: "Europe/London" });
  await evidence.saveFocus(maya, [
    {
      kind: "topic",
      framework: "/engineering/backend",
      topic: "mastery",
      criterionId: null,
      wording: null,
      note: "zebra",
    },
  ]);
  mayasWin = (await bench.wins(MAYA))[0]?.id ?? "";
  mayasDraft = (await evidence.keepDraft(maya, { text: DRAFT, origin: "dm", source, reason: "unclear" })).id;
  const removed = await evidence.save(
    { team: TEAM, user: TOM },
    { text: "Tom took this back", happenedOn: "2026-01-05", origin: "command" },
    { key: "removed" },
  );
  tomsRemoved = removed.win.id;
  await evidence.remove({ team: TEAM, user: TOM }, tomsRemoved);
});

afterAll(() => bench[Symbol.asyncDispose]());

const values = (): Readonly<Record<string, unknown>> => ({
  "somebody else's win": mayasWin,
  "somebody else's win with a criterion": `${mayasWin}.abcdefghij`,
  "somebody else's win with a framework": `${mayasWin}.F.8D5MQpQf.1`,
  "somebody else's win with a screen": `${mayasWin}~settings`,
  "somebody else's share": `${mayasWin}.${MAYA}.AAAAAAAAAAAAAAAAAAAAAA`,
  "somebody else's draft": mayasDraft,
  "somebody else": MAYA,
  "a win of one's own that was taken back": `${tomsRemoved}.abcdefghij`,
  "a win that never was": "0".repeat(26),
  "a list of another's wins": JSON.stringify({ filter: { user: MAYA, words: "zebra" }, at: null, before: [] }),
  empty: "",
  "a hundred thousand characters": "x".repeat(100_000),
  "a piece of SQL": "' or 1=1; drop table win; --",
  "a mention": "<!channel>",
  "broken characters": "\u0000\ud800",
  "a number": 7,
  "yes or no": true,
  "a list": [mayasWin],
  "an object": { toString: mayasWin, __proto__: null },
  nothing: undefined,
  null: null,
});

/** Where a press may say that it was made: nothing of it is to be believed but the person. */
const places = (): readonly Record<string, unknown>[] => [
  { channel: { id: BACKEND, name: "backend" }, container: { type: "message", message_ts: "1.1", channel_id: BACKEND } },
  {
    container: { type: "view", view_id: "V0MAYAS" },
    view: {
      id: "V0MAYAS",
      type: "modal",
      callback_id: "win.form",
      private_metadata: JSON.stringify({ for: "win", id: mayasWin }),
      title: { type: "plain_text", text: "Mine" },
      state: { values: {} },
      blocks: [],
    },
  },
  {
    container: { type: "view", view_id: 7 },
    view: {
      id: 7,
      type: "modal",
      callback_id: ["win.pick"],
      title: { type: "plain_text", text: "Mine" },
      private_metadata: `${mayasWin} 0 F.8D5MQpQf.1`,
      state: null,
      blocks: [],
    },
  },
  { container: { type: "view", view_id: "V0HOME" }, view: { id: "V0HOME", type: "home", private_metadata: mayasWin } },
];

function press(action: string, value: unknown, place: Record<string, unknown>): Record<string, unknown> {
  last += 1;
  const menu = last % 3 === 0;
  const chosen = { text: { type: "plain_text", text: "x" }, value };
  return {
    type: "block_actions",
    team: { id: TEAM, domain: "brightwater" },
    user: { id: TOM, name: "tom", team_id: TEAM },
    trigger_id: bench.workspace.slack.mintTrigger(TOM),
    response_url: `${bench.workspace.slack.url}/response/none-${last}`,
    actions: [
      menu
        ? { type: "static_select", action_id: action, block_id: `list:1:${mayasWin}`, selected_option: chosen }
        : { type: "button", action_id: action, block_id: "b", value, action_ts: `${last}.1` },
    ],
    ...place,
  };
}

async function send(payload: Record<string, unknown>): Promise<string> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const response = await postSigned(bench.workspace.bot.port, { secret: SIGNING_SECRET, body });
  expect(response.status).toBe(200);
  return response.text();
}

/** What the bot sent from here on, and whether it took anything for a defect of its own. */
function watch() {
  const { slack, logged } = bench.workspace;
  const from = slack.journal().at(-1)?.id ?? 0;
  const before = logged().length;

  return async (answers: readonly string[]) => {
    await slack.idle();
    const sent = slack.journal().filter(({ id, direction }) => id > from && direction === "from-bot");
    expect(JSON.stringify([answers, sent.map(({ request }) => request)])).not.toMatch(/zebra|took this back/);
    expect(logged().slice(before)).not.toMatch(/"level":50|zebra/);
    expect(await mayasPlace()).toEqual(mayasPlaceWas);
  };
}

let mayasPlaceWas: unknown;

async function mayasPlace(): Promise<unknown> {
  const { evidence } = bench.workspace.bot;
  return [
    await bench.wins(MAYA),
    await evidence.draft(maya, mayasDraft),
    await evidence.profile(maya),
    await evidence.focus(maya),
    await evidence.opportunityNotes(maya),
  ];
}

beforeAll(async () => {
  mayasPlaceWas = await mayasPlace();
  expect(JSON.stringify(mayasPlaceWas).match(/zebra/g)).toHaveLength(3);
});

describe.each(actions)("%s", (action) => {
  test("with any value, pressed anywhere, shows nothing of another's, changes nothing of theirs and breaks nothing", async () => {
    const check = watch();
    const answers: string[] = [];

    for (const [index, value] of Object.values(values()).entries()) {
      const place = places()[index % places().length] ?? {};
      answers.push(await send(press(action, value, place)));
    }
    await check(answers);
  });

  test("from another workspace is refused, whoever it says it is", async () => {
    const check = watch();
    const [place = {}] = places();
    const elsewhere = { team: { id: "T0ELSEWHERE" }, user: { id: MAYA, team_id: "T0ELSEWHERE" } };
    const nowhere = { team: null, user: { id: MAYA } };

    await check([
      await send({ ...press(action, mayasWin, place), ...elsewhere }),
      await send({ ...press(action, `${mayasWin}.abcdefghij`, place), ...nowhere }),
    ]);
  });
});

const metadata = (): readonly unknown[] => [
  ...Object.values(values()),
  JSON.stringify({ for: "win", id: mayasWin }),
  JSON.stringify({ for: "win", id: mayasWin, owner: MAYA }),
  JSON.stringify({ for: "win", id: tomsRemoved }),
  JSON.stringify({ for: "draft", id: mayasDraft }),
  `{"__proto__":{"for":"win"},"for":"new"}`,
  `${mayasWin} 0 F.8D5MQpQf.1`,
  "{",
];

const states: readonly unknown[] = [
  {
    "text-1": { words: { type: "plain_text_input", value: "Overwritten by somebody else" } },
    "criterion-0-0": { "pick.criterion": { type: "external_select", selected_option: { value: "abcdefghij" } } },
    note: { note: { type: "plain_text_input", value: "x".repeat(50_000) } },
  },
  { "text-1": { words: { type: "plain_text_input", value: 7 } }, happened: { day: { selected_date: ["2026-01-01"] } } },
  { "text-1": { words: null }, people: { users: { selected_users: [MAYA, 7, null] } } },
  {},
];

describe.each(forms)("the form %s", (callback) => {
  test("with any metadata and any fields shows nothing of another's, changes nothing of theirs and breaks nothing", async () => {
    const check = watch();
    const answers: string[] = [];

    for (const [index, private_metadata] of metadata().entries()) {
      last += 1;
      const view = { id: `V0HOSTILE${last}`, type: "modal", callback_id: callback, private_metadata };
      const values = states[index % states.length];
      answers.push(
        await send({
          type: "view_submission",
          team: { id: TEAM, domain: "brightwater" },
          user: { id: TOM, name: "tom", team_id: TEAM },
          trigger_id: `${last}.1.a`,
          view: { ...view, state: { values } },
        }),
      );
    }
    await check(answers);
    const removed = await bench.workspace.bot.evidence.get({ team: TEAM, user: TOM }, tomsRemoved);
    if (removed !== undefined)
      expect(removed).toMatchObject({ text: "Tom took this back", deletedAt: expect.any(String) });
  });
});

describe.each(suggestions)("options of %s", (action_id) => {
  test("hold nothing of another's, whatever is asked", async () => {
    const check = watch();
    const answers: string[] = [];

    for (const private_metadata of metadata()) {
      answers.push(
        await send({
          type: "block_suggestion",
          team: { id: TEAM },
          user: { id: TOM, team_id: TEAM },
          action_id,
          block_id: "x",
          value: "zebra",
          view: { id: "V1", type: "modal", private_metadata, state: { values: {} } },
        }),
      );
    }
    await check(answers);
  });
});

/** 1:1s and nudges have tables of their own (`test/one-to-ones`). */
const elsewhere = (id: string | RegExp) => /^\/?\^?(?:one|nudge)\b/.test(String(id));

test("every listener has a row here", () => {
  const heard = heardListeners();
  const unknown = (id: string | RegExp) => !actions.some((one) => (typeof id === "string" ? id === one : id.test(one)));

  expect(heard.actions.filter((id) => unknown(id) && !elsewhere(id))).toEqual([]);
  expect(heard.views.filter((id) => !forms.includes(String(id)) && !elsewhere(id))).toEqual([]);
  expect(heard.options.filter((id) => !suggestions.includes(String(id)))).toEqual([]);
});
