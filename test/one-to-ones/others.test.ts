import { expect, test } from "vitest";
import type { Message } from "../../local-slack/protocol.ts";
import { heardListeners } from "../support/heard-listeners.ts";
import { postSigned } from "../support/signed-request.ts";
import { BACKEND, INGRID, MAYA, SIGNING_SECRET, TOM } from "../support/workspace.ts";
import { TEAM } from "../wins/bench.ts";
import { buttons, type Meetings, openMeetings } from "./meetings.ts";

/**
 * Every button and form about 1:1s and nudges, pressed by the very person whom the 1:1 is with, with everything that they could know of it.
 * What is listened to is asked of the registered listeners, so that a new one without a row here fails.
 */
const actions = [
  ..."list set-up change prepare edit point preview skip unskip move pause resume remove remove-now agreed which-1 no-follow-up sent send withdraw stop receive"
    .split(" ")
    .map((name) => `one.${name}`),
  ..."tomorrow next-week less stop resume settings".split(" ").map((name) => `nudge.${name}`),
];
const forms = [..."set-up edit point move pause agreed".split(" ").map((name) => `one.${name}-form`), "nudge.form"];

test("every listener about 1:1s and nudges has a row here", () => {
  const heard = heardListeners();
  const ours = (id: string | RegExp) => /^\/?\^?(?:one|nudge)\b/.test(String(id));
  const missing = (id: string | RegExp) => !actions.some((one) => (typeof id === "string" ? id === one : id.test(one)));

  expect(heard.actions.filter((id) => ours(id) && missing(id))).toEqual([]);
  expect(heard.views.filter((id) => ours(id) && !forms.includes(String(id)))).toEqual([]);
  expect(actions.filter((one) => !heard.actions.some((id) => typeof id !== "string" && id.test(one)))).toEqual([]);
});

interface Known {
  readonly one: string;
  readonly copy: string;
  /** What the button holds that sends it. */
  readonly sends: string;
  readonly draft: string;
}

/** Maya's 1:1s, with words that nobody else may see, and what the other person could know of their names. */
async function mayasSecrets(at: Meetings): Promise<Known> {
  const shown = () => buttons(at.lastShown(MAYA) as unknown as Message);
  await at.setUp(MAYA, TOM);
  await at.workspace.command("1:1 add the zebra crossing", MAYA);
  await at.goTo("2026-11-24T13:00:00Z");
  const [prepared] = at.dms(MAYA);
  const values = buttons(prepared ?? { blocks: [] });
  const one = values.find(({ label }) => label === "Add point")?.value ?? "";
  await at.press(MAYA, "Edit");
  await at.fill(MAYA, { remark: "Let us begin with the zebra" });
  await at.press(MAYA, "Send to tom");
  const sends = buttons(at.dms(MAYA)[0] ?? { blocks: [] }).find(({ label }) => label === "Send to tom")?.value ?? "";
  const [copy = ""] = sends.split(".");
  await at.setUp(MAYA, INGRID, { "first-on": "2026-11-27" });
  await at.workspace.command("1:1 add a zebra for one of them", MAYA);
  const [, draft = ""] = (shown()[0]?.value ?? "").split(".");
  expect([one, copy, draft].every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true);
  return { one, copy, sends, draft };
}

/** What Maya finds when she looks. */
async function mayasPlace(at: Meetings): Promise<unknown> {
  await at.workspace.command("1:1", MAYA);
  const list = at.lastShown(MAYA).text;
  await at.press(MAYA, "Prepare");
  const preparation = at.lastShown(MAYA).text;
  expect(preparation).toContain("zebra");
  await at.workspace.command("nudges", MAYA);
  return [list, preparation, at.lastShown(MAYA).text];
}

