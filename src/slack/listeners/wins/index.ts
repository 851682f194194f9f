import type { App } from "@slack/bolt";
import type { WinDesk } from "../../win-desk.ts";
import { registerFormSubmitted } from "./form-submitted.ts";
import { registerWinActions } from "./win-actions.ts";
import { registerWinCommand } from "./win-command.ts";

/** Every way to hand over a win, and all that can be done with one. */
export function registerWins(app: App, desk: WinDesk): void {
  registerWinCommand(app, desk);
  registerFormSubmitted(app, desk);
  registerWinActions(app, desk);
}
