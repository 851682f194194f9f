import { expect } from "vitest";
import { journey, shows } from "../stage.ts";

journey(
  "a stranger finds level 3 of mastery by what is suggested, unfolds its examples and walks on",
  {},
  async ({ tab, card, button, choose, picture }) => {
    await tab.getByRole("button", { name: "/progression backend mastery 3" }).click();
    await tab.keyboard.press("Enter");
    await shows(card, "Only visible to you", "Mastery · Level 3", "Debugs production issues");
    await picture("reading-1-level");

    await button("Show examples (8)").click();
    await shows(card, "none of them is a requirement");
    await picture("reading-2-examples");
    await button("Hide examples").click();
    await button("Level 4").click();
    await shows(card, "Mastery · Level 4");
    await button("Level 3").click();
    await button("Compare with level 4").click();
    await shows(card, "Level 3 and level 4", "Asked at level 4, not at level 3", "Grows out of level 3");
    await picture("reading-3-compare");

    await choose("Compare in another topic", "commu");
    await shows(card, "Communication & Feedback · Level 3 and level 4");
    await button("Level 3").click();
    await shows(card, "Communication & Feedback · Level 3");
    await choose("Other topics at level 3", "impact");
    await shows(card, "Impact · Level 3");
    await picture("reading-4-other-topic");
    expect(await tab.locator("article.ephemeral").count()).toBe(1);
  },
);

journey("a search for an incident leads to a place that holds it", {}, async ({ tab, type, card, picture }) => {
  await type("/progression search incident");
  await shows(card, "Search: incident", /in all frameworks/);
  await picture("search-1-found");

  await card
    .getByRole("button", { name: /Level \d/ })
    .first()
    .click();
  await shows(card, /Level \d/, /incident/i);
  await expect.poll(() => card.getByRole("button", { name: "Share in channel" }).count()).toBe(1);
  await picture("search-2-place");
  expect(await tab.locator("article.ephemeral").count()).toBe(1);
});

journey("a page of prose is read to its end", {}, async ({ type, card, button, picture }) => {
  await type("/progression how we use them");
  await shows(card, "How We Use Frameworks", "Page 1 of 2");
  await picture("prose");
  while ((await button("More").count()) > 0) {
    const page = await card.innerText();

    await button("More").click();
    await expect.poll(() => card.innerText()).not.toBe(page);
  }
});
