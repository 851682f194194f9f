import type { Page } from "playwright-core";
import { expect } from "vitest";
import { focused, journey, shows } from "../stage.ts";

journey(
  "everything is reached without a mouse: the command's completion, a button, a select",
  {},
  async ({ tab, card, picture }) => {
    await tab.keyboard.type("/prog");
    await tab.getByRole("listbox").waitFor();
    await picture("keyboard-1-completion");
    await tab.keyboard.press("Tab");
    await tab.keyboard.type("backend mastery 3");
    await tab.keyboard.press("Enter");
    await shows(card, "Mastery · Level 3");

    await goBackTo(tab, "Other topics at level 3");
    await picture("keyboard-2-focus");
    expect(await outline(tab)).not.toBe("none");
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.type("communication");
    await expect.poll(() => tab.getByRole("option").count()).toBe(1);
    await picture("keyboard-3-type-ahead");
    await tab.keyboard.press("Enter");
    await shows(card, "Communication & Feedback · Level 3");
    await expect.poll(() => focused(tab)).toBe("Other topics at level 3");

    await goBackTo(tab, "Level 4");
    expect(await outline(tab)).not.toBe("none");
    await tab.keyboard.press("Enter");
    await shows(card, "Communication & Feedback · Level 4");
  },
);

journey("the focus stays in a card whose answer takes its place", {}, async ({ tab, type, card, button }) => {
  await type("/progression backend mastery 3");
  await shows(card, "Mastery · Level 3");
  await button("Level 4").focus();
  await tab.keyboard.press("Enter");
  await shows(card, "Mastery · Level 4");
  await expect.poll(() => focused(tab)).toBe("Level 5");
  await tab.keyboard.press("Enter");
  await shows(card, "Mastery · Level 5");
  await button("Compare with level 6").focus();
  await tab.keyboard.press("Enter");
  await shows(card, "Level 5 and level 6");
  await expect.poll(() => focused(tab)).toMatch(/^Progression, /);
});

journey("what was sent is recalled with the arrow", {}, async ({ tab, type, card }) => {
  await type("/progression backend impact 2");
  await shows(card, "Impact · Level 2");
  await tab.keyboard.press("ArrowUp");
  expect(await tab.getByRole("textbox", { name: /^Message/ }).inputValue()).toBe("/progression backend impact 2");
});

journey("Enter in a list where nothing matches does not send the form around it", {}, async ({ tab, type, modal }) => {
  await type("/win");
  await modal.getByRole("textbox", { name: "What did you do?" }).fill("Led the rollback");
  const people = modal.getByRole("combobox", { name: /With whom/ });
  await people.focus();
  await tab.keyboard.type("nobody");
  // Said, not only shown.
  await modal.getByRole("status").filter({ hasText: "No matches" }).waitFor();
  await tab.keyboard.press("Enter");
  expect(await people.inputValue()).toBe("nobody");
  expect(await modal.getByRole("button", { name: "Save", exact: true }).count()).toBe(1);
});

journey("a list too long for its window is left with Tab, and closes", {}, async ({ tab, type, modal }) => {
  await type("/win");
  await modal.getByRole("combobox", { name: /Criteria/ }).focus();
  await tab.keyboard.type("in");
  await expect.poll(() => tab.getByRole("option").count()).toBeGreaterThan(20);
  await tab.keyboard.press("Tab");
  expect(await focused(tab)).toBe("Cancel");
  expect(await tab.getByRole("listbox").count()).toBe(0);
});

journey("a menu answers the keys of a menu, and says which entry is in force", {}, async ({ tab }) => {
  const menu = tab.getByRole("menu");
  const keys = async (...names: readonly string[]) => {
    for (const name of names) await tab.keyboard.press(name);
    return focused(tab);
  };

  await tab.getByRole("button", { name: /^Act as/ }).focus();
  expect(await keys("ArrowDown", "ArrowDown", "ArrowUp")).toContain("Maya Okafor");
  expect(await menu.locator('[aria-current="true"]').allInnerTexts()).toEqual([expect.stringContaining("Maya Okafor")]);
  expect(await keys("End")).toContain("Priya Raman");
  expect(await keys("Home")).toContain("Maya Okafor");
  expect(await keys("Shift+Tab")).toMatch(/^Act as/);
  expect(await menu.count()).toBe(0);
});

journey("tabs are one stop, and the arrows go from one to the next", {}, async ({ tab, openHome, home }) => {
  await openHome();
  await tab.getByRole("tab", { name: "Home" }).focus();
  await tab.keyboard.press("ArrowRight");
  expect(await focused(tab)).toBe("Messages");
  await tab.keyboard.press("ArrowRight");
  expect(await focused(tab)).toBe("Home");
  await tab.keyboard.press("Tab");
  expect(await home.evaluate((page) => page.contains(document.activeElement))).toBe(true);
  await tab.keyboard.press("Shift+Tab");
  await tab.keyboard.press("ArrowLeft");
  await tab.keyboard.press("Enter");
  await expect.poll(() => home.count()).toBe(0);
});

journey("a line to try is seen whole when the focus comes to it", { width: 390 }, async ({ tab }) => {
  const row = tab.getByRole("region", { name: "Things to try" });
  const hide = await row.getByRole("button", { name: "Hide these" }).boundingBox();

  await row.getByRole("button").first().focus();
  for (const line of ["/win Led the rollback and wrote it up", "/wins", "/progression compare backend mastery 3 4"]) {
    await tab.keyboard.press("Tab");
    expect(await focused(tab)).toBe(line);
    const at = await row.getByRole("button", { name: line, exact: true }).boundingBox();
    expect((at?.x ?? 0) + (at?.width ?? 0), line).toBeLessThanOrEqual(hide?.x ?? 0);
  }
});

journey("the messages can be skipped on the way to the field", {}, async ({ tab, picture }) => {
  await tab.getByRole("button", { name: "Reset the playground" }).focus();
  await tab.keyboard.press("Tab");
  expect(await focused(tab)).toBe("Skip the messages");
  await picture("keyboard-skip");
  await tab.keyboard.press("Enter");
  expect(await focused(tab)).toBe("Message #backend");
});

async function goBackTo(tab: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if ((await focused(tab)) === name) return;
    await tab.keyboard.press("Shift+Tab");
  }
  throw new Error(`Shift+Tab does not lead to “${name}”.`);
}

/** What shows where the focus is: the element's own outline, or that of the field around it. */
function outline(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const active = document.activeElement;

    return [active, active?.closest(".combobox") ?? null]
      .flatMap((element) => (element === null ? [] : [getComputedStyle(element)]))
      .some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none")
      ? "visible"
      : "none";
  });
}
