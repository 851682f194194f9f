import type { Path } from "./reader.ts";
import type { Criterion } from "./types.ts";
import type { Places } from "./yaml-places.ts";

/** One file as it says of itself: checked, with the ids of its own criteria, before anything is taken from generic. */
export interface ParsedFramework {
  readonly file: string;
  readonly contentHash: string;
  readonly path: string;
  readonly title: string;
  readonly sidebarTitle: string;
  readonly sidebarGroup: string | null;
  readonly homepage: boolean;
  readonly kind: "topics" | "prose";
  readonly levels: number;
  readonly levelPrefix: string;
  readonly body: string;
  readonly lexicon: Readonly<Record<string, readonly string[]>> | undefined;
  readonly topics: readonly ParsedTopic[];
  /** Ids that the author wrote, with the place of each. */
  readonly pinned: ReadonlyMap<string, Path>;
  /** Finds lines in the file; worked out anew each time, because it is hardly ever asked. */
  readonly findPlaces: () => Places;
}

export interface ParsedTopic {
  readonly name: string;
  readonly title: string | null;
  readonly path: Path;
  readonly cells: ReadonlyMap<number, ParsedCell>;
}

/** What a framework asks for at one level of one topic; frozen. */
export interface ParsedCell {
  /** Criteria first, then example criteria; each group in the order of the file. */
  readonly own: readonly Criterion[];
  /** How many from the first on are criteria: what others take from generic. */
  readonly inheritable: number;
}
