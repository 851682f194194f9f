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
