import { expect } from "vitest";
import { journey, shows, type Visit } from "../stage.ts";

for (const theme of ["light", "dark"] as const) {
  for (const width of [1280, 700, 390]) {
    journey(`the page is whole in ${theme} at ${width} pixels`, { theme, width }, async (visit) => {
      const { tab, type, card, picture } = visit;

      await type("/progression backend mastery 3");
      await shows(card, "Mastery · Level 3");
      await picture(`looks-${theme}-${width}-card`);
      await nothingSticksOut(visit);
      expect(await tab.evaluate(() => document.documentElement.dataset["theme"])).toBe(theme);
      await tab.getByRole("button", { name: "Journal" }).click();
      await tab.getByTestId("journal-entry").first().getByRole("button").click();
      await picture(`looks-${theme}-${width}-journal`);
      await tab.getByRole("button", { name: "Close the journal" }).click();
      if (width < 820) {
        await tab.getByRole("button", { name: "Channels and people" }).click();
        await tab.getByRole("button", { name: /^Act as/ }).waitFor();
        await picture(`looks-${theme}-${width}-drawer`);
      }
      await nothingSticksOut(visit);
    });
  }
}

journey(
  "the theme that was chosen stays, and a reset begins afresh as the same person",
  {},
  async ({ tab, type, card, picture }) => {
    const theme = () => tab.evaluate(() => document.documentElement.dataset["theme"]);

    await type("/progression backend mastery 3");
    await shows(card, "Mastery · Level 3");
    await tab.getByRole("button", { name: /^Theme/ }).click();
    await tab.getByRole("button", { name: /^Theme/ }).click();
    await expect.poll(theme).toBe("dark");
    await tab.getByRole("button", { name: /^Act as/ }).click();
    await picture("act-as");
    await tab.getByRole("menuitem", { name: /Anjali/ }).click();
    await tab.getByRole("button", { name: /^Act as: Anjali/ }).waitFor();
    await tab.getByRole("button", { name: "Reset the playground" }).click();
    await tab.getByRole("button", { name: "Reset", exact: true }).click();
    await tab.getByRole("button", { name: /^Act as: Anjali/ }).waitFor();
    await expect.poll(theme).toBe("dark");
    expect(await tab.locator("article.ephemeral").count()).toBe(0);
  },
);

async function nothingSticksOut({ tab }: Visit): Promise<void> {
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  expect(wide).toBeLessThanOrEqual(0);
}
