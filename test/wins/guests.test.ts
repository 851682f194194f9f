import { expect, test } from "vitest";
import { postSigned } from "../support/signed-request.ts";
import { BACKEND, MAYA, SIGNING_SECRET } from "../support/workspace.ts";
import { type Bench, buttonsOf, LENA_GUEST, openBench, PRIYA_STRANGER, TEAM } from "./bench.ts";

/** Whoever may keep nothing keeps nothing by the rarer ways either: words too long for a form, and buttons that still stand. */

const TABLES = ["draft", "win", "profile", "nudge_plan", "stopped_sender"];

const kept = (bench: Bench, user: string) =>
  TABLES.flatMap((table) => bench.rows(`select '${table}' as "in" from ${table} where user_id = '${user}'`));

function send(bench: Bench, user: string, payload: Record<string, unknown>): Promise<Response> {
  const sent = {
    team: { id: TEAM, domain: "brightwater" },
    user: { id: user, name: "x", team_id: user === PRIYA_STRANGER ? "T0NORTHBANK" : TEAM },
    trigger_id: bench.workspace.slack.mintTrigger(user),
    ...payload,
  };
  const body = new URLSearchParams({ payload: JSON.stringify(sent) }).toString();
  return postSigned(bench.workspace.bot.port, { secret: SIGNING_SECRET, body });
}

const press = (bench: Bench, user: string, action: string, value: string) =>
  send(bench, user, {
    type: "block_actions",
    container: { type: "message", channel_id: bench.dm(user), message_ts: "1.1" },
    channel: { id: bench.dm(user), name: "directmessage" },
    actions: [{ type: "button", action_id: action, block_id: "b", value, action_ts: "1.1" }],
  });

const saveMessage = (bench: Bench, user: string) =>
  send(bench, user, {
    type: "message_action",
    callback_id: "win.save-message",
    channel: { id: BACKEND, name: "backend" },
    message_ts: "1795000000.000100",
    message: { type: "message", user, ts: "1795000000.000100", text: `SECRETWORDS ${"word ".repeat(2600)}` },
  });

test.for([
  ["a guest that nobody knows yet", LENA_GUEST, false],
  ["a guest that is known", LENA_GUEST, true],
  ["a stranger", PRIYA_STRANGER, false],
] as const)(
  "a message of more than 12,000 characters is kept for a member, and not for %s",
  async ([, user, known]) => {
    await using bench = await openBench();
    if (known) await bench.gesture({ kind: "home", as: user });

    await saveMessage(bench, user);
    await expect.poll(() => kept(bench, user)).toEqual([]);
    await bench.workspace.slack.idle();
    expect(kept(bench, user)).toEqual([]);

    await saveMessage(bench, MAYA);
    expect(bench.rows("select user_id from draft")).toEqual([{ user_id: MAYA }]);
  },
);

test("the buttons of a receipt whose win was erased choose nothing for a guest", async () => {
  await using bench = await openBench();
  await bench.gesture({
    kind: "command",
    as: LENA_GUEST,
    channel: bench.dm(LENA_GUEST),
    text: "/win Mended the deploy",
  });
  const offered = buttonsOf(bench.lastShown(LENA_GUEST).blocks).find(({ action }) =>
    action.startsWith("win.framework"),
  );
  await expect.poll(() => kept(bench, LENA_GUEST)).toEqual([]);

  await press(bench, LENA_GUEST, offered?.action ?? "", offered?.value ?? "");
  expect(offered?.value).toMatch(/^[0-9a-z]{26}\./);
  expect(kept(bench, LENA_GUEST)).toEqual([]);
});

test.for([
  ["nudge.resume", "nudge"],
  ["one.stop", MAYA],
] as const)("%s, pressed by a guest whom memory does not know, leaves nothing", async ([action, value]) => {
  await using bench = await openBench();

  await press(bench, LENA_GUEST, action, value);
  await expect.poll(() => kept(bench, LENA_GUEST)).toEqual([]);
});

test("who was a member keeps what was theirs when they press as a guest", async () => {
  await using bench = await openBench();
  const owner = { team: TEAM, user: LENA_GUEST };
  await bench.workspace.bot.evidence.saveProfile(owner, { tz: "Europe/Berlin" });

  await press(bench, LENA_GUEST, "nudge.resume", "nudge");
  await expect
    .poll(() => bench.rows(`select state from nudge_plan where user_id = '${LENA_GUEST}'`))
    .toEqual([{ state: "off" }]);
  expect(await bench.workspace.bot.evidence.profile(owner)).toMatchObject({ tz: "Europe/Berlin" });
});
