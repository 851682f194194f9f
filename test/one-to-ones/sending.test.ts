import { expect, test } from "vitest";
import { INGRID, MAYA } from "../support/workspace.ts";
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
