import { expect, test } from "vitest";
import { INGRID, MAYA, TOM } from "../support/workspace.ts";
import { buttons, type Meetings, openMeetings } from "./meetings.ts";

/** What Slack does on the way of a copy, and what its sender may then be told: never that words are gone which may still stand. */

async function prepared() {
  const at = await openMeetings();
  await at.setUp();
  await at.workspace.command("1:1 add the on-call rota after the move");
  await at.goTo("2026-11-24T13:00:00Z");
  return at;
}

const labels = (at: Meetings) => buttons(at.dms(MAYA)[0] ?? { blocks: [] }).map(({ label }) => label);

/** Previewed and sent, from the preparation. */
async function send(at: Meetings): Promise<void> {
  const label = labels(at).find((one) => one.startsWith("Send to")) ?? "";
  await at.press(MAYA, label);
  await at.press(MAYA, label);
}

const told = (at: Meetings) => at.dms(MAYA)[0]?.text ?? "";
const got = (at: Meetings) => at.dms(TOM).map(({ text }) => text);

test("what went to somebody else before the 1:1 changed hands is listed with their name", async () => {
  await using at = await prepared();
  await send(at);
  await at.workspace.command("1:1");
  await at.press(MAYA, "Change");
  await at.fill(MAYA, { with: INGRID });
  await at.workspace.command("1:1");
  await at.press(MAYA, "Prepare");
  await at.press(MAYA, "What you sent");

  expect(at.lastShown(MAYA).text).toContain("To tom, for the 1:1 of 24 November.");
  expect(at.lastShown(MAYA).text).not.toContain("ingrid");
});

test("a preview that is no longer kept is called too old, and prepared again in one press", async () => {
  await using at = await prepared();
  const label = labels(at).find((one) => one.startsWith("Send to")) ?? "";
  await at.press(MAYA, label);
  await at.workspace.bot.evidence.purge(new Date("2026-11-25T14:00:00Z"));
  await at.press(MAYA, label);

  expect(told(at)).toContain("too old");
  expect(got(at)).toEqual([]);
  await at.press(MAYA, "Prepare it again");
  expect(told(at)).toContain("1:1 with tom");
  await send(at);
  expect(got(at)).toHaveLength(1);
});

test("a preview of a 1:1 that was removed says that the 1:1 is gone", async () => {
  await using at = await prepared();
  const label = labels(at).find((one) => one.startsWith("Send to")) ?? "";
  await at.press(MAYA, label);
  await at.workspace.command("1:1");
  await at.press(MAYA, "Remove");
  await at.press(MAYA, "Remove it");
  await at.press(MAYA, label);

  expect(told(at)).toContain("no longer here");
});
