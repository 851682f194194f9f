import { expect, test } from "vitest";
import { MAYA, TOM } from "../support/workspace.ts";
import { buttons, type Meetings, openMeetings } from "./meetings.ts";

/** What a person decides about one turn must not take away the reminder of another. Maya's 1:1 with Tom: Tuesdays at 14:00, an hour's lead. */

const beginnings = (at: Meetings) => at.dms(MAYA).map(({ text }) => text.split("\n")[0]?.split(":")[0]);
const deliveries = (at: Meetings) => at.rows("select kind, slot_day, state, reason from nudge_delivery order by id");

/** Presses the button on the newest message that says so. */
async function pressOn(at: Meetings, says: string, label: string): Promise<void> {
  const { slack } = at.workspace;
  const found = slack
    .state(MAYA)
    .conversations.flatMap(({ id, messages }) => messages.map((message) => ({ ...message, channel: id })))
    .findLast(({ text }) => text.includes(says));
  const button = found && buttons(found).find((one) => one.label === label);
  if (found === undefined || button === undefined) throw new Error(`Nothing says “${says}” with a button “${label}”.`);
  const last = slack.journal().at(-1)?.id ?? 0;
  await slack.gesture({
    kind: "action",
    as: MAYA,
    container: { kind: "message", channel: found.channel, ts: found.ts },
    blockId: button.block,
    actionId: button.action,
    element: { type: "button", value: button.value },
    state: {},
  });
  await slack.received.until(({ id, what }) => id > last && /^(?:response_url|views\.|chat\.update)/.test(what));
}

async function prepareNext(at: Meetings, label: string): Promise<void> {
  await at.workspace.command("1:1");
  await at.press(MAYA, "Prepare");
  await at.press(MAYA, label);
}

test("a preparation comes although a later turn is skipped", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await prepareNext(at, "Skip this one");
  await prepareNext(at, "Skip this one");
  await pressOn(at, "of 24 November is skipped", "Undo");

  for (const minute of ["13:00", "13:01", "13:59", "14:00"]) await at.goTo(`2026-11-24T${minute}:00Z`);

  expect(deliveries(at)).toEqual([{ kind: "preparation", slot_day: "2026-11-24", state: "sent", reason: null }]);
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA).filter(({ text }) => text.includes("1 December"))).toEqual([]);
});

test("and although the 1:1 went to another weekday before a skipped one", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await prepareNext(at, "Skip this one");
  await at.workspace.command("1:1");
  await at.press(MAYA, "Change");
  await at.fill(MAYA, { "first-on": "2026-11-23" });

  for (const minute of ["13:00", "13:30"]) await at.goTo(`2026-11-23T${minute}:00Z`);

  expect(at.dms(MAYA)).toHaveLength(1);
});

test.for<[string, (at: Meetings) => Promise<void>]>([
  ["the next turn is skipped", (at) => prepareNext(at, "Skip this one")],
  ["nudges are switched on", (at) => at.switchOnNudges(MAYA)],
  [
    "the 1:1 goes to another weekday",
    async (at) => {
      await at.workspace.command("1:1");
      await at.press(MAYA, "Change");
      await at.fill(MAYA, { "first-on": "2026-12-02" });
    },
  ],
])("what was agreed is asked after a turn, once, although meanwhile %s", async ([, change]) => {
  await using at = await openMeetings();
  await at.setUp();
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-24T14:40:00Z");
  await change(at);

  for (const minute of ["16:30", "16:31", "17:00"]) await at.goTo(`2026-11-24T${minute}:00Z`);
  await at.goTo("2026-11-25T09:00:00Z");

  const asked = at.rows("select slot_day, state from nudge_delivery where kind = 'follow-up' and state = 'sent'");
  expect(asked).toEqual([{ slot_day: "2026-11-24", state: "sent" }]);
  expect(beginnings(at)).toHaveLength(2);
});

