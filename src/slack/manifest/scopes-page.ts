import { EVENTS, NEVER, SCOPES } from "./access.ts";

/** `docs/scopes.md`, made from the same tables as the manifest. */
export function scopesPage(): string {
  const required = SCOPES.filter((scope) => !scope.optional);
  const optional = SCOPES.filter((scope) => scope.optional);
  return [
    "# What the app may do in Slack, and why",
    "Made from `src/slack/manifest/access.ts`, as `manifest.yml` is; a test holds all three together.",
    "## Scopes",
    "A bot token only: the app asks for nothing in a person's own name.",
    scopeTable(required),
    ...(optional.length === 0
      ? []
      : [
          "### Optional",
          "A workspace may refuse these at installation; the feature that needs one then says so.",
          scopeTable(optional),
        ]),
    "## Events",
    table(
      ["Event", "Scope", "What for"],
      EVENTS.map(({ event, scope, why }) => [`\`${event}\``, scope === null ? "none" : `\`${scope}\``, why]),
    ),
    "## What is never asked for",
    table(
      ["Scope", "Why not"],
      NEVER.map(({ scopes, why }) => [scopes.map((scope) => `\`${scope}\``).join(", "), why]),
    ),
    "Nothing of `admin.*` either. A channel for sharing what went well needs no more than this: people use a command there, or mention the bot.",
    "## Without a scope",
    "- Publishing the Home tab, opening a modal and pressing a button need none.\n" +
      "- A card is shared through the one-time address that Slack hands out with the button: no membership of the channel is needed.\n" +
      "- A direct message is opened by posting to the person's id: no `im:write`.",
  ]
    .join("\n\n")
    .concat("\n");
}

function scopeTable(scopes: typeof SCOPES): string {
  return table(
    ["Scope", "Why", "Used by"],
    scopes.map(({ scope, why, usedBy }) => [`\`${scope}\``, why, usedBy.join(", ")]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