test("nothing that the other person presses or fills in shows or changes anything of Maya's", {
  timeout: 60_000,
}, async () => {
  await using at = await openMeetings();
  const { slack, bot, logged } = at.workspace;
  const { one, copy, sends, draft } = await mayasSecrets(at);
  await at.setUp(TOM, MAYA, { "first-on": "2026-11-26" });
  const toms = buttons(at.lastShown(TOM) as unknown as Message).find(({ label }) => label === "Add point")?.value ?? "";
  expect(toms).toMatch(/^[0-9a-z]{26}$/);
  const before = await mayasPlace(at);
  const dms = at.dms(MAYA);
  let last = 0;

  const send = async (payload: Record<string, unknown>) => {
    last += 1;
    const common = {
      team: { id: TEAM, domain: "brightwater" },
      user: { id: TOM, name: "tom", team_id: TEAM },
      trigger_id: slack.mintTrigger(TOM),
    };
    const body = new URLSearchParams({ payload: JSON.stringify({ ...common, ...payload }) }).toString();
    const response = await postSigned(bot.port, { secret: SIGNING_SECRET, body });
    expect(response.status).toBe(200);
    return await response.text();
  };
  const check = async (what: string, run: () => Promise<string[]>) => {
    const from = slack.journal().at(-1)?.id ?? 0;
    const words = logged().length;
    const answers = await run();
    await slack.idle();
    const sent = slack.journal().filter(({ id, direction }) => id > from && direction === "from-bot");
    expect(JSON.stringify([answers, sent.map(({ request }) => request)]), what).not.toContain("zebra");
    expect(logged().slice(words), what).not.toContain("zebra");
    const faults = logged()
      .slice(words)
      .split("\n")
      .filter((line) => /"level":50/.test(line) && !/response_url|RespondError|view_not_found|trigger/.test(line));
    expect(faults, what).toEqual([]);
  };

  const values = [
    ...[one, copy, draft, `${one}.2026-11-24`, `${one}.2020-01-01`, `${one}.${draft}`],
    ...[sends, `${copy}.${toms}.2026-11-24`, `${toms}.${draft}`, `${toms}.2020-01-01`, "all.-1", [one], { id: one }],
  ];
  const places = [
    {
      container: { type: "message", channel_id: BACKEND, message_ts: "1.1" },
      channel: { id: BACKEND, name: "backend" },
    },
    { container: { type: "view", view_id: "V0MAYAS" }, view: { id: "V0MAYAS", type: "modal", private_metadata: one } },
    { container: { type: "view", view_id: "V0HOME" }, view: { id: "V0HOME", type: "home", private_metadata: one } },
  ];
  for (const action of actions) {
    await check(action, async () => {
      const answers: string[] = [];
      for (const [index, value] of values.entries()) {
        answers.push(
          await send({
            type: "block_actions",
            response_url: `${slack.url}/response/none-${last}`,
            actions: [{ type: "button", action_id: action, block_id: "b", value, action_ts: `${last}.1` }],
            ...places[index % places.length],
          }),
        );
      }
      return answers;
    });
  }

  const metadata = [
    ...[
      { id: one },
      { id: one, day: "2026-11-24" },
      { id: one, day: "2026-02-30" },
      { id: one, owner: MAYA },
      { id: draft },
    ],
    ...[{ id: toms, day: "2020-01-01" }, { id: [one] }, { permalink: "javascript:alert(1)" }],
  ].map((about) => JSON.stringify(about));
  const said = (value: unknown) => ({ words: { type: "plain_text_input", value } });
  const states = [
    {
      remark: said("Overwritten"),
      words: said("Overwritten"),
      which: { words: { selected_option: { value: one } } },
      "left-in": { words: { selected_options: [] } },
      day: { words: { selected_date: "2027-01-04" } },
      time: { words: { selected_time: "03:00" } },
    },
    { which: { words: { selected_option: { value: 7 } } }, words: said(7), day: { words: { selected_date: ["x"] } } },
    { remark: { words: null }, words: said("x".repeat(50_000)), days: { words: { selected_options: [null, 7] } } },
    {},
  ];
  for (const callback of forms) {
    await check(callback, async () => {
      const answers: string[] = [];
      for (const [index, private_metadata] of [...metadata, "{", "", null].entries()) {
        const view = { id: `V0FORGED${last}`, type: "modal", callback_id: callback, private_metadata };
        answers.push(
          await send({ type: "view_submission", view: { ...view, state: { values: states[index % states.length] } } }),
        );
      }
      return answers;
    });
  }
  expect(await mayasPlace(at)).toEqual(before);
  expect(at.dms(MAYA)).toEqual(dms);
});
