import type { Page } from "playwright-core";
import { expect } from "vitest";
import { MAYA } from "../../support/workspace.ts";
import { focused, journey, shows, type Visit } from "../stage.ts";

const WORDS = "Led the rollback of the payments deploy";

journey(
  "what is taken away under the focus leaves it to what stands around it, or to the composer",
  {},
  async ({ tab, type, button }) => {
    const composer = /^Message #/;

    await tab.keyboard.type("hello");
    await press(tab, tab.getByRole("button", { name: "Send" }));
    await standsAt(tab, composer);

    await type("/nosuch");
    await press(tab, tab.getByRole("button", { name: "Dismiss" }));
    await standsAt(tab, composer);

    await press(tab, tab.getByRole("button", { name: "Hide these" }));
    await standsAt(tab, composer);

    const hello = tab.locator("article", { hasText: "hello" });
    await press(tab, hello.getByRole("button", { name: "Add a reaction" }));
    await tab.keyboard.press("Enter");
    await press(tab, hello.getByRole("button", { name: /thumbsup/ }));
    await standsAt(tab, /^Maya Okafor, /);

    await type(`/win ${WORDS}`);
    await press(tab, button("Share in channel"));
    await press(tab, button("Post to channel"));
    await press(tab, tab.locator("article:not(.ephemeral)").getByRole("button", { name: "Withdraw" }));
    await standsAt(tab, composer);
  },
);

journey("a form gives the focus back to the card that it changed", {}, async (visit) => {
  const { tab, type, button, modal } = visit;

  await type(`/win ${WORDS}`);
  await press(tab, button("Add criteria"));
  await modal.getByRole("combobox", { name: "Criterion" }).focus();
  await tab.keyboard.type("production issues");
  await tab.getByRole("option", { name: /Debugs production issues/ }).waitFor();
  await tab.keyboard.press("Enter");
  await press(tab, modal.getByRole("button", { name: "Add", exact: true }));
  await expect.poll(() => modal.count()).toBe(0);
  await shows(visit.card, "Filed under");
  await standsAt(tab, /^Add criteria$/);
});

journey("the receipt of a form has the focus, and Home has it after that", {}, async (visit) => {
  const { tab, modal, home } = visit;

  await visit.openHome();
  await press(tab, home.getByRole("button", { name: "Log a win" }));
  await modal.getByRole("textbox", { name: "What did you do?" }).fill(WORDS);
  await press(tab, modal.getByRole("button", { name: "Save", exact: true }));
  await shows(modal, "Saved", WORDS);
  expect(await tab.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain(WORDS);
  await press(tab, modal.getByRole("button", { name: "Done" }));
  await shows(home, WORDS);
  await standsAt(tab, /^Log a win$/);
});

journey("a chosen thing that is removed leaves the focus to its field", {}, async ({ tab, type, modal }) => {
  await type("/win");
  const people = modal.getByRole("combobox", { name: /With whom/ });
  await people.focus();
  for (const name of ["tom", "anjali"]) {
    await tab.keyboard.type(name);
    await tab.keyboard.press("Enter");
  }
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("Shift+Tab");
  await standsAt(tab, /^Remove Anjali/);
  await tab.keyboard.press("Enter");
  await expect.poll(() => people.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await modal.getByRole("button", { name: /^Remove / }).count()).toBe(1);
});

journey("the journal has the focus while it is looked at, and gives it back", {}, async ({ tab }) => {
  const journal = tab.locator(".journal");

  await press(tab, tab.getByRole("button", { name: "Journal", exact: true }));
  await standsAt(tab, /^Requests$/);
  await tab.keyboard.press("Escape");
  await expect.poll(() => journal.count()).toBe(0);
  await standsAt(tab, /Journal$/);
  await tab.keyboard.press("Enter");
  await press(tab, tab.getByRole("button", { name: "Close the journal" }));
  await expect.poll(() => journal.count()).toBe(0);
  await standsAt(tab, /Journal$/);
});

journey("where the journal covers everything, nothing beneath it takes the focus", { width: 390 }, async ({ tab }) => {
  await press(tab, tab.getByRole("button", { name: "Journal", exact: true }));
  await standsAt(tab, /^Requests$/);
  await tab.keyboard.press("Shift+Tab");
  await standsAt(tab, /Journal$/);
});

journey("the drawer has the focus while it is open, and gives it back", { width: 390 }, async ({ tab }) => {
  const drawer = tab.getByRole("navigation", { name: "Workspace" });

  await press(tab, tab.getByRole("button", { name: "Channels and people" }));
  await standsAt(tab, /^Act as/);
  await tab.keyboard.press("Escape");
  await standsAt(tab, /^Channels and people$/);
  await drawer.waitFor({ state: "hidden" });

  await tab.keyboard.press("Enter");
  await press(tab, drawer.getByRole("button", { name: "backend" }));
  await standsAt(tab, /^Channels and people$/);
  await drawer.waitFor({ state: "hidden" });

  await tab.keyboard.press("Enter");
  await drawer.getByRole("button", { name: "Reset the playground" }).focus();
  await tab.keyboard.press("Tab");
  await drawer.waitFor({ state: "hidden" });
  expect(await tab.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

journey("the faults are set without leaving them", {}, async ({ tab, slack }) => {
  await press(tab, tab.getByRole("button", { name: "Journal" }));
  await press(tab, tab.getByRole("tab", { name: "Faults" }));
  await tab.getByLabel("Only these methods").focus();
  await tab.keyboard.type("views.open");
  await tab.keyboard.press("Enter");
  await expect.poll(() => slack.state(MAYA).faults.methods).toEqual(["views.open"]);
  await standsAt(tab, /^Only these methods$/);
  expect(await tab.getByLabel("Only these methods").inputValue()).toBe("views.open");

  await tab.getByRole("checkbox", { name: /Revoke the token/ }).focus();
  await tab.keyboard.press("Space");
  await press(tab, tab.getByRole("button", { name: "Switch all off" }));
  await expect.poll(() => tab.getByLabel("Only these methods").inputValue()).toBe("");
  expect(await tab.evaluate(() => document.activeElement?.closest(".journal") !== null)).toBe(true);
});

/** As the keyboard does it, wherever on the way it stands. */
async function press(tab: Page, target: Visit["card"]): Promise<void> {
  await target.focus();
  await tab.keyboard.press("Enter");
}

async function standsAt(tab: Page, name: RegExp): Promise<void> {
  await expect.poll(() => focused(tab)).toMatch(name);
}
