import { expect, test } from "vitest";
import { MAYA } from "../support/workspace.ts";
import { openBench } from "../wins/bench.ts";
import { faultsOf, personOf } from "./person.ts";

test("set-up is two choices, and Home then shows framework, level and recent wins", async () => {
  await using bench = await openBench();
  const maya = personOf(bench, MAYA);

  await maya.openHome();
  expect(maya.homeText()).toContain("Which framework are you reading?");
  await maya.pressHome("Choose a framework", "Backend");
  expect(maya.homeText()).toContain("Which level of");
  await maya.pressHome("Choose a level", "Level 3");
  expect(maya.homeText()).toContain("Nudges are off");
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
