import type { App } from "@slack/bolt";
import type { OneDesk } from "../../one-desk.ts";
import { registerListActions } from "./list-actions.ts";
import { registerNudgeActions } from "./nudge-actions.ts";
import { registerPoints } from "./points.ts";
import { registerSendActions } from "./send-actions.ts";
import { registerTurnActions } from "./turn-actions.ts";

/** Everything that can be done about 1:1s and nudges. */
export function registerOneToOnes(app: App, desk: OneDesk): void {
  registerListActions(app, desk);
  registerTurnActions(app, desk);
  registerPoints(app, desk);
  registerSendActions(app, desk);
  registerNudgeActions(app, desk);
}
