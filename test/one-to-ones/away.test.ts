import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createAway } from "../../src/slack/away.ts";
import { awayUntil } from "../../src/slack/away-status.ts";
import { createPeople } from "../../src/slack/people.ts";
import { createBackgroundClient } from "../../src/slack/transport/web-clients.ts";
import { ids, startSlack } from "../local-slack/bot.ts";
import { MAYA } from "../support/workspace.ts";
import { TEAM } from "../wins/bench.ts";

const FOREVER = Number.POSITIVE_INFINITY;

test.for<readonly [string, string, number | undefined]>([
  [":palm_tree:", "", FOREVER],
  [":palm_tree:", "Vacationing", FOREVER],
  [":face_with_thermometer:", "Out sick", FOREVER],
  [":airplane:", "", FOREVER],
  [":baby::skin-tone-3:", "", FOREVER],
  [":no_entry:", "Out of Office", FOREVER],
  ["", "OOO until Monday", FOREVER],
  ["", "Parental leave", FOREVER],
  ["", "Im Urlaub", FOREVER],
  ["", "En congé", FOREVER],
  ["", "", undefined],
  [":house_with_garden:", "Working remotely", undefined],
  [":spiral_calendar_pad:", "In a meeting", undefined],
  [":bus:", "Commuting", undefined],
  [":headphones:", "Focus time", undefined],
  [":palm_tree:", "Back from holiday, reading mail", undefined],
  ["", "Still chilling, willing to pair", undefined],
  ["", "Room keeper of the milling machine", undefined],
])("a status %s %s means away until %s", ([status_emoji, status_text, until]) => {
  expect(awayUntil({ status_emoji, status_text })).toBe(until);
});

test("a status that ends says until when", () => {
  expect(awayUntil({ status_emoji: ":palm_tree:", status_expiration: 1_790_000_000 })).toBe(1_790_000_000_000);
});

const owner = { team: TEAM, user: MAYA };

async function open(scopes: readonly string[] = ["users:read", "dnd:read"]) {
  let now = Date.parse("2026-11-20T15:00:00Z");
  const slack = await startSlack({ scopes, now: () => now });
  const log = createLog("error", { write: () => undefined });
  const client = createBackgroundClient(slack.apiUrl, "xoxb-local-1", log, 400);
  const people = createPeople({ client, log, now: () => now, teamId: () => TEAM });
  const { away, missing } = createAway({ client, people, log, now: () => now, monotonic: () => now });
  const calls = (method: string) => slack.journal().filter(({ what }) => what === method).length;

  return {
    slack,
    away: () => away(owner),
    missing,
    calls,
    people,
    pass(milliseconds: number) {
      now += milliseconds;
    },
    now: () => now,
    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
}

const MINUTE = 60_000;
const palm = { emoji: ":palm_tree:", text: "", until: null };

test("silence now is away, silence that is over is not, and it is asked anew each time", async () => {
  await using at = await open();
  expect(await at.away()).toBe(false);
  await at.slack.gesture({ kind: "profile", as: ids.maya, quietUntil: at.now() + 30 * MINUTE });
  expect(await at.away()).toBe(true);
  at.pass(31 * MINUTE);
  expect(await at.away()).toBe(false);
  expect(at.calls("dnd.info")).toBe(3);
});

test("a status is asked for anew after a minute, whatever was known of the person before", async () => {
  await using at = await open();
  await at.people.look(owner);
  await at.slack.gesture({ kind: "profile", as: ids.maya, status: palm });
  at.pass(2 * MINUTE);
  expect(await at.away()).toBe(true);
  await at.slack.gesture({ kind: "profile", as: ids.maya, status: { ...palm, until: at.now() + MINUTE } });
  at.pass(2 * MINUTE);
  expect(await at.away()).toBe(false);
});

test("a scope that was not granted is asked for once in six hours, and named; the status still counts", async () => {
  await using at = await open(["users:read"]);
  expect(at.missing()).toBeNull();
  expect(await at.away()).toBe(false);
  expect(at.missing()).toBe("dnd:read");
  await at.slack.gesture({ kind: "profile", as: ids.maya, status: palm });
  at.pass(5 * 60 * MINUTE);
  expect(await at.away()).toBe(true);
  expect(at.calls("dnd.info")).toBe(1);
  at.pass(2 * 60 * MINUTE);
  await at.away();
  expect(at.calls("dnd.info")).toBe(2);
});

test("a Slack that fails, hangs or says that it is too much means not away, and is left alone for a while", async () => {
  await using at = await open();
  await at.slack.gesture({ kind: "profile", as: ids.maya, quietUntil: at.now() + 600 * MINUTE });
  at.slack.setFaults({ serverError: 503 });
  expect(await at.away()).toBe(false);
  at.slack.setFaults({ serverError: null });
  expect(await at.away()).toBe(false);
  at.pass(2 * MINUTE);
  expect(await at.away()).toBe(true);

  at.slack.setFaults({ rateLimit: 300 });
  expect(await at.away()).toBe(false);
  at.slack.setFaults({ rateLimit: null });
  at.pass(4 * MINUTE);
  expect(await at.away()).toBe(false);
  at.pass(2 * MINUTE);
  expect(await at.away()).toBe(true);

  at.slack.setFaults({ hang: true });
  expect(await at.away()).toBe(false);
});

test("the budget is kept: what is beyond it is not asked and nobody waits", async () => {
  await using at = await open();
  for (let time = 0; time < 60; time += 1) await at.away();
  expect(at.calls("dnd.info")).toBe(40);
  at.pass(MINUTE);
  for (let time = 0; time < 60; time += 1) await at.away();
  expect(at.calls("dnd.info")).toBe(80);
});
