import type { App } from "@slack/bolt";
import { ownerOf } from "../envelope.ts";
import { registerChoices } from "./choices.ts";
import { registerMyData } from "./my-data.ts";
import { registerMyWins } from "./my-wins.ts";
import { registerNotes } from "./notes.ts";
import type { MyParts } from "./press.ts";
import { registerReminderSteps } from "./reminders.ts";

/** Everything on a person's own pages, and their look at Home. */
export function registerPlace(app: App, parts: MyParts): void {
  registerHomeOpened(app, parts);
  registerChoices(app, parts);
  registerReminderSteps(app, parts);
  registerNotes(app, parts);
  registerMyWins(app, parts);
  registerMyData(app, parts);
}

/** Slack sends this every time somebody looks at the tab, so that what they see is never older than their look. */
function registerHomeOpened(app: App, { home }: MyParts): void {
  app.event("app_home_opened", async ({ body, event }) => {
    if (event.tab === "home") {
      await home.opened(ownerOf(body, event.user));
    }
  });

  // A tab that stays open all day is looked at whenever something in it is pressed, whoever answers the press.
  app.use(async ({ body, next }) => {
    const view = "view" in body ? body["view"] : undefined;
    const user = "user" in body ? body["user"] : undefined;
    if (body["type"] === "block_actions" && isHomeView(view) && hasId(user)) {
      home.touched(ownerOf(body, user.id));
    }
    await next();
  });
}

function isHomeView(view: unknown): boolean {
  return typeof view === "object" && view !== null && "type" in view && view.type === "home";
}

function hasId(user: unknown): user is { readonly id: string } {
  return typeof user === "object" && user !== null && "id" in user && typeof user.id === "string";
}
