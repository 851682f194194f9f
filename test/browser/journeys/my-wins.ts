import { expect } from "vitest";
import { loadSample } from "../../../playground/sample/load-sample.ts";
import { journey, shows } from "../stage.ts";

journey(
  "a year of wins is paged, searched, edited in place, and one is deleted and restored",
  {},
  async ({ bot, type, card, button, modal, picture }) => {
    await loadSample(bot, Date.now());
    await type("/wins");
    await shows(card, "My wins", "Only you can see this page");
    await picture("wins-1-newest");
    const first = await card.innerText();
    await button("Older").click();
    await button("Newer").waitFor();
    expect(await card.innerText()).not.toBe(first);
    await button("Newer").click();
    await expect.poll(() => card.innerText()).toBe(first);

    await type("/wins duplicate labels");
    await shows(card, "with “duplicate labels”", "Picked up the duplicate label bug");
    await picture("wins-2-search");
    await card.getByRole("button", { name: /^Edit: Picked up/ }).click();
    await modal.getByRole("textbox", { name: "What did you do?" }).fill("Ended the duplicate labels for good");
    await modal.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => modal.count()).toBe(0);
    await shows(card, "with “duplicate labels”", "Ended the duplicate labels for good");

    await card.getByRole("button", { name: /^Delete: Ended/ }).click();
    await shows(card, "Taken back");
    await picture("wins-3-deleted");
    await button("Restore").click();
    await shows(card, "Ended the duplicate labels for good");
    await type("/wins zebra");
    await shows(card, "Nothing of yours fits all of that");
    await picture("wins-4-none");
    await button("All my wins").click();
    await shows(card, "My wins");
  },
);
