import { isOwnChoice } from "../../../nudges/plan.ts";

/** Why reminders are off that the person did not switch off themselves. */

const SENTENCES: Readonly<Record<string, string>> = {
  messages_tab_disabled:
    "Slack takes no message for you, because the app’s Messages tab is off. An admin can switch it on",
  cannot_dm_bot: "Slack takes no message for you. Write to the bot once",
  user_not_found: "Slack did not find you when one was due",
  user_not_visible: "Slack did not let the bot see you when one was due",
  channel_not_found: "Slack did not find our conversation. Write to the bot once",
  is_archived: "our conversation was closed. Write to the bot once",
  deactivated: "your account was closed when one was due",
  guest: "you were a guest when one was due, and guests get none",
  imported: "they came back with an import",
  stranger: "you belonged to another organisation when one was due",
};

/** `mend`: what to do then, as a sentence without its full stop. null: they are on, or it is the person's own choice. */
export function offSentence(reason: string | null, mend: string): string | null {
  return reason === null || isOwnChoice(reason)
    ? null
    : `Off: ${SENTENCES[reason] ?? `Slack refused a message to you (${reason})`}. ${mend}.`;
}
