import type { Share, Win } from "../../../evidence/types.ts";
import { standingShares, wordsMark } from "../../../evidence/visibility.ts";
import { dayInWords, localDay } from "../../../wins/days.ts";
import { shorten } from "../../rich-text/plain.ts";

/** Who can see a win, in the words that stand beside it on every screen. */

type Seen = Pick<Win, "shares">;

/**
 * "Only you", "You and #backend, since Wed 4 Mar 2026", "Only you; withdrawn from #backend on Thu 5 Mar 2026". `verb` makes a sentence of
 * it where there is room for one.
 */
export function whoSees(win: Seen, tz: string | null, verb = ""): string {
  const [first, ...more] = firstOfEachPlace(standingShares(win));
  const last = win.shares.at(-1);

  if (first !== undefined) {
    const others = more.map((share) => `; ${placeName(share)}, since ${dayOf(share.sharedAt, tz)}`);
    return `You and ${placeName(first)}${verb}, since ${dayOf(first.sharedAt, tz)}${others.join("")}`;
  }
  return last === undefined || last.withdrawnAt === null
    ? `Only you${verb}`
    : `Only you${verb}; withdrawn from ${placeName(last)} on ${dayOf(last.withdrawnAt, tz)}`;
}

export const CAN_SEE = " can see this";

function firstOfEachPlace(shares: readonly Share[]): Share[] {
  return [...Map.groupBy(shares, ({ audience }) => audience.id).values()].flatMap(([first]) => first ?? []);
}

/** A card does not change with its win; null where all that stand say what the win says. */
export function oldCards(win: Win): string | null {
  const mark = wordsMark(win);
  const names = new Set(
    standingShares(win)
      .filter(({ shown }) => shown !== mark)
      .map(placeName),
  );
  return names.size === 0
    ? null
    : `The card in ${[...names].join(" and ")} still says what this win said before. Share it again to show it as it is now, and press Withdraw on the old card.`;
}

/** "#backend". Slack does not name private channels. */
export function placeName({ audience }: Share): string {
  return audience.name === null ? "a private channel" : `#${shorten(audience.name, 80)}`;
}

function dayOf(moment: string, tz: string | null): string {
  return dayInWords(localDay(Date.parse(moment), tz));
}
