import { EVENTS } from "./access.ts";
import { type CheckedManifest, manifestShape } from "./shape.ts";

/**
 * Our own reading of Slack's manifest rules, and of what Slack's schema leaves out: that scopes and events belong together, and that
 * addresses and Socket Mode agree. A field that is not listed is refused.
 */

/** Every problem as a sentence that starts with its place: `settings.interactivity.request_url must be an https address`. */
export function checkManifest(manifest: unknown): string[] {
  const parsed = manifestShape.safeParse(manifest);
  if (parsed.success) return checkWhole(parsed.data);
  return parsed.error.issues.flatMap((issue) => {
    const place = issue.path.join(".") || "the manifest";
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => `${[...issue.path, key].join(".")} is not known here`);
    if (issue.code === "invalid_type") return `${place} must be a value of type ${issue.expected}`;
    return `${place} ${issue.message}`;
  });
}

/** What shows only between several parts of a manifest. */
function checkWhole(manifest: CheckedManifest): string[] {
  return [...checkAddresses(manifest), ...checkAccess(manifest), ...checkTabs(manifest), ...checkRepeats(manifest)];
}

function checkAddresses({ features, settings }: CheckedManifest): string[] {
  const addresses = [
    ...features.slash_commands.map(({ url }, index) => [`features.slash_commands.${index}.url`, url] as const),
    ["settings.event_subscriptions.request_url", settings.event_subscriptions.request_url] as const,
    ["settings.interactivity.request_url", settings.interactivity.request_url] as const,
    ["settings.interactivity.message_menu_options_url", settings.interactivity.message_menu_options_url] as const,
  ];
  return addresses.flatMap(([place, url]) => {
    if (settings.socket_mode_enabled) return url === undefined ? [] : [`${place} must go: Socket Mode uses no address`];
    return url === undefined ? [`${place} is missing: without Socket Mode, Slack needs an address`] : [];
  });
}

function checkAccess({ features, oauth_config, settings }: CheckedManifest): string[] {
  const { bot, bot_optional = [] } = oauth_config.scopes;
  const missing = (scope: string, why: string) =>
    bot.includes(scope) ? [] : [`oauth_config.scopes.bot needs ${scope} for ${why}`];
  return [
    ...bot_optional
      .filter((scope) => !bot.includes(scope))
      .map((scope) => `oauth_config.scopes.bot needs ${scope}, as it is optional`),
    ...settings.event_subscriptions.bot_events.flatMap((name) => {
      const scope = EVENTS.find(({ event }) => event === name)?.scope ?? null;
      return scope === null ? [] : missing(scope, name);
    }),
    ...(features.slash_commands.length + (features.shortcuts?.length ?? 0) > 0
      ? missing("commands", "slash commands")
      : []),
  ];
}

function checkTabs({ features, settings }: CheckedManifest): string[] {
  const { bot_events } = settings.event_subscriptions;
  const { home_tab_enabled, messages_tab_enabled, messages_tab_read_only_enabled } = features.app_home;
  const needs = (event: string, why: string) =>
    bot_events.includes(event) ? [] : [`settings.event_subscriptions.bot_events needs ${event}: ${why}`];
  return [
    ...(home_tab_enabled ? needs("app_home_opened", "an enabled Home tab must not stay empty") : []),
    ...(messages_tab_enabled && !messages_tab_read_only_enabled
      ? needs("message.im", "who can write to the bot must be answered")
      : []),
    ...["app_uninstalled", "tokens_revoked"].flatMap((event) => needs(event, "the bot must know when it has to stop")),
  ];
}

function checkRepeats({ features, oauth_config, settings }: CheckedManifest): string[] {
  const lists = [
    ["features.slash_commands", features.slash_commands.map(({ command }) => command)],
    ["features.shortcuts", (features.shortcuts ?? []).map(({ callback_id }) => callback_id)],
    ["oauth_config.scopes.bot", oauth_config.scopes.bot],
    ["settings.event_subscriptions.bot_events", settings.event_subscriptions.bot_events],
  ] as const;
  return lists.flatMap(([place, names]) =>
    [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
      (name) => `${place} holds ${name} twice`,
    ),
  );
}
