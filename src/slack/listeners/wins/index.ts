import type { App } from "@slack/bolt";
import type { WinDesk } from "../../win-desk.ts";
import { registerDrafts } from "./drafts.ts";
import { registerEmoji } from "./emoji.ts";
import { registerFormCriteria } from "./form-criteria.ts";
import { registerFormSubmitted } from "./form-submitted.ts";
import { registerPicker } from "./picker.ts";
import { registerShareWin } from "./share-win.ts";
import { registerShortcuts } from "./shortcuts.ts";
import { registerWinActions } from "./win-actions.ts";
import { registerWinCommand } from "./win-command.ts";

/** Every way to hand over a win, and all that can be done with one. */
export function registerWins(app: App, desk: WinDesk): void {
  registerWinCommand(app, desk);
  registerFormSubmitted(app, desk);
  registerFormCriteria(app, desk);
  registerWinActions(app, desk);
  registerPicker(app, desk);
  registerDrafts(app, desk);
  registerShareWin(app, desk);
  registerShortcuts(app, desk);
  registerEmoji(app, desk);
}
