import { expect, test } from "vitest";
import { openMeetings } from "../one-to-ones/meetings.ts";
import { MAYA, TOM } from "../support/workspace.ts";
import { openBench, TEAM } from "../wins/bench.ts";
import { faultsOf, personOf } from "./person.ts";

test("set-up is two choices, all else is skipped in one press each, and Home then shows framework, level and recent wins", async () => {
  await using bench = await openBench();
  const maya = personOf(bench, MAYA);

  await maya.openHome();
  expect(maya.homeText()).toContain("Which framework are you reading?");
  await maya.pressHome("Choose a framework", "Backend");
  expect(maya.homeText()).toContain("Which level of");
  await maya.pressHome("Choose a level", "Level 3");
  expect(maya.homeText()).toContain("Off until you choose a day");
  await maya.pressHome("Skip");
  expect(maya.homeText()).toContain("Do you have a 1:1?");
  await maya.pressHome("Skip");
  expect(maya.homeText()).toContain("Nudges: off, until you switch them on in Home.");
  await maya.pressHome("Done");
  await maya.type("/win Led the rollback of the payments deploy");
  await expect.poll(() => maya.homeText()).toContain("Led the rollback");

  expect(maya.homeText()).toContain("Backend, level 3");
  expect(faultsOf(maya.home())).toEqual([]);
});

test("a lookup opens at the framework and level that were chosen", async () => {
  await using bench = await openBench();
  const maya = personOf(bench, MAYA);

  await maya.type("/progression");
  await maya.press("Choose a framework", "Backend");
  await maya.press("Choose a level", "Level 2");

  expect(await maya.type("/progression mastery")).toMatch(/Backend · .*Level 2|Mastery.*Level 2/);
  expect(await maya.type("/progression 3")).toContain("Level 3");
  expect(await maya.type("/progression me")).toContain("Backend, level 2");
});

test("set-up switches nudges on only when a day is chosen, and off again, and sets up a 1:1 on the way", async () => {
  await using at = await openMeetings();
  const { workspace } = at;
  const tom = personOf(at, TOM);
  const owner = { team: TEAM, user: TOM };
  const planned = () => workspace.bot.nextReminder();

  await tom.type("/progression");
  await tom.press("Choose a framework", "Backend");
  await tom.press("Choose a level", "Level 3");
  expect(tom.text()).toContain("Off until you choose a day");
  expect(await planned()).toBeNull();

  await tom.press("Choose a day", "Thursday");
  expect(tom.text()).toContain("Every Thursday at 15:00 (America/New_York)");
  await tom.press("Choose another hour", "10:30");
  expect(tom.text()).toContain("Every Thursday at 10:30");
  expect(new Date((await planned()) ?? 0).toISOString()).toBe("2026-11-26T15:30:00.000Z");
  await tom.press("Switch off again");
  expect(tom.text()).toContain("Off until you choose a day");
  expect(await planned()).toBeNull();
  await tom.press("Choose a day", "Friday");
  await tom.press("Next");

  expect(tom.text()).toContain("Do you have a 1:1?");
  await tom.press("Set up a 1:1");
  await at.fill(TOM, { with: MAYA, "first-on": "2026-11-24" });
  await expect.poll(() => tom.text()).toContain("With maya, in 4 days, on Tuesday at 14:00.");
  await tom.press("Next");
  expect(tom.text()).toContain("Backend, level 3");
  expect(tom.text()).toContain("Nudges: Every Friday at 10:30");
  await tom.press("Choose a sub-level", "B");
  expect((await workspace.bot.evidence.profile(owner))?.subLevel).toBe("B");
  expect(tom.text()).toContain("level 3B");
  expect(await tom.type("/progression settings")).toContain("Every Friday at 10:30");
  expect(await tom.type("/progression me")).toContain("With maya, in 4 days");
});

test("a day or an hour outside the working hours is refused by set-up, and nothing changes", async () => {
  await using at = await openMeetings();
  const forge = (action: string, value: string) => at.forge(MAYA, { action, value, channel: at.dm(MAYA), ts: "1.1" });

  for (const [action, value] of [
    ["my.nudge-day", "7~s.nudges"],
    ["my.nudge-day", "8~s.nudges"],
    ["my.nudge-hour", "03:00~s.nudges"],
    ["my.nudge-hour", "99:99~s.nudges"],
    ["my.nudge-day", ""],
  ] as const) {
    expect((await forge(action, value)).status).toBe(200);
  }
  expect(await at.workspace.bot.nextReminder()).toBeNull();
});
