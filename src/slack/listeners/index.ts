import type { App } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { OneDesk } from "../one-desk.ts";
import type { Identity } from "../transport/identity.ts";
import type { WinDesk } from "../win-desk.ts";
import type { Desk } from "./desk.ts";
import { registerDirectMessage } from "./direct-message.ts";
import { registerLifecycle } from "./lifecycle.ts";
import { registerMention } from "./mention.ts";
import { registerOneToOnes } from "./one-to-ones/index.ts";
import { registerConversation, registerUserChange } from "./person.ts";
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
    readonly ones: OneDesk;
    readonly identity: () => Identity;
    readonly log: Log;
  },
): void {
  registerProgressionCommand(app, parts, parts.ones);
  registerShowAction(app, parts);
  registerShareAction(app, parts.desk);
  registerDirectMessage(app, parts, parts.wins, parts.ones);
  registerMention(app, parts, parts.wins);
  registerWins(app, parts.wins);
  registerPlace(app, parts.my);
  registerOneToOnes(app, parts.ones);
  registerUserChange(app, parts.ones);
  registerConversation(app, parts.ones);
  registerLifecycle(app, parts);
}
