/** How much each kind of evidence counts. Every part can be switched off, so that the bench can show what it is worth. */
export interface Weights {
  /** Words that win and criterion share. */
  readonly words: number;
  /** Concepts that win and criterion share. */
  readonly concepts: number;
  /** What a criterion gets from its topic's best criteria. */
  readonly topic: number;
  /** How strongly a criterion that names many concepts is held back: 0 not at all, 1 in full. */
  readonly breadth: number;
  /** A concept's weak signs, against 1 for a certain one. */
  readonly hints: number;
  /** Holds back the second and third criterion of one topic: 1 not at all. */
  readonly spread: number;
  /** The person's level and its neighbours. */
  readonly level: number;
  readonly focus: number;
  readonly history: number;
}

export const WEIGHTS: Weights = Object.freeze({
  words: 0.5,
  concepts: 1,
  topic: 0.25,
  breadth: 0.75,
  hints: 0.2,
  spread: 0.85,
  level: 0.25,
  focus: 0.2,
  history: 0.5,
});
