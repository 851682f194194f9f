/**
 * What the app asks Slack for, each with its reason. The manifest and `docs/scopes.md` are both made from these tables, so that neither
 * can ask for more than the other admits. A new feature adds its rows here and nothing else.
 */

export interface Scope {
  readonly scope: string;
  /** What it allows, in a sentence that an admin can weigh. */
  readonly why: string;
  readonly usedBy: readonly string[];
  /** The workspace may say no at installation: everything else still works. */
  readonly optional: boolean;
}

export const SCOPES: readonly Scope[] = [
  {
    scope: "commands",
    why: "Registers `/progression`, `/win` and `/wins`, and the three shortcuts. The bot receives what is typed after a command, or the one message that a shortcut was used on, and nothing else.",
    usedBy: ["`/progression`", "`/win`", "`/wins`", "*Log a win*", "*Save as win*", "*Add to my 1:1*"],
    optional: false,
  },
  {
    scope: "chat:write",
    why: "Answers a direct message, a mention or an emoji, to the person who sent it, tells the configured admins about a broken framework file, sends the nudges and 1:1 preparations that a person asked for, and hands over to one other person what somebody previewed and sent them.",
    usedBy: ["`chat.postMessage`", "`chat.postEphemeral`", "`chat.update`"],
    optional: false,
  },
  {
    scope: "app_mentions:read",
    why: "Receives the messages that mention the bot, and no other message of the channel.",
    usedBy: ["`app_mention`"],
    optional: false,
  },
  {
    scope: "im:history",
    why: "Receives what a person writes to the bot in their own direct message with it. Where Slack's answer to a message of the bot was lost, looks there for that one message, by the id that it carries. It opens no other conversation.",
    usedBy: ["`message.im`", "`conversations.history`"],
    optional: false,
  },
  {
    scope: "users:read",
    why: "Learns whether somebody is a guest or from another organisation (nothing of theirs is stored), their time zone (so that a win gets the right day) and the name that a mention is shown by; and whether whoever asks to reload is an admin. Answers are kept in memory for a day, the time zone with the person's settings. Just before a nudge the status is looked at: whoever is on holiday, ill or on leave gets none. Kept of a status is until when it says so, in memory, and never its words. Also hears that somebody moved, left or became a guest; see `user_change`.",
    usedBy: ["`users.info`", "`user_change`"],
    optional: false,
  },
  {
    scope: "files:write",
    why: "Sends a person their own export as a file, in their own direct message with the bot. It reads no file.",
    usedBy: ["`files.getUploadURLExternal`", "`files.completeUploadExternal`"],
    optional: false,
  },
  {
    scope: "reactions:read",
    why: "Saves a person's own message when they put the agreed emoji on it themselves, if `WIN_EMOJI` is set and the person switched it on. Slack delivers everybody's reactions with this scope: whatever is not a person's reaction to their own message is dropped before anything else is looked at, and other reactions are neither kept nor counted.",
    usedBy: ["`reaction_added`", "`reactions.get`"],
    optional: true,
  },
  {
    scope: "dnd:read",
    why: "Asks, just before a nudge goes out to somebody, whether they have switched notifications off at that moment: then there is no nudge. Nothing of the answer is kept. Without it only the status and a person's own pause count, and the nudge settings say so.",
    usedBy: ["`dnd.info`"],
    optional: true,
  },
];

export interface BotEvent {
  readonly event: string;
  /** null: Slack delivers it to any app. */
  readonly scope: string | null;
  readonly why: string;
}

export const EVENTS: readonly BotEvent[] = [
  { event: "app_home_opened", scope: null, why: "The Home tab is drawn when its owner opens it." },
  {
    event: "app_mention",
    scope: "app_mentions:read",
    why: "`@progression backend mastery 3` is answered to whoever wrote it, and to nobody else.",
  },
  { event: "app_uninstalled", scope: null, why: "The bot stops using the workspace." },
  {
    event: "message.im",
    scope: "im:history",
    why: "A direct message to the bot is answered, or saved as a win.",
  },
  {
    event: "reaction_added",
    scope: "reactions:read",
    why: "The agreed emoji on one's own message saves it. Taking it away changes nothing.",
  },
  {
    event: "user_change",
    scope: "users:read",
    why: "A person's nudges follow them to another time zone; nothing is sent to somebody who left or became a guest. Slack sends this for everybody of the workspace: of people whom the bot knows nothing of, nothing is looked at, kept or counted.",
  },
  { event: "tokens_revoked", scope: null, why: "The bot stops using a token that was taken back." },
];

export interface Refusal {
  readonly scopes: readonly string[];
  readonly why: string;
}

/** What is never asked for; the manifest's checker refuses each by name. */
export const NEVER: readonly Refusal[] = [
  {
    scopes: ["channels:history", "groups:history", "mpim:history"],
    why: "Reading channels. Evidence is what a person hands to the bot: a command, a mention, a direct message. A bot that can read along is one that people write for.",
  },
  {
    scopes: ["channels:read", "groups:read", "mpim:read"],
    why: "Listing conversations. The bot answers where it is asked, and Slack says where that is.",
  },
  {
    scopes: ["users:read.email", "users.profile:read"],
    why: "Addresses and profile fields. A Slack id is enough to know whose data it is.",
  },
  {
    scopes: ["chat:write.public", "chat:write.customize"],
    why: "Posting in channels without being invited, or under another name. A person shares a card themselves, with their name on it.",
  },
  {
    scopes: ["files:read", "canvases:read", "links:read"],
    why: "Reading files, canvases and links. Evidence keeps the words that were handed over and the address of their source.",
  },
  {
    scopes: ["search:read", "im:write", "mpim:write"],
    why: "Searching messages, and opening conversations: neither is needed to answer.",
  },
];
