/** How much each kind of evidence counts. Every part can be switched off, so that the bench can show what it is worth. */
export interface Weights {
  /** Words that win and criterion share. */
  readonly words: number;
  /** Concepts that win and criterion share. */
  readonly concepts: number;
  /** How strongly a criterion that names many concepts is held back: 0 not at all, 1 in full. */
  readonly breadth: number;
  /** A concept's weak signs, against 1 for a certain one. */
  readonly hints: number;
  /** Holds back the second and third criterion of one topic: 1 not at all. */
  readonly spread: number;
  /** Holds back the criteria of large topics, which have more chances to be met: 0 not at all. */
  readonly size: number;
  /** A criterion that the framework inherits, against 1 for one of its own: those are about this work, the others about everybody's. */
  readonly inherited: number;
  /** The person's level and its neighbours. */
  readonly level: number;
  readonly focus: number;
}

export const WEIGHTS: Weights = Object.freeze({
  words: 0.5,
  concepts: 1,
  breadth: 0.75,
  hints: 0.2,
  spread: 0.85,
  size: 0.35,
  inherited: 0.6,
  level: 0.25,
  focus: 0.2,
});
