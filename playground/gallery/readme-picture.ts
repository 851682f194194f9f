import type { Browser } from "playwright-core";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { openPlayground } from "../open-playground.ts";
import { createPage } from "../serve-page.ts";
import { NOW } from "./photograph.ts";

/** The playground as a visitor sees it after the first thing that it suggests to type. */
export async function readmePicture(browser: Browser): Promise<Buffer> {
  const page = await createPage();
  await using playground = await openPlayground({
    config: readConfig({}),
    log: createLog("error"),
    transport: "http",
    port: 0,
    slack: { now: () => NOW, mount: (request, response) => page.handle(request, response) },
  });
  const tab = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    locale: "en-GB",
    timezoneId: "Europe/London",
  });

  await tab.clock.setFixedTime(NOW);
  await tab.goto(playground.slack.url);
  await tab.getByRole("textbox", { name: "Message #backend" }).fill("/progression backend mastery 3");
  await tab.keyboard.press("Enter");
  await tab.locator("article.ephemeral").waitFor();
  await tab.mouse.move(0, 0);

  const png = await tab.screenshot({ animations: "disabled" });

  await tab.close();
  return png;
}
