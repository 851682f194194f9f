import { MAYA } from "../../support/workspace.ts";
import { journey, shows } from "../stage.ts";

journey(
  "nudges are switched on, one arrives when the clock is moved, and is snoozed in its place",
  {},
  async ({ tab, type, card, button, picture }) => {
    const dialog = tab.getByRole("dialog");

    await type("/progression nudges");
    await shows(card, "Off, until you switch them on.");
    await button("Switch on nudges").click();
    await dialog.getByRole("combobox", { name: "How often" }).click();
    await tab.keyboard.type("Every week");
    await tab.getByRole("option").first().click();
    await picture("nudges-1-settings");
    await dialog.getByRole("button", { name: "Save" }).click();
    await shows(card, "The next one comes on");

    await tab.getByRole("button", { name: /^Clock: / }).click();
    await tab.getByRole("menuitem", { name: /To the next reminder/ }).click();
    await tab.getByRole("button", { name: /^Progression/ }).click();
    await shows(card, "Only you can see this, and what you write.", "A line is enough.");
    await picture("nudges-2-arrived");
    await button("Less often").click();
    await shows(card, "From now on every second week.");
    await picture("nudges-3-less-often");
  },
);

journey(
  "a 1:1 is set up, prepared when the clock is moved, sent after a preview and taken back, and begins again with what was agreed",
  {},
  async ({ tab, type, card, button, picture, as, slack }) => {
    const dialog = tab.getByRole("dialog");

    await type("/progression 1:1");
    await shows(card, "Your 1:1s", "None yet.");
    await button("Set up a 1:1").click();
    await dialog.getByRole("combobox", { name: "With whom" }).click();
    await tab.keyboard.type("Tom");
    await tab.getByRole("option").first().click();
    await picture("one-to-one-1-set-up");
    await dialog.getByRole("button", { name: "Save" }).click();
    await shows(card, "Saved.", "Every ", "The preparation comes 1 hour before.");

    await type("/progression 1:1 add The on-call rota after the move");
    await shows(card, "Point added", "The on-call rota after the move");
    await tab.getByRole("button", { name: /^Clock: / }).click();
    await tab.getByRole("menuitem", { name: /To the next reminder/ }).click();
    await tab.getByRole("button", { name: /^Progression/ }).click();
    await shows(card, "1:1 with tom", "The on-call rota after the move", "To think about");
    await picture("one-to-one-2-preparation");
    await button(/^Send to tom/).click();
    await shows(card, "A preview that you alone see");
    await picture("one-to-one-3-preview");
    await button(/^Send to tom/).click();
    await shows(card, "Sent to tom");

    const tom = slack.state("U0TOM000002").people.find(({ name }) => name === "tom")?.id ?? "";
    await as(tom);
    await tab.getByRole("button", { name: /^Progression/ }).click();
    await shows(card, "For your 1:1 with", "The on-call rota after the move", "Stop receiving from");
    await picture("one-to-one-4-received");

    await as(MAYA);
    await tab.getByRole("button", { name: /^Progression/ }).click();
    await button("Back to the preparation").click();
    await shows(card, "To think about");
    await button(/^What you sent/).click();
    await button(/^Withdraw/).click();
    await shows(card, "Withdrawn");
    await tab.getByRole("button", { name: /^Clock: / }).click();
    await tab.getByRole("menuitem", { name: /To the next reminder/ }).click();
    await shows(card, "What was agreed?");
    await button("Write it down").click();
    await dialog.getByRole("textbox").fill("I draft the plan");
    await dialog.getByRole("button", { name: "Write down" }).click();
    await shows(card, "Written down");
    await tab.getByRole("button", { name: /^Clock: / }).click();
    await tab.getByRole("menuitem", { name: /Past the next clock change/ }).click();
    await shows(card, "What was agreed?");
    await shows(
      tab.locator(".messages"),
      /at 14:00, in an hour[\s\S]*Agreed on[\s\S]*I draft the plan[\s\S]*The on-call rota/,
    );
    await picture("one-to-one-5-after-the-clock-change");
  },
);
