import type { SectionBlock } from "@slack/types";
import type { Win } from "../../../evidence/types.ts";
import { standingShares } from "../../../evidence/visibility.ts";
import { momentInWords } from "../../../wins/days.ts";
import { WIN_CARD_GONE } from "../../ids.ts";
import { plain } from "../controls.ts";
import { placeName } from "./who-sees.ts";
import { press } from "./win-text.ts";

/**
 * The cards of a win that stand in channels, and how each is taken away. Slack does not say where a card that it posted stands, and the bot
 * reads no channel, so only the card's own button can: here it is said, and that somebody else has removed it can be noted.
 */
export interface StandingCards {
  readonly blocks: SectionBlock[];
  readonly aloud: string[];
}

const MOST = 5;

export function standingCards(win: Win, tz: string | null): StandingCards {
  const standing = standingShares(win).slice(-MOST);
  const still = win.deletedAt === null ? "" : "still ";
  const lines = standing.map((share) => {
    const others = standing.filter(({ audience }) => audience.id === share.audience.id);
    const when = others.length > 1 ? ` of ${momentInWords(Date.parse(share.sharedAt), tz)}` : "";
    return `The card${when} ${still}stands in ${placeName(share)}. To take it away, press Withdraw on it there.`;
  });
  return {
    blocks: standing.map((share, index) => ({
      type: "section",
      text: plain(lines[index] ?? ""),
      accessory: press({
        label: "It is gone already",
        action: WIN_CARD_GONE,
        value: `${win.id}.${share.id}`,
        aloud: `The card in ${placeName(share)} is gone already`,
      }),
    })),
    aloud: lines.map((line) => `${line} Button: It is gone already.`),
  };
}
