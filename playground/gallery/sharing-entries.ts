import type { Win } from "../../src/evidence/types.ts";
import { removedView } from "../../src/slack/views/wins/not-saved.ts";
import { receiptView } from "../../src/slack/views/wins/receipt.ts";
import { sharedWinCard, sharedWinPreview } from "../../src/slack/views/wins/shared-win.ts";
import type { Receipt } from "../../src/wins/receipt.ts";
import { nameOf, sampleFramework, sampleWin, shareOf } from "../../test/support/sample-wins.ts";
import { entriesOf, type Group } from "./entry.ts";

const look = { nameOf, canShare: true, title: "Saved" };
const shares = [shareOf(sampleWin())];

function receipt(changes: Partial<Win>): Receipt {
  const win = sampleWin(changes);
  return { win, tz: "Europe/London", framework: sampleFramework, frameworks: [sampleFramework], suggestions: [] };
}

const sharing = entriesOf("win");

export const winSharing: Group = {
  title: "A win is shared in a channel",
  about: "Share in channel, on a receipt or in `/wins`: a preview first, and a record of who can see it since when.",
  entries: [
    sharing.card(
      "share-preview",
      "Sharing it: the preview",
      "who will see what",
      sharedWinPreview(sampleWin(), { id: "C0BACKEND01", name: "backend" }, "maya", nameOf),
    ),
    sharing.card(
      "shared-receipt",
      "Shared",
      "who sees it now, and how the card is taken away",
      receiptView(receipt({ shares }), {
        ...look,
        title: "Shared",
        quiet: true,
        canShare: false,
      }),
    ),
    sharing.card(
      "shared-changed",
      "Changed after it was shared",
      "that the card still says what it said",
      receiptView(receipt({ text: "Led the rollback, and slept.", shares }), {
        ...look,
        title: "Changed",
        quiet: true,
      }),
    ),
    sharing.card(
      "shared-undone",
      "A shared win is taken back",
      "that its card still stands",
      removedView(sampleWin({ deletedAt: "2026-11-21T10:30:00.000Z", shares }), "Europe/London", nameOf),
    ),
    sharing.card(
      "shared",
      "In the channel",
      "what others see; congratulations are Slack's own reactions",
      sharedWinCard(sampleWin({ outcome: "Nobody was charged twice" }), "maya", "sealed", nameOf),
      "channel",
    ),
  ],
};
