import type { App } from "@slack/bolt";
import { homeView } from "../views/answer.ts";
import type { Desk } from "./desk.ts";
import { PROGRESSION } from "./progression-command.ts";

/** Slack sends this every time somebody looks at the tab, so that what they see is never older than their look. */
export function registerHomeOpened(app: App, desk: Desk): void {
  app.event("app_home_opened", async ({ client, event }) => {
    if (event.tab !== "home") {
      return;
    }
    const answer = await desk.answer({ kind: "welcome" }, { user: event.user, command: PROGRESSION });

    await client.views.publish({ user_id: event.user, view: homeView(answer) });
  });
}
