import { expect } from "vitest";
import { MAYA, TOM } from "../../support/workspace.ts";
import { journey, shows } from "../stage.ts";

journey("a card is shared after a preview, seen by others, and withdrawn by its sharer alone", {}, async (visit) => {
  const { tab, type, card, button, picture } = visit;
  const posted = tab.locator("article:not(.ephemeral)").filter({ hasText: "Shared by maya" });

  await type("/progression backend mastery 3");
  await button("Share in channel").click();
  await shows(card, "A preview that you alone see", "the channel “backend”");
  await picture("share-1-preview");
  await button("Cancel").click();
  await shows(card, "Mastery · Level 3");
  await button("Share in channel").click();
  await button("Post to channel").click();
  await posted.waitFor();
  await picture("share-2-posted");
  expect(await tab.locator("article.ephemeral").count()).toBe(0);

  await visit.as(TOM);
  await shows(posted, "Mastery · Level 3", "Debugs production issues");
  await posted.getByRole("button", { name: "Withdraw" }).click();
  await shows(card, "Only visible to you", "Only the person who shared this card can withdraw it.");
  await picture("share-3-tom");

  await visit.as(MAYA);
  await posted.getByRole("button", { name: "Withdraw" }).click();
  await expect.poll(() => posted.count()).toBe(0);
  await visit.as(TOM);
  await expect.poll(() => tab.getByText("Shared by maya").count()).toBe(0);
});
