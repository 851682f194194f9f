import type { Catalogue } from "../catalogue/types.ts";
import type { SearchPlace } from "./hit.ts";

/** One text, once, with every place that holds it. */
export interface Entry {
  readonly text: string;
  readonly kind: "criterion" | "example";
  readonly criterion: string;
  readonly places: SearchPlace[];
}

/** Texts that differ only in spacing or case are one. A criterion that nobody wrote yet is left out. Pauses after every topic. */
export function* entriesOf(catalogue: Catalogue): Generator<void, Entry[]> {
  const entries = new Map<string, Entry>();
  for (const framework of catalogue.frameworks) {
    for (const topic of framework.topics) {
      for (const { level, criteria } of topic.levels) {
        for (const criterion of criteria) {
          if (criterion.todo) continue;
          const place: SearchPlace = {
            framework: framework.path,
            frameworkTitle: framework.sidebarTitle,
            topic: topic.name,
            topicTitle: topic.title,
            level,
            levelPrefix: framework.levelPrefix,
            inherited: criterion.source === "generic",
          };
          add(entries, "criterion", criterion.text, criterion.text, place);
          for (const example of criterion.examples) add(entries, "example", example, criterion.text, place);
        }
      }
      yield;
    }
  }
  return [...entries.values()];
}

function add(
  entries: Map<string, Entry>,
  kind: Entry["kind"],
  text: string,
  criterion: string,
  place: SearchPlace,
): void {
  const key = `${kind} ${text.replace(/\s+/g, " ").trim().toLowerCase()}`;
  const known = entries.get(key);
  if (known === undefined) entries.set(key, { text, kind, criterion, places: [place] });
  else if (!isSame(known.places.at(-1), place)) known.places.push(place);
}

/** Places come in order, so a text that stands twice in one place was met there last; looking through all would grow with their square. */
function isSame(last: SearchPlace | undefined, place: SearchPlace): boolean {
  return last?.framework === place.framework && last.topic === place.topic && last.level === place.level;
}
