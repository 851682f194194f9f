import { createHash } from "node:crypto";
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

type Filed = Pick<Filing, "criterionId" | "framework" | "topic" | "level" | "wording" | "keptAs">;

/** `find` follows retired ids to what took their place. New words matter more than a new place, so they are said first. */
export function filingState(filing: Filed, find: (criterionId: string) => CriterionNow | undefined): FilingState {
  const now = find(filing.criterionId);

  if (filing.keptAs !== undefined && filing.keptAs === keptMark(now)) {
    return "current";
  }
  if (now === undefined || now.places.length === 0) {
    return "removed";
  }
  if (plain(now.text) !== plain(filing.wording)) {
    return "reworded";
  }
  return now.places.some((place) => isSamePlace(place, filing)) ? "current" : "moved";
}

function isSamePlace(place: CriterionPlace, filing: Filed): boolean {
  return place.framework === filing.framework && place.topic === filing.topic && place.level === filing.level;
}

/** What a filing is marked with when its person keeps it as it was: it names the version of the criterion that they saw, and no later one. */
export function keptMark(now: CriterionNow | undefined): string {
  if (now === undefined || now.places.length === 0) {
    return "removed";
  }
  const places = now.places.map(({ framework, topic, level }) => `${framework}\n${topic}\n${level}`).toSorted();
  return createHash("sha256")
    .update([plain(now.text), ...places].join("\n\n"))
    .digest("hex")
    .slice(0, 20);
}

/** Spaces and the form of an accent are no new wording. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}
