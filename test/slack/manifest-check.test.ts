import { describe, expect, test } from "vitest";
import { checkManifest } from "../../src/slack/manifest/check.ts";
import { manifest } from "../../src/slack/manifest/manifest.ts";

const http = manifest({ http: new URL("https://progression.example.com") });
const url = "https://progression.example.com/slack/events";

type Change = readonly [path: string, value: unknown, problem: string];

/** A copy with one field changed; undefined takes it away. */
function changed(base: unknown, path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(base)) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const command = "features.slash_commands.0";
const scopes = "oauth_config.scopes.bot";
const events = "settings.event_subscriptions.bot_events";
const shortcut = { name: "x".repeat(24), type: "message", callback_id: "x".repeat(255), description: "x".repeat(150) };
const without = (list: readonly string[], name: string) => list.filter((one) => one !== name);
const bot = manifest().oauth_config.scopes.bot;
const botEvents = manifest().settings.event_subscriptions.bot_events;

describe("the checker", () => {
  const wrong: readonly Change[] = [
    ["display_information.name", "x".repeat(36), "display_information.name has more than 35 characters"],
    ["display_information.name", "", "display_information.name needs at least 1 characters"],
    [
      "display_information.description",
      "x".repeat(141),
      "display_information.description has more than 140 characters",
    ],
    [
      "display_information.long_description",
      "x".repeat(174),
      "display_information.long_description needs at least 175 characters",
    ],
    [
      "display_information.long_description",
      "x".repeat(4001),
      "display_information.long_description has more than 4000 characters",
    ],
    [
      "display_information.background_color",
      "navy",
      "display_information.background_color must be a colour such as #1d3557",
    ],
    ["features.bot_user.display_name", "x".repeat(81), "features.bot_user.display_name has more than 80 characters"],
    [
      "features.bot_user.display_name",
      "Progression Bot",
      "features.bot_user.display_name may hold a-z, 0-9, hyphen, underscore and full stop",
    ],
    ["features.slash_commands", [], "features.slash_commands needs a command"],
    [`${command}.command`, `/${"x".repeat(32)}`, `${command}.command has more than 32 characters`],
    [`${command}.command`, "progression", `${command}.command must be a slash and a lower-case word`],
    [`${command}.description`, "x".repeat(2001), `${command}.description has more than 2000 characters`],
    [`${command}.usage_hint`, "x".repeat(1001), `${command}.usage_hint has more than 1000 characters`],
    [
      `${command}.should_escape`,
      false,
      `${command}.should_escape must be true, so that people and channels arrive as ids`,
    ],
    ["features.shortcuts", [], "features.shortcuts needs a shortcut"],
    [
      "features.shortcuts",
      [{ ...shortcut, name: "x".repeat(25) }],
      "features.shortcuts.0.name has more than 24 characters",
    ],
    ["features.shortcuts", [{ ...shortcut, type: "menu" }], "features.shortcuts.0.type must be message or global"],
    [
      "features.shortcuts",
      [{ ...shortcut, callback_id: "x".repeat(256) }],
      "features.shortcuts.0.callback_id has more than 255 characters",
    ],
    [
      "features.shortcuts",
      [{ ...shortcut, description: "x".repeat(151) }],
      "features.shortcuts.0.description has more than 150 characters",
    ],
    ["features.shortcuts", [shortcut, shortcut], `features.shortcuts holds ${shortcut.callback_id} twice`],
    ["features.rich_previews", {}, "features.rich_previews is not known here"],
    [scopes, [...bot, "channels:history"], `${scopes}.${bot.length} scope channels:history is never asked for`],
    [scopes, [...bot, "reactions:reed"], `${scopes}.${bot.length} scope reactions:reed is not one of ours`],
    [scopes, [...bot, "commands"], `${scopes} holds commands twice`],
    [scopes, [], `${scopes} needs a scope`],
    [scopes, without(bot, "commands"), `${scopes} needs commands for slash commands`],
    [scopes, without(bot, "im:history"), `${scopes} needs im:history for message.im`],
    [scopes, without(bot, "app_mentions:read"), `${scopes} needs app_mentions:read for app_mention`],
    ["oauth_config.redirect_urls", ["http://a.example"], "oauth_config.redirect_urls.0 must be an https address"],
    [
      events,
      [...botEvents, "message.channels"],
      `${events}.${botEvents.length} event message.channels is not one of ours`,
    ],
    [events, [...botEvents, "app_mention"], `${events} holds app_mention twice`],
    [events, [], `${events} needs an event`],
    [
      events,
      without(botEvents, "app_home_opened"),
      `${events} needs app_home_opened: an enabled Home tab must not stay empty`,
    ],
    [events, without(botEvents, "message.im"), `${events} needs message.im: who can write to the bot must be answered`],
    [
      events,
      without(botEvents, "app_uninstalled"),
      `${events} needs app_uninstalled: the bot must know when it has to stop`,
    ],
    [
      events,
      without(botEvents, "tokens_revoked"),
      `${events} needs tokens_revoked: the bot must know when it has to stop`,
    ],
    [
      "settings.interactivity.is_enabled",
      false,
      "settings.interactivity.is_enabled must be true: every card has buttons",
    ],
    [
      "settings.token_rotation_enabled",
      true,
      "settings.token_rotation_enabled must be false: once on, it cannot be turned off",
    ],
    ["settings.socket_mode_enabled", "yes", "settings.socket_mode_enabled must be a value of type boolean"],
    ["settings.interactivity", undefined, "settings.interactivity must be a value of type object"],
    ["settings.function_runtime", "remote", "settings.function_runtime is not known here"],
  ];

  test.each(wrong)("%s = %j", (path, value, problem) => {
    expect(checkManifest(changed(manifest(), path, value))).toEqual([problem]);
  });

  const addresses = [
    "features.slash_commands.0.url",
    "settings.event_subscriptions.request_url",
    "settings.interactivity.request_url",
    "settings.interactivity.message_menu_options_url",
  ];

  test.each(addresses)("%s stands in HTTP and not in Socket Mode", (path) => {
    expect(checkManifest(changed(http, path, undefined))).toEqual([
      `${path} is missing: without Socket Mode, Slack needs an address`,
    ]);
    expect(checkManifest(changed(manifest(), path, url))).toEqual([`${path} must go: Socket Mode uses no address`]);
    expect(checkManifest(changed(http, path, "http://a.example"))).toEqual([`${path} must be an https address`]);
  });

  const edges: readonly (readonly [string, unknown])[] = [
    ["display_information.name", "x".repeat(35)],
    ["display_information.description", "x".repeat(140)],
    ["display_information.long_description", "x".repeat(175)],
    ["display_information.long_description", "x".repeat(4000)],
    ["display_information.background_color", "#1d3557"],
    ["features.bot_user.display_name", "x".repeat(80)],
    [`${command}.command`, `/${"x".repeat(31)}`],
    [`${command}.description`, "x".repeat(2000)],
    [`${command}.usage_hint`, "x".repeat(1000)],
    ["features.shortcuts", [shortcut]],
    ["oauth_config.scopes.bot_optional", ["users:read"]],
    ["oauth_config.redirect_urls", ["https://a.example/slack/oauth_redirect"]],
  ];

  test.each(edges)("%s may be %j", (path, value) => {
    expect(checkManifest(changed(manifest(), path, value))).toEqual([]);
  });

  test("an optional scope is asked for too", () => {
    const bare = changed(manifest(), scopes, without(bot, "files:write"));
    expect(checkManifest(changed(bare, "oauth_config.scopes.bot_optional", ["files:write"]))).toEqual([
      `${scopes} needs files:write, as it is optional`,
    ]);
  });

  test("more than Slack takes", () => {
    const list = (count: number, make: (index: number) => unknown) =>
      Array.from({ length: count }, (_, index) => make(index));
    const commands = list(51, (i) => ({ ...manifest().features.slash_commands[0], command: `/c${i}` }));
    expect(checkManifest(changed(manifest(), "features.slash_commands", commands))).toEqual([
      "features.slash_commands has more than 50 commands",
    ]);
    const shortcuts = list(11, (i) => ({ ...shortcut, callback_id: `c${i}` }));
    expect(checkManifest(changed(manifest(), "features.shortcuts", shortcuts))).toEqual([
      "features.shortcuts has more than 10 shortcuts",
    ]);
    const many = list(101, () => "app_mention");
    expect(checkManifest(changed(manifest(), events, many))).toEqual([`${events} has more than 100 events`]);
  });

  test.each([null, undefined, 7, "text", [], {}])("%j is a manifest with problems, not an exception", (value) => {
    expect(checkManifest(value)).not.toEqual([]);
  });
});
