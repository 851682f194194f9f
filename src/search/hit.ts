export interface SearchPlace {
  readonly framework: string;
  /** The short one, as in the sidebar. */
  readonly frameworkTitle: string;
  readonly topic: string;
  readonly topicTitle: string;
  readonly level: number;
  readonly levelPrefix: string;
  /** This place shows the text because the framework inherits it. */
  readonly inherited: boolean;
}

/** One text, once, however many places hold it. */
export interface SearchHit {
  readonly text: string;
  readonly kind: "criterion" | "example";
  /** For an example: the criterion that it illustrates. */
  readonly criterion: string;
  readonly places: readonly SearchPlace[];
  /** Half-open ranges of `text` (UTF-16 units) that matched, in order, not overlapping. */
  readonly matches: readonly (readonly [number, number])[];
}
