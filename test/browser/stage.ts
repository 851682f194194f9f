import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { createPage } from "../../playground/serve-page.ts";
import { findChromium, inCi, launchChromium } from "../support/chromium.ts";
import { isLoopback } from "../support/loopback.ts";
import { MAYA, openWorkspace, type Workspace, type WorkspaceOptions } from "../support/workspace.ts";

/**
 * One browser and one window for all journeys of a file; each has a workspace and a bot of its own, and with them an address of its own:
 * nothing that a page keeps is seen by the next.
 */

export interface Visit extends Omit<Workspace, "type"> {
  readonly tab: Page;
  /** Opens the playground as this person; the first time is Maya's and has happened. */
  as(user: string): Promise<void>;
  /** Types a line into the composer and sends it with Enter. */
  type(line: string): Promise<void>;
  /** The newest message of the bot here. */
  readonly card: Locator;
  button(name: string | RegExp): Locator;
  /** The modal on top. */
  readonly modal: Locator;
  /** The Home tab, as it is open. */
  readonly home: Locator;
  /** Goes to the conversation with the bot and opens its Home tab; leaves it first where it is open. */
  openHome(): Promise<void>;
  /** Takes an entry of a message's menu of shortcuts. */
  shortcut(message: Locator, name: string): Promise<void>;
  react(message: Locator, emoji: string): Promise<void>;
  /** Chooses in a select of the newest card: types into it, takes what is left. */
  choose(menu: string, typed: string): Promise<void>;
  /** For whoever looks at the pictures afterwards. */
  picture(name: string): Promise<void>;
}

interface VisitOptions extends WorkspaceOptions {
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
}

const chromiumPath = findChromium();
const pictures = chromiumPath === undefined ? "" : mkdtempSync(join(tmpdir(), "progression-journeys-"));
let browser: Promise<Browser> | undefined;
let window: Promise<Page> | undefined;

if (chromiumPath === undefined && !inCi()) {
  process.stderr.write(
    "\n  NO CHROMIUM: the browser journeys are not run. Install it, or name it with CHROMIUM_PATH.\n\n",
  );
}

/** A test that begins at the playground's page and ends with a look at everything that must never happen on the way. */
export function journey(name: string, options: VisitOptions, run: (visit: Visit) => Promise<void>): void {
  test.skipIf(chromiumPath === undefined && !inCi())(name, async () => {
    await walk(options, run);
  });
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  if (pictures !== "") process.stdout.write(`\n  Pictures of the journeys: ${pictures}\n\n`);
}

async function walk(options: VisitOptions, run: (visit: Visit) => Promise<void>): Promise<void> {
  if (chromiumPath === undefined)
    throw new Error("There is no Chromium, and CI does not go without the browser journeys.");
  browser ??= launchChromium(chromiumPath);
  window ??= browser.then((open) => open.newPage({ reducedMotion: "reduce", locale: "en-GB" }));
  const page = await createPage();
  await using workspace = await openWorkspace({
    ...options,
    slack: { ...options.slack, mount: (request, response) => page.handle(request, response) },
  });
  const tab = await window;
  await tab.setViewportSize({ width: options.width ?? 1280, height: options.height ?? 800 });
  await tab.emulateMedia({ colorScheme: options.theme ?? "light" });
  const wrong = watch(tab);

  tab.setDefaultTimeout(10_000);
  try {
    const visit = visitOf(workspace, tab);

    await visit.as(MAYA);
    await run(visit);
    expect(await tab.getByTestId("breaches").count(), "a payload that Slack would refuse").toBe(0);
    expect(await tab.getByTestId("shout").count(), "something that the page cannot draw").toBe(0);
    expect(workspace.slack.journal().flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(wrong()).toEqual([]);
  } finally {
    tab.removeAllListeners();
    // It leaves before its workspace closes, which would be an error on the page.
    await tab.goto("about:blank");
  }
}

/** Errors in the console, exceptions, and requests to anywhere but this machine. */
function watch(tab: Page): () => string[] {
  const wrong: string[] = [];

  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => wrong.push(`exception: ${error.message}`));
  tab.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());

    if (protocol !== "data:" && !isLoopback(hostname)) wrong.push(`request: ${request.url()}`);
  });
  return () => wrong;
}

function visitOf(workspace: Workspace, tab: Page): Visit {
  const card = tab
    .locator("article")
    .filter({ has: tab.locator(".message-head .badge") })
    .last();
  const tool = async (message: Locator, menu: string, entry: string) => {
    await message.hover();
    await message.getByRole("button", { name: menu }).click();
    await tab.getByRole("menuitem", { name: entry }).click();
  };
  const button = (name: string | RegExp) => card.getByRole("button", { name, exact: true });

  return {
    ...workspace,
    tab,
    card,
    button,
    modal: tab.locator("dialog[open]").last(),
    home: tab.locator(".home"),
    async openHome() {
      await tab
        .getByRole("button", { name: /^Progression/ })
        .first()
        .click();
      await tab.getByRole("tab", { name: "Messages", exact: true }).click();
      await tab.getByRole("tab", { name: "Home" }).click();
      await tab.locator(".home").waitFor();
    },
    shortcut: (message, name) => tool(message, "More message shortcuts", name),
    react: (message, emoji) => tool(message, "Add a reaction", emoji),
    async as(user) {
      await tab.goto(`${workspace.slack.url}/#as=${user}`);
      // The page of the person before stays until this one's is there.
      const { realName } = workspace.slack.state(user).me;
      await tab.locator(".people-button", { hasText: realName }).waitFor({ state: "attached" });
      await tab.getByRole("textbox", { name: /^Message/ }).waitFor();
    },
    async type(line) {
      await tab.getByRole("textbox", { name: /^Message/ }).fill(line);
      await tab.keyboard.press("Enter");
    },
    async choose(menu, typed) {
      await card.getByRole("combobox", { name: menu }).click();
      await tab.keyboard.type(typed);
      await tab.getByRole("option").first().click();
    },
    async picture(name) {
      await tab.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
    },
  };
}

/** Resolves when it is there, and says what stood there instead when it is not. */
export async function shows(where: Locator, ...texts: readonly (string | RegExp)[]): Promise<void> {
  for (const text of texts) {
    await expect
      .poll(() => where.innerText(), { timeout: 10_000 })
      .toMatch(typeof text === "string" ? new RegExp(RegExp.escape(text)) : text);
  }
}

/** The name of what has the focus, as a screen reader says it. */
export function focused(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const active = document.activeElement;
    const [label] = active instanceof HTMLInputElement ? [...(active.labels ?? [])] : [];

    return active?.getAttribute("aria-label") ?? (label ?? active)?.textContent ?? "";
  });
}
