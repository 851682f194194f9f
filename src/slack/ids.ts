/** Every name that Slack hands back to us. Navigation shares one prefix, so that one listener serves it. */

/** Matches all navigation: its value, or its chosen option's value, is a code of `intent-code.ts`. */
export const SHOW = /^show(\.[a-z0-9-]+)?$/;

/** One action of a message: unique within it, for example `show.next` or `show.place-2-1`. */
export function showId(...names: readonly (string | number)[]): string {
  return `show.${names.join("-")}`;
}

/** Value: the code of the intent to share. */
export const SHARE_PREVIEW = "share.preview";
/** Value: `<mark of what was previewed>~<the code of the intent to share>`. */
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
/** Its value on a nudge, which the receipt then takes the place of; elsewhere the page stays. */
export const FROM_NUDGE = "nudge";
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
/** Value: `<winId>.<userId>.<shareId>.<seal>`; cards of before shares were kept have no share id. */
export const WIN_WITHDRAW = "win.withdraw";
/** Value: `<winId>.<shareId>`. */
export const WIN_CARD_GONE = "win.card-gone";
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

/** 1:1s. Values: the 1:1's id, or `<id>.<day>` where a turn is meant. Buttons of a list are numbered. Of the list itself: `all`, or `all.<page>`. */
export const ONE_LIST = "one.list";
export const ONE_SET_UP = "one.set-up";
export const ONE_CHANGE = "one.change";
export const ONE_PREPARE = "one.prepare";
export const ONE_EDIT = "one.edit";
export const ONE_POINT = "one.point";
export const ONE_PREVIEW = "one.preview";
export const ONE_SKIP = "one.skip";
export const ONE_UNSKIP = "one.unskip";
export const ONE_MOVE = "one.move";
export const ONE_PAUSE = "one.pause";
export const ONE_RESUME = "one.resume";
export const ONE_REMOVE = "one.remove";
export const ONE_REMOVE_NOW = "one.remove-now";
export const ONE_AGREED = "one.agreed";
/** Value: `<id>.<id of a draft>`; numbered. */
export const ONE_WHICH = "one.which";
export const ONE_NO_FOLLOW_UP = "one.no-follow-up";
/** What went out for a 1:1. */
export const ONE_SENT = "one.sent";
/** Values: the id of a copy. */
export const ONE_SEND = "one.send";
export const ONE_WITHDRAW = "one.withdraw";
/** Values: the user id of whoever sends. */
export const ONE_STOP = "one.stop";
export const ONE_RECEIVE = "one.receive";
/** Forms. */
export const ONE_SET_UP_FORM = "one.set-up-form";
export const ONE_EDIT_FORM = "one.edit-form";
export const ONE_POINT_FORM = "one.point-form";
export const ONE_MOVE_FORM = "one.move-form";
export const ONE_PAUSE_FORM = "one.pause-form";
export const ONE_AGREED_FORM = "one.agreed-form";
export const ONE_SHOWN = "one.shown";
/** The message shortcut, as the manifest names it. */
export const POINT_SHORTCUT = "one.add-message";

/** Nudges. Values: anything. */
export const NUDGE_TOMORROW = "nudge.tomorrow";
export const NUDGE_NEXT_WEEK = "nudge.next-week";
export const NUDGE_LESS = "nudge.less";
export const NUDGE_STOP = "nudge.stop";
export const NUDGE_RESUME = "nudge.resume";
export const NUDGE_SETTINGS = "nudge.settings";
export const NUDGE_FORM = "nudge.form";
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
/** Options of these: a weekday and a time, each with the screen that it stands on. Choosing one switches nudges on. */
export const MY_NUDGE_DAY = "my.nudge-day";
export const MY_NUDGE_HOUR = "my.nudge-hour";
/** Value: the screen. */
export const MY_NUDGE_OFF = "my.nudge-off";
/** Opens the form for a 1:1, and goes on with set-up after it. Value is not read. */
export const MY_ONE = "my.one-to-one";
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
