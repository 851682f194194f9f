import type { App } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { Identity } from "../transport/identity.ts";
import type { WinDesk } from "../win-desk.ts";
import type { Desk } from "./desk.ts";
import { registerDirectMessage } from "./direct-message.ts";
import { registerHomeOpened } from "./home-opened.ts";
import { registerLifecycle } from "./lifecycle.ts";
import { registerMention } from "./mention.ts";
import { registerProgressionCommand } from "./progression-command.ts";
import { registerShareAction } from "./share-action.ts";
import { registerShowAction } from "./show-action.ts";
import { registerWins } from "./wins/index.ts";

/** Everything that the bot listens to. A test holds this list against the manifest, both ways. */
export function registerListeners(
  app: App,
  parts: { readonly desk: Desk; readonly wins: WinDesk; readonly identity: () => Identity; readonly log: Log },
): void {
  registerProgressionCommand(app, parts.desk);
  registerShowAction(app, parts.desk);
  registerShareAction(app, parts.desk);
  registerHomeOpened(app, parts.desk);
  registerDirectMessage(app, parts.desk, parts.wins);
  registerMention(app, parts.desk, parts.wins);
  registerWins(app, parts.wins);
  registerLifecycle(app, parts);
}
