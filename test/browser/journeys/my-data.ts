import { expect } from "vitest";
import { BACKEND, MAYA, TOM } from "../../support/workspace.ts";
import { journey, shows } from "../stage.ts";

const LENA = "U0LENA00006";
const MAYAS = "Wrote down how we choose between a queue and a cron job";
const TOMS = "Talked Anjali through her first on-call week";

journey("everything is taken along as files, comes in elsewhere, and is erased in two steps", {}, async (visit) => {
  const { tab, slack, bot, type, card, button, modal, picture } = visit;
  const files = () =>
    slack.state(MAYA).conversations.flatMap(({ messages }) => messages.flatMap((message) => message.files ?? []));

  await type(`/win ${MAYAS}`);
  await shows(card, "Saved");
  await type("/progression export");
  await shows(card, "on its way to our direct message");
  await tab.getByRole("button", { name: /^Progression/ }).click();
  await tab.getByText(/my-progression-.*\.md/).waitFor();
  await tab.getByText(/my-progression-.*\.json/).waitFor();
  await tab.getByText(/my-wins-.*\.csv/).waitFor();
  await picture("data-1-export");
  const json = files().find(({ name }) => name.endsWith(".json"))?.content ?? "";

  await visit.as(TOM);
  await type("/progression settings");
  await button("Import").click();
  await modal.getByRole("textbox", { name: "Part 1", exact: true }).fill("no export");
  await modal.getByRole("button", { name: "Import", exact: true }).click();
  await shows(modal, "Nothing was imported");
  await modal.getByRole("textbox", { name: "Part 1", exact: true }).fill(json);
  await modal.getByRole("button", { name: "Import", exact: true }).click();
  await shows(modal, "1 win imported");
  await picture("data-2-imported");
  await modal.getByRole("button", { name: "Done" }).click();

  await visit.as(MAYA);
  await type("/progression forget-me");
  await shows(card, "Erase everything that is kept of you?", "cannot be undone", "backups");
  await picture("data-3-forget");
  await button("Keep everything").click();
  await shows(card, MAYAS);
  await type("/progression forget-me");
  await button("Erase everything").click();
  await shows(card, "Nothing of you is kept any more. One win is gone.");
  expect((await bot.evidence.list({ team: "T0BRIGHT001", user: MAYA }, {}, 1)).total).toBe(0);
  expect((await bot.evidence.list({ team: "T0BRIGHT001", user: TOM }, {}, 1)).total).toBe(1);
  await type("/wins");
  await shows(card, "No wins yet");
});

journey("two people use it side by side, and neither sees a trace of the other", {}, async (visit) => {
  const { slack, type, card, home, openHome } = visit;

  for (const [who, mine, theirs] of [
    [MAYA, MAYAS, TOMS],
    [TOM, TOMS, MAYAS],
  ] as const) {
    await visit.as(who);
    await type(`/win ${mine}`);
    await shows(card, "Saved", mine);
    await type("/wins");
    await shows(card, "My wins", mine);
    await openHome();
    await shows(home, mine);
    expect(JSON.stringify(slack.state(who))).not.toContain(theirs);
  }
  await visit.as(MAYA);
  await type("/wins on-call week");
  await shows(card, "Nothing of yours fits all of that");
  expect(JSON.stringify(slack.state(MAYA))).not.toContain(TOMS);
});

journey("a guest looks things up, and keeps their words", {}, async (visit) => {
  const { bot, type, card, button, home, openHome, picture } = visit;
  const stored = async () => (await bot.evidence.list({ team: "T0BRIGHT001", user: LENA }, {}, 1)).total;

  await visit.as(LENA);
  await type("/progression backend mastery 3");
  await shows(card, "Mastery · Level 3");
  await type(`/win ${TOMS}`);
  await shows(card, /stores nothing/, TOMS);
  await picture("guest-1-win");
  await expect.poll(stored).toBe(0);
  await openHome();
  await shows(home, "Guests, and people of other organisations");
  await picture("guest-2-home");
  expect(await home.getByRole("button", { name: "Log a win" }).count()).toBe(0);
  expect(await button("Log a win").count()).toBe(0);
  expect(visit.slack.state(LENA).conversations.some(({ id }) => id === BACKEND)).toBe(true);
});
