import type { Browser, Page } from "playwright-core";
import { brightwater } from "../../local-slack/brightwater.ts";
import { maya } from "../../local-slack/brightwater-people.ts";
import { createLocalSlack, type LocalSlack } from "../../local-slack/local-slack.ts";
import type { Scenario } from "../../local-slack/scenario.ts";
import { createPage } from "../serve-page.ts";
import type { Entry } from "./entry.ts";
import { THEMES, type Theme } from "./page.ts";

/** A Saturday morning in London, in every picture. */
export const NOW = Date.UTC(2026, 10, 21, 10, 30);
const WIDTH = 760;
/** Taller than the longest card, so that none is scrolled. */
const HEIGHT = 9_000;
const BOT_TOKEN = "xoxb-gallery";

/**
 * Each entry as the playground's page draws it. It is posted through the Web API of a local Slack without a bot, into a channel of its own:
 * no entry can be in another's picture.
 */
export async function photograph(
  browser: Browser,
  entries: readonly Entry[],
  keep: (entry: Entry, theme: Theme, png: Buffer) => Promise<void>,
): Promise<void> {
  const page = await createPage();
  await using slack = await createLocalSlack({
    scenario: roomsFor(entries),
    signingSecret: "gallery",
    botToken: BOT_TOKEN,
    appToken: "xapp-gallery",
    scopes: ["chat:write", "im:history"],
    commands: [],
    shortcuts: [],
    transport: "http",
    now: () => NOW,
    mount: (request, response) => page.handle(request, response),
  });
  const tab = await browser.newPage({
    viewport: { width: WIDTH, height: HEIGHT },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  await tab.clock.setFixedTime(NOW);

  for (const entry of entries) {
    const seen = await show(slack, entry);

    for (const theme of THEMES) {
      await tab.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await keep(entry, theme, await shoot(tab, slack.url, seen));
    }
    if (seen.modal !== undefined) {
      await slack.gesture({ kind: "close", as: maya.id, view: seen.modal });
      // Else the next picture may find this one's modal, on its way out.
      await tab.locator(seen.selector).waitFor({ state: "detached" });
    }
  }
  await tab.close();
}

interface Seen {
  readonly hash: string;
  readonly selector: string;
  /** Shown above and below it. */
  readonly around: number;
  /** The id of a modal, to be closed afterwards. */
  readonly modal?: string | undefined;
}

async function show(slack: LocalSlack, entry: Entry): Promise<Seen> {
  const { text, blocks, modal } = entry;

  if (modal !== undefined) {
    const trigger_id = slack.mintTrigger(maya.id);
    const { view } = await call(slack, "views.open", { trigger_id, view: modal });

    return { hash: `in=${roomOf(entry)}`, selector: "dialog.modal", around: 12, modal: view?.id };
  }

  if (entry.place === "Home tab") {
    await call(slack, "views.publish", { user_id: maya.id, view: { type: "home", callback_id: "home", blocks } });
    return { hash: `in=D${maya.id.slice(1)}&tab=home&${entry.id}`, selector: ".home-inner", around: 16 };
  }
  if (entry.place === "direct message") {
    const { channel, ts } = await call(slack, "chat.postMessage", { channel: maya.id, text, blocks });
    return { hash: `in=${channel}`, selector: `article[data-ts="${ts}"]`, around: 0 };
  }
  const channel = roomOf(entry);
  const { ts, message_ts } =
    entry.place === "channel"
      ? await call(slack, "chat.postMessage", { channel, text, blocks })
      : await call(slack, "chat.postEphemeral", { channel, user: maya.id, text, blocks });

  return { hash: `in=${channel}`, selector: `article[data-ts="${ts ?? message_ts}"]`, around: 0 };
}

async function shoot(tab: Page, url: string, { hash, selector, around }: Seen): Promise<Buffer> {
  await tab.goto(`${url}/#as=${maya.id}&${hash}`);
  const element = tab.locator(selector).first();

  await element.waitFor();
  await tab.evaluate(() => document.fonts.ready);
  const box = await element.boundingBox();
  const top = await tab.locator(".main-head").boundingBox();

  if (box === null || top === null) throw new Error(`${selector} is not to be seen.`);
  const y = Math.floor(box.y) - around;
  const height = Math.ceil(box.y + box.height) + around - y;

  // The whole width of the conversation, also beside what is narrower, such as a Home tab.
  return await tab.screenshot({ animations: "disabled", clip: { x: top.x, y, width: top.width, height } });
}

interface Posted {
  readonly ok: boolean;
  readonly error?: string;
  readonly channel?: string;
  readonly ts?: string;
  readonly message_ts?: string;
  readonly view?: { readonly id: string };
}

async function call(slack: LocalSlack, method: string, body: unknown): Promise<Posted> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${BOT_TOKEN}`, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  });
  const posted = (await response.json()) as Posted;

  if (!posted.ok) {
    throw new Error(`The local Slack refused ${method}: ${JSON.stringify(posted)}`);
  }
  return posted;
}

function roomOf(entry: Entry): string {
  return `C${entry.id.toUpperCase().replace(/[^A-Z0-9]/g, "")}`;
}

function roomsFor(entries: readonly Entry[]): Scenario {
  return {
    ...brightwater,
    channels: entries.map((entry) => ({
      id: roomOf(entry),
      name: "backend",
      topic: "",
      isPrivate: false,
      members: [maya.id, brightwater.app.botUser.id],
      messages: [],
    })),
  };
}
