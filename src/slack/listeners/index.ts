import type { App } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { Identity } from "../transport/identity.ts";
import type { WinDesk } from "../win-desk.ts";
import type { Desk } from "./desk.ts";
import { registerDirectMessage } from "./direct-message.ts";
import { registerLifecycle } from "./lifecycle.ts";
import { registerMention } from "./mention.ts";
import { registerPlace } from "./place/index.ts";
import type { MyParts } from "./place/press.ts";
import { registerProgressionCommand } from "./progression-command.ts";
import { registerShareAction } from "./share-action.ts";
import { registerShowAction } from "./show-action.ts";
import { registerWins } from "./wins/index.ts";

/** Everything that the bot listens to. A test holds this list against the manifest, both ways. */
export function registerListeners(
  app: App,
  parts: {
    readonly desk: Desk;
    readonly my: MyParts;
    readonly wins: WinDesk;
    readonly identity: () => Identity;
    readonly log: Log;
  },
): void {
  registerProgressionCommand(app, parts);
  registerShowAction(app, parts);
  registerShareAction(app, parts.desk);
  registerPlace(app, parts.my);
  registerDirectMessage(app, parts, parts.wins);
  registerMention(app, parts, parts.wins);
  registerWins(app, parts.wins);
  registerLifecycle(app, parts);
}
