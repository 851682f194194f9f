import { journey, shows } from "../stage.ts";

journey("the Home tab is browsed, and leads back to itself", {}, async ({ tab, picture }) => {
  const home = tab.locator(".home");
  const press = (name: string) => home.getByRole("button", { name, exact: true }).click();

  await tab.getByRole("button", { name: /^Progression/ }).click();
  await tab.getByRole("tab", { name: "Home" }).click();
  await shows(home, "Your place", "Who can see what");
  await picture("home-1");
  await home.getByRole("combobox", { name: "Read a framework" }).click();
  await tab.keyboard.type("backend");
  await tab.getByRole("option").first().click();
  await shows(home, "Backend");
  await press("Level 3");
  await shows(home, "Level 3");
  await picture("home-2-level");
  await press("Back to Home");
  await shows(home, "Your place");
});

journey("a message to the bot is answered like a command", {}, async ({ tab, type, card, button, picture }) => {
  await tab.getByRole("button", { name: /^Progression/ }).click();
  await tab.getByRole("heading", { name: "Progression" }).waitFor();
  await type("backend mastery 3");
  await shows(card, "Mastery · Level 3");
  await button("Level 4").click();
  await shows(card, "Mastery · Level 4");
  await picture("direct-message");
});

journey("a mention in a channel is answered to its author alone", {}, async ({ type, card, picture }) => {
  await type("@progression compare backend mastery 3 4");
  await shows(card, "Only visible to you", "Level 3 and level 4");
  await picture("mention");
});
