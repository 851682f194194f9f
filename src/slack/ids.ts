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
export const WIN_SHOWN = "win.shown";
export const WIN_PICK = "win.pick";
/** Shortcuts, as the manifest names them. */
export const LOG_SHORTCUT = "win.log";
export const SAVE_SHORTCUT = "win.save-message";
