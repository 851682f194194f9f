import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { INGRID } from "../../support/workspace.ts";
import { journey, shows } from "../stage.ts";

const folder = mkdtempSync(join(tmpdir(), "progression-frameworks-"));
const file = join(folder, "engineering/backend.md");

cpSync("frameworks", folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

journey(
  "a framework file breaks: its last good version stays, an admin is told where, and mending it is enough",
  { frameworksDir: folder, adminUserIds: INGRID },
  async ({ tab, as, type, card, picture, bot }) => {
    const whole = readFileSync(file, "utf8");
    const [line] = /^.*Debugs production issues.*$/m.exec(whole) ?? [""];
    const number = whole.slice(0, whole.indexOf(line)).split("\n").length;

    await type("/progression backend mastery 3");
    await shows(card, "Debugs production issues");

    writeFileSync(file, whole.replace(line, line.replace(/^ +/, "\t")));
    await as(INGRID);
    await tab.getByRole("button", { name: /^Progression.*1 unread/ }).click();
    await shows(card, `engineering/backend.md:${number}`, "The last version that was right stays in service");
    expect(await card.innerText(), "the lines below the tab are not at fault").not.toContain("does not line up");
    await picture("broken-1-admin-is-told");
    await type("backend mastery 3");
    await shows(card, "Debugs production issues");

    writeFileSync(file, whole.replace("Debugs production issues", "Debugs production issues with a colleague"));
    // The folder is watched, and a change in it is taken up a moment later.
    await expect.poll(() => JSON.stringify(bot.catalogue()), { timeout: 10_000 }).toContain("issues with a colleague");
    await type("backend mastery 3");
    await shows(card, "Debugs production issues with a colleague");
    await picture("broken-2-mended");
  },
);

journey(
  "Slack does not take a Home tab: the page says what Slack would, and a second try works",
  {},
  async ({ tab, picture }) => {
    await tab.getByRole("button", { name: "Journal" }).click();
    await tab.getByRole("tab", { name: "Faults" }).click();
    await tab.getByLabel("Only these methods").fill("views.publish");
    await tab.getByLabel("Only these methods").press("Enter");
    await tab.getByRole("checkbox", { name: /Server error/ }).click();
    await expect.poll(() => tab.getByRole("checkbox", { name: /Server error/ }).isChecked()).toBe(true);
    await tab.getByRole("button", { name: /^Progression/ }).click();
    await tab.getByRole("tab", { name: "Home" }).click();
    await tab.getByText("The app has not published a Home tab yet.").waitFor();
    await tab.getByRole("tab", { name: "Requests" }).click();
    await tab
      .getByTestId("journal-entry")
      .filter({ hasText: "views.publish" })
      .filter({ hasText: "500" })
      .first()
      .waitFor();
    await picture("fault-1-no-home");
    await tab.getByRole("tab", { name: "Faults" }).click();
    await tab.getByRole("button", { name: "Switch all off" }).click();
    await tab.getByRole("tab", { name: "Messages", exact: true }).click();
    await tab.getByRole("tab", { name: "Home" }).click();
    await shows(tab.locator(".home"), "Your place");
  },
);
