import type { App } from "@slack/bolt";
import type { OneDesk } from "../one-desk.ts";
import { ownerOf } from "./envelope.ts";

/**
 * Somebody changed their zone or their status, became a guest or left. Slack sends this for everybody of the workspace to every app that
 * listens: of people whom the bot knows nothing of, nothing is looked at, kept or counted.
 */
export function registerUserChange(app: App, desk: OneDesk): void {
  app.event("user_change", async ({ body, event }) => {
    const owner = ownerOf(body, event.user.id);

    if (await desk.isKnown(owner)) {
      await desk.personSaid(owner, event.user);
    }
  });
}

/** Looking at Home or at the conversation names the conversation. */
export function registerConversation(app: App, desk: OneDesk): void {
  app.event("app_home_opened", async ({ body, event }) => desk.heard(ownerOf(body, event.user), event.channel));
}
