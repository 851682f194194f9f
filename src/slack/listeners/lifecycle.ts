import type { App } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { Identity } from "../transport/identity.ts";

/** The workspace took the app or its token away. The two events come in any order, and late ones may follow a new install. */
export function registerLifecycle(app: App, parts: { readonly identity: () => Identity; readonly log: Log }): void {
  app.event("app_uninstalled", async () => {
    parts.identity().revoked("the app was uninstalled");
    parts.log.warn("app uninstalled");
  });
  app.event("tokens_revoked", async ({ event }) => {
    if ((event.tokens.bot?.length ?? 0) > 0) {
      parts.identity().revoked("the bot's token was revoked");
      parts.log.warn("bot token revoked");
    }
  });
}
