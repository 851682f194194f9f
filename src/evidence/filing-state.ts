import type { Filing } from "./types.ts";

/** What has become of the criterion that a win was filed under. Frameworks change and evidence does not: the person decides what follows. */
export type FilingState = "current" | "reworded" | "moved" | "removed";

/** A criterion as it stands now: its words, and every place that it is read at (more than one when frameworks inherit it). */
export interface CriterionNow {
  readonly id: string;
  readonly text: string;
  readonly places: readonly CriterionPlace[];
}

export interface CriterionPlace {
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
}

/** `find` follows retired ids to what took their place. New words matter more than a new place, so they are said first. */
export function filingState(filing: Filing, find: (criterionId: string) => CriterionNow | undefined): FilingState {
  const now = find(filing.criterionId);

  if (now === undefined || now.places.length === 0) {
    return "removed";
  }
  if (plain(now.text) !== plain(filing.wording)) {
    return "reworded";
  }
  return now.places.some((place) => isSamePlace(place, filing)) ? "current" : "moved";
}

function isSamePlace(place: CriterionPlace, filing: Filing): boolean {
  return place.framework === filing.framework && place.topic === filing.topic && place.level === filing.level;
}

/** Spaces and the form of an accent are no new wording. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}