test("a turn that was asked about is not asked about again when the next one is skipped", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-24T16:30:00Z");
  await prepareNext(at, "Skip this one");

  for (const minute of ["16:40", "16:41"]) await at.goTo(`2026-11-24T${minute}:00Z`);
  await at.goTo("2026-11-25T09:00:00Z");

  expect(at.rows("select id from nudge_delivery where kind = 'follow-up'")).toHaveLength(1);
});

test("what was agreed can be written down although the 1:1 goes to another weekday from then on", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-24T16:30:00Z");
  await at.workspace.command("1:1");
  await at.press(MAYA, "Change");
  await at.fill(MAYA, { "first-on": "2026-12-02" });
  await at.goTo("2026-11-25T09:00:00Z");

  await pressOn(at, "What was agreed?", "Write it down");
  await at.fill(MAYA, { words: "Ship the migration first" });

  expect(at.rows("select day, agreed from one_to_one_turn")).toEqual([
    { day: "2026-11-24", agreed: "Ship the migration first" },
  ]);
});

test("what is written during a 1:1 belongs to it, and not to the next, which has not begun", async () => {
  await using at = await openMeetings();
  await at.setUp();
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-24T14:35:00Z");
  await prepareNext(at, "What was agreed");
  await at.fill(MAYA, { words: "Ship the migration first" });

  expect(at.rows("select day, agreed from one_to_one_turn")).toEqual([
    { day: "2026-11-24", agreed: "Ship the migration first" },
  ]);
  await at.goTo("2026-11-24T16:30:00Z");
  expect(at.dms(MAYA)).toHaveLength(1);
  await at.goTo("2026-12-01T13:00:00Z");
  expect(at.dms(MAYA).at(-1)?.text).toContain("Ship the migration first");
});

test("a nudge gives way to the preparation of Monday's 1:1, which can only come on that Friday", async () => {
  await using at = await openMeetings();
  await at.switchOnNudges(MAYA);
  await at.setUp(MAYA, TOM, { "first-on": "2026-11-23", time: "09:00" });

  for (const minute of ["15:00", "16:30", "16:31"]) await at.goTo(`2026-11-20T${minute}:00Z`);
  await at.goTo("2026-11-23T09:00:00Z");

  expect(deliveries(at)).toEqual([
    { kind: "nudge", slot_day: "2026-11-20", state: "dropped", reason: "preparation-today" },
    { kind: "preparation", slot_day: "2026-11-23", state: "sent", reason: null },
  ]);
});

/** After the 1:1 of 24 November, until 22 December; with a win of 30 November. */
async function pauseAfterOne(at: Meetings): Promise<void> {
  await at.setUp();
  await at.goTo("2026-11-24T13:00:00Z");
  await at.goTo("2026-11-24T15:00:00Z");
  await at.press(MAYA, "Pause");
  await at.fill(MAYA, { day: "2026-12-22" });
  await at.goTo("2026-11-24T16:30:00Z");
  await at.goTo("2026-11-30T12:00:00Z");
  await at.workspace.type("/win Led the rollback in the pause");
}

test("what happened in a pause is news in the first preparation after it", async () => {
  await using at = await openMeetings();
  await pauseAfterOne(at);
  await at.goTo("2026-12-22T13:00:00Z");

  // The turn of the day on which it was paused had taken place.
  expect(beginnings(at)).toHaveLength(3);
  expect(at.dms(MAYA).at(-1)?.text).toContain("Led the rollback in the pause");
});

test("and so it is when the pause is ended early", async () => {
  await using at = await openMeetings();
  await pauseAfterOne(at);
  await at.goTo("2026-12-03T12:00:00Z");
  await at.workspace.command("1:1");
  await at.press(MAYA, "Resume");
  await at.goTo("2026-12-08T13:00:00Z");

  expect(at.dms(MAYA).at(-1)?.text).toContain("Led the rollback in the pause");
});
