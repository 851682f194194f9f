/** Every name that Slack hands back to us. Navigation shares one prefix, so that one listener serves it. */

/** Matches all navigation: its value, or its chosen option's value, is a code of `intent-code.ts`. */
export const SHOW = /^show(\.[a-z0-9-]+)?$/;

/** One action of a message: unique within it, for example `show.next` or `show.place-2-1`. */
export function showId(...names: readonly (string | number)[]): string {
  return `show.${names.join("-")}`;
}

/** Value: the code of the intent to share. */
export const SHARE_PREVIEW = "share.preview";
/** Value: the code of the intent to share. */
export const SHARE_POST = "share.post";
/** Value: the code of the card to return to. */
export const SHARE_CANCEL = "share.cancel";
/** Value: the user id of the person who shared. */
export const SHARE_WITHDRAW = "share.withdraw";

export const HOME_CALLBACK = "home";

/** The command that saves what is typed after it. */
export const WIN_COMMAND = "/win";
/** The command that lists what was saved. */
export const WINS_COMMAND = "/wins";

/** Opens the form for a new win. Value: anything. */
export const WIN_LOG = "win.log";
/** Values of these: the win's id. */
export const WIN_EDIT = "win.edit";
export const WIN_UNDO = "win.undo";
export const WIN_DELETE = "win.delete";
export const WIN_RESTORE = "win.restore";
export const WIN_ADD = "win.add";
export const WIN_AGAIN = "win.again";
export const WIN_NONE = "win.none";
export const WIN_SHARE = "win.share";
export const WIN_POST = "win.post";
export const WIN_UNSHARE = "win.unshare";
/** Value: `<winId>.<criterionId>`. */
export const WIN_FILE = "win.file";
export const WIN_UNFILE = "win.unfile";
/** Value: `<winId>.<code of a framework>`; several stand in one block, numbered. */
export const WIN_FRAMEWORK = "win.framework";
/** Value: `<winId>.<userId>.<seal>`. */
export const WIN_WITHDRAW = "win.withdraw";
/** Values: the id of a draft. */
export const WIN_DRAFT = "win.draft";
export const WIN_SPLIT = "win.split";
export const WIN_KEEP = "win.keep";
export const WIN_LOOK = "win.look";
/** Value: the id of words held in memory. */
export const WIN_RETRY = "win.retry";

/** Modals. */
export const WIN_FORM = "win.form";
/** The field for criteria in it. */
export const FORM_CRITERIA = "form.criteria";
export const WIN_SHOWN = "win.shown";
export const WIN_PICK = "win.pick";
/** Shortcuts, as the manifest names them. */
export const LOG_SHORTCUT = "win.log";
export const SAVE_SHORTCUT = "win.save-message";

/** Inside the form that adds a criterion. */
export const PICK_FRAMEWORK = "pick.framework";
export const PICK_TOPIC = "pick.topic";
export const PICK_LEVEL = "pick.level";
export const PICK_CRITERION = "pick.criterion";

/** A person's own pages. Value: the code of a screen (`screen.ts`); several stand in one block, so each has an ending of its own. */
export const MY_SCREEN = "my.screen";
/** Option: the code of a framework. Value of these three ends in `~` and the screen that they stand on. */
export const MY_FRAMEWORK = "my.framework";
export const MY_LEVEL = "my.level";
export const MY_SUB_LEVEL = "my.sub-level";
export const MY_EMOJI = "my.emoji";
/** Ends set-up, whether something was chosen or not. */
export const MY_SET_UP = "my.set-up";
/** Values of these: `<what>~<screen>`. */
export const MY_FOCUS = "my.focus";
export const MY_OPPORTUNITY = "my.opportunity";
export const MY_NOTE = "my.note";
/** Value: the code of a list of wins. */
export const MY_WINS = "my.wins";
/** Value: `<winId>.<criterionId>`. */
export const MY_SEE = "my.see";
export const MY_KEEP = "my.keep";
/** Values of these are not read. */
export const MY_FORGET = "my.forget";
export const MY_IMPORT = "my.import";

/** Modals. */
export const MY_NOTE_FORM = "my.note-form";
export const MY_IMPORT_FORM = "my.import-form";
export const MY_SEEN = "my.seen";
/** The block of a row in a list of wins: `code` is what the list shows, so that it can be drawn again after a press on one of its rows. */
export function listBlock(code: string, row: number): string {
  return `list:${row}:${code}`;
}

export function readListBlock(block: unknown): string | undefined {
  return typeof block === "string" ? /^list:\d{1,4}:(.{1,240})$/s.exec(block)?.[1] : undefined;
}
