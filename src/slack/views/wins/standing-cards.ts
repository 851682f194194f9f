import type { SectionBlock } from "@slack/types";
import type { Win } from "../../../evidence/types.ts";
import { standingShares } from "../../../evidence/visibility.ts";
import { WIN_CARD_GONE } from "../../ids.ts";
import { plain } from "../controls.ts";
import { dayOf, placeName } from "./who-sees.ts";
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
  const lines = standing.map(
    (share) =>
      `A card with it stands in ${placeName(share)}, since ${dayOf(share.sharedAt, tz)}. To take it away, press Withdraw on the card.`,
  );
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
