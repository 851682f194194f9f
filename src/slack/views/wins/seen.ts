import type { ModalView } from "@slack/types";
import type { Framework } from "../../../catalogue/types.ts";
import { filingState } from "../../../evidence/filing-state.ts";
import type { Filing, Win } from "../../../evidence/types.ts";
import type { FindCriterion } from "../../../place/criteria-now.ts";
import { dayInWords } from "../../../wins/days.ts";
import { MY_KEEP, MY_SEEN, WIN_ADD } from "../../ids.ts";
import { plain } from "../controls.ts";
import { placeOf } from "./win-row.ts";
import { buttonRow, note, quoted, says } from "./win-text.ts";

/** A criterion as it was when a win was filed under it, and as it is now, side by side in full. */
export function seenForm(
  win: Win,
  filing: Filing,
  { find, frameworks }: { readonly find: FindCriterion; readonly frameworks: readonly Framework[] },
): ModalView {
  const now = find(filing.criterionId);
  const state = filingState(filing, find);
  const value = `${win.id}.${filing.criterionId}`;

  return {
    type: "modal",
    callback_id: MY_SEEN,
    title: plain("Then and now"),
    close: plain("Close"),
    blocks: [
      says("", `When you filed it, on ${dayInWords(filing.filedAt.slice(0, 10))}`),
      quoted(filing.wording),
      note(placeOf(filing, { frameworks })),
      says("", "Now"),
      ...(now === undefined
        ? [says("It is no longer in any framework. Your win keeps the words of its time.")]
        : [
            quoted(now.text),
            note(
              now.places
                .slice(0, 3)
                .map((place) => placeOf(place, { frameworks }))
                .join(" · "),
            ),
          ]),
      ...(state === "current"
        ? [says("You keep it as it was.")]
        : [
            buttonRow(
              { label: "Re-file", action: WIN_ADD, value: win.id },
              { label: "Keep as it was", action: MY_KEEP, value },
            ),
          ]),
      note("Only you can see this. Nothing is lost either way."),
    ],
  };
}
