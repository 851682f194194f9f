import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { loadSample } from "../../../playground/sample/load-sample.ts";
import { MAYA, TOM } from "../../support/workspace.ts";
import { journey, shows } from "../stage.ts";

journey(
  "a newcomer is set up in a minute, and looks at the map, focus and a note",
  {},
  async ({ tab, as, home, modal, openHome, picture }) => {
    const press = (name: string | RegExp) => home.getByRole("button", { name, exact: true }).first().click();
    const choose = async (menu: string, typed: string) => {
      await home.getByRole("combobox", { name: menu }).click();
      await tab.keyboard.type(typed);
      await tab.keyboard.press("Enter");
    };

    await as(TOM);
    await openHome();
    await shows(home, "Which framework are you reading?", "Log a win", "Recent wins");
    await picture("set-up-1");
    await choose("Choose a framework", "backend");
    await shows(home, "Which level of");
    await picture("set-up-2-level");
    await choose("Choose a level", "level 3");
    await shows(home, "Off until you choose a day");
    await choose("Choose a day", "Thursday");
    await shows(home, "Every Thursday at 15:00");
    await picture("set-up-3-nudges");
    await press(/^Next/);
    await shows(home, "Do you have a 1:1?");
    await press(/^Skip/);
    await shows(home, "You are reading", "Nudges: Every Thursday");
    await picture("set-up-4-ready");
    await press("Done");
    await shows(home, "Evidence by topic", "none yet");

    await choose("Open a topic", "mastery");
    await shows(home, "Level 3", "None yet");
    await picture("map-1-topic");
    await press(/^Focus: /);
    await shows(home, "in focus");
    await press(/^No opportunity yet: /);
    await shows(home, "No opportunity yet");
    await press(/^Say why: /);
    await modal.getByRole("textbox").fill("Our team runs no service of its own");
    await modal.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => modal.count()).toBe(0);
    await shows(home, "Our team runs no service of its own");
    await picture("map-2-noted");
    await press("Back to Home");
    await shows(home, "Focus", "in focus", "no opportunity yet");
    await picture("home-set-up");
  },
);

const folder = mkdtempSync(join(tmpdir(), "progression-frameworks-"));
const file = join(folder, "engineering/backend.md");

cpSync("frameworks", folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

journey(
  "a criterion is reworded: wins filed under it say so, and are seen, filed anew or kept",
  { frameworksDir: folder },
  async ({ bot, home, modal, openHome, picture }) => {
    const press = (name: string) => home.getByRole("button", { name, exact: true }).first().click();

    await loadSample(bot, Date.now());
    await openHome();
    await shows(home, "Backend, level 3", "Recent wins", "evidence, last:");
    await picture("home-a-year");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replaceAll(
        "Debugs production issues",
        "Debugs production issues and writes down what caused them",
      ),
    );
    await bot.reload();
    await openHome();
    await shows(home, "The framework has changed.");
    await press("See them");
    await shows(home, "has changed since", "Debugs production issues");
    await picture("changed-1-list");
    await press("See both wordings");
    await shows(modal, "When you filed it", "Debugs production issues", "Now", "writes down what caused them");
    await picture("changed-2-then-and-now");
    await modal.getByRole("button", { name: "Re-file" }).click();
    await shows(modal, "Add criteria");
    await modal.getByRole("button", { name: "Cancel" }).click();
    await shows(modal, "Then and now");
    await modal.locator(".modal-foot").getByRole("button", { name: "Close" }).click();
    await expect.poll(() => modal.count()).toBe(0);
    const before = await home.getByRole("button", { name: "Keep as it was" }).count();
    await press("Keep as it was");
    await expect.poll(() => home.getByRole("button", { name: "Keep as it was" }).count()).toBe(before - 1);
    expect((await bot.evidence.list({ team: "T0BRIGHT001", user: MAYA }, {}, 1)).total).toBeGreaterThan(30);
  },
);
