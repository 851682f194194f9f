import { expect, test } from "vitest";
import { MAYA } from "../support/workspace.ts";
import { openBench, TEAM } from "../wins/bench.ts";
import { faultsOf, personOf } from "./person.ts";

const maya = { team: TEAM, user: MAYA };

test("a topic shows every criterion with its state; focus and “no opportunity yet” are the person's own and taken back by the same button", async () => {
  await using bench = await openBench();
  const { evidence } = bench.workspace.bot;
  await evidence.saveProfile(maya, { framework: "/engineering/backend", level: 3 });
  const person = personOf(bench, MAYA);
  await person.openHome();
  await person.pressHome("Open a topic", "Mastery");
  expect(person.homeText()).toContain("None yet");
  expect(faultsOf(person.home())).toEqual([]);

  await person.pressHome("No opportunity yet");
  await expect.poll(() => person.homeText()).toContain("No opportunity yet");
  const [note] = await evidence.opportunityNotes(maya);
  await person.pressHome("Say why");
  const state = { note: { note: { type: "plain_text_input", value: "We had no incident" } } };
  await bench.gesture({ kind: "submit", as: MAYA, view: bench.modal(MAYA).id, state });
  await expect.poll(() => person.homeText()).toContain("We had no incident");
  expect(await evidence.opportunityNotes(maya)).toMatchObject([
    { criterionId: note?.criterionId, note: "We had no incident" },
  ]);
  await person.pressHome("Take the note away");
  expect(await evidence.opportunityNotes(maya)).toEqual([]);

  await person.pressHome("Focus on this topic");
  await expect.poll(() => person.homeText()).toContain("Remove topic from focus");
  for (const chosen of [2, 3]) {
    await person.pressHome("Focus");
    await expect.poll(() => person.homeText().split("Remove from focus").length).toBe(chosen);
  }
  await person.pressHome("Focus");
  await expect.poll(() => person.homeText()).toContain("Three things at most");
  expect(await evidence.focus(maya)).toHaveLength(3);
  await person.pressHome("Remove topic from focus");
  await expect.poll(async () => (await evidence.focus(maya)).length).toBe(2);
  await expect.poll(() => person.homeText()).toContain("Focus on this topic");
  await person.pressHome("Back to Home");
  await expect.poll(() => person.homeText()).toContain("Evidence by topic");
  expect(person.homeText()).not.toContain("Nothing chosen");
  expect(person.homeText()).not.toMatch(/\d+ ?%|score|streak|readiness/i);
});

test("every step of set-up can be skipped, and nobody is asked twice", async () => {
  await using bench = await openBench();
  const person = personOf(bench, MAYA);
  await person.type("/progression");
  expect(person.text()).toContain("Which framework are you reading?");
  await person.press("Skip set-up");
  expect(await person.type("/progression")).not.toContain("Which framework are you reading?");
  await person.openHome();
  expect(person.homeText()).not.toContain("Which framework are you reading?");
  expect(person.homeText()).toContain("None yet. Type");

  await person.type("/progression settings");
  await person.press("Choose a framework", "Backend");
  await person.press("Choose a level", "Level 4");
  await person.press("Choose a sub-level", "C");
  await person.press("Switch on");
  expect(await bench.workspace.bot.evidence.profile(maya)).toMatchObject({
    framework: "/engineering/backend",
    level: 4,
    subLevel: "C",
    emojiCapture: true,
  });
  await person.press("Rather not say");
  expect(await bench.workspace.bot.evidence.profile(maya)).toMatchObject({ level: null, subLevel: null });
});

test("a win is deleted from the list, and the list is there again", async () => {
  await using bench = await openBench();
  const person = personOf(bench, MAYA);
  await person.type("/win Led the rollback of the ledger");
  await person.type("/win Wrote the runbook");
  await person.type("/wins runbook");
  expect(person.text()).toContain("Wrote the runbook");
  expect(person.text()).not.toContain("ledger");
  await person.press("Delete");
  await expect
    .poll(async () => (await bench.wins(MAYA)).map(({ text }) => text))
    .toEqual(["Led the rollback of the ledger"]);
  expect(await person.type("/wins runbook")).toContain("Nothing of yours fits all of that");
});

test("Home is drawn again after a change only for whoever looked within the hour", async () => {
  let now = Date.now();
  await using bench = await openBench({ slack: { now: () => now } });
  const person = personOf(bench, MAYA);
  const published = () => bench.workspace.slack.received.calls("views.publish").length;
  await person.type("/win One");
  expect(published()).toBe(0);
  await person.openHome();
  await person.type("/win Two");
  await expect.poll(() => person.homeText()).toContain("Two");
  const before = published();
  now += 61 * 60_000;
  await person.type("/win Three");
  await person.type("/wins");
  expect(published()).toBe(before);
});
