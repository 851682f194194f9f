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
  readonly topics: readonly ParsedTopic[];
  readonly pathLine: number;
  /** Ids that the author wrote, with the line of each. */
  readonly pinned: ReadonlyMap<string, number>;
}

export interface ParsedTopic {
  readonly name: string;
  readonly title: string | null;
  readonly line: number;
  /** By level; criteria first, then example criteria. */
  readonly cells: ReadonlyMap<number, ParsedCell>;
}

export interface ParsedCell {
  readonly criteria: readonly ParsedCriterion[];
  readonly exampleCriteria: readonly ParsedCriterion[];
}

export interface ParsedCriterion {
  readonly id: string;
  readonly text: string;
  readonly examples: readonly string[];
  readonly todo: boolean;
}
