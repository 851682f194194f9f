import { expect } from "vitest";
import { MAYA } from "../../support/workspace.ts";
import { journey, shows, type Visit } from "../stage.ts";

const me = { team: "T0BRIGHT001", user: MAYA };
const wins = async ({ bot }: Pick<Visit, "bot">) => (await bot.evidence.list(me, {}, 20)).wins;

journey("a message is saved by its menu: one's own as it is, a colleague's as a quotation", {}, async (visit) => {
  const { tab, modal, shortcut, picture } = visit;
  const own = tab.locator("article").filter({ hasText: "Nowhere yet. I'll write it up" }).first();
  const toms = tab.locator("article").filter({ hasText: "Maya, for our 1:1 on Thursday" }).first();
  const save = modal.getByRole("button", { name: "Save", exact: true });

  await shortcut(own, "Save as win");
  await shows(modal, "From https://");
  expect(await modal.getByRole("textbox", { name: "What did you do?" }).inputValue()).toMatch(/^Nowhere yet\. I'll/);
  await picture("message-1-own");
  await save.click();
  await shows(modal, "Saved", "Nowhere yet.");
  await modal.getByRole("button", { name: "Done" }).click();

  await shortcut(own, "Save as win");
  await save.click();
  await shows(modal, "Already saved");
  await modal.getByRole("button", { name: "Done" }).click();

  await shortcut(toms, "Save as win");
  await shows(modal, "Quoted from tom");
  await picture("message-2-toms");
  await save.click();
  await shows(modal, "Saved", "Quoted from tom");
  await modal.getByRole("button", { name: "Done" }).click();
  expect((await wins(visit)).map(({ source }) => source.author).toSorted()).toEqual(["U0TOM000002", null]);
});

journey("a win from anywhere: the global shortcut, and a message to the bot", {}, async (visit) => {
  const { tab, modal, type, card, button, picture } = visit;

  await tab.getByRole("button", { name: "Shortcuts and commands" }).click();
  await tab.getByRole("menuitem", { name: /Log a win/ }).click();
  await modal.getByRole("textbox", { name: "What did you do?" }).fill("Found the slow query");
  await modal.getByRole("button", { name: "Save", exact: true }).click();
  await shows(modal, "Saved", "Found the slow query");
  await modal.getByRole("button", { name: "Done" }).click();

  await tab.getByRole("button", { name: /^Progression/ }).click();
  await type("Helped the new joiner through her first release");
  await shows(card, "Saved", "Only you can see this");
  await type("flaky deploy fixed");
  await shows(card, "Is this a win, or something to look up?");
  await picture("dm-unclear");
  await button("Save it as a win").click();
  await shows(card, "Saved", "flaky deploy fixed");
  expect((await wins(visit)).map(({ origin }) => origin).toSorted()).toEqual(["dm", "dm", "shortcut"]);
});

journey("the emoji saves one's own message once it is switched on, and never a colleague's", {}, async (visit) => {
  const { tab, type, card, button, react, picture } = visit;
  const own = tab.locator("article").filter({ hasText: "Nowhere yet. I'll write it up" }).first();
  const toms = tab.locator("article").filter({ hasText: "Maya, for our 1:1 on Thursday" }).first();

  await react(own, "trophy");
  await own.getByTitle("Maya Okafor reacted with :trophy:").click();
  await type("/progression settings");
  await shows(card, "Saving by emoji: off");
  expect(await wins(visit)).toEqual([]);
  await button("Switch on").click();
  await shows(card, "Saving by emoji: on");
  await react(toms, "trophy");
  await react(own, "trophy");
  await shows(card, "Saved", "Nowhere yet.");
  await picture("emoji-receipt");
  expect((await wins(visit)).map(({ text }) => text)).toEqual([
    "Nowhere yet. I'll write it up this afternoon, one page, with the two cases where we chose wrongly.",
  ]);
});
