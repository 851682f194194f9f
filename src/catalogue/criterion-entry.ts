import { type Compared, plainOf, toCompared } from "./criterion-likeness.ts";
import type { CriterionPlaceText, KnownCriterion, Match, SeenCriterion } from "./match-criteria.ts";

/** A criterion on the board. Its plain text, and then its words, are only worked out when they are asked for. */
export class Entry<T extends CriterionPlaceText> {
  readonly criterion: T;
  #plain: string | undefined;
  #compared: Compared | undefined;

  constructor(criterion: T) {
    this.criterion = criterion;
  }

  get plain(): string {
    this.#plain ??= plainOf(this.criterion.text);
    return this.#plain;
  }

  get compared(): Compared {
    this.#compared ??= toCompared(this.criterion.text);
    return this.#compared;
  }
}

export class OldEntry extends Entry<KnownCriterion> {
  heir: SeenEntry | undefined;
}

export class SeenEntry extends Entry<SeenCriterion> {
  /** Whose heir it is. */
  old: OldEntry | undefined;
  match: Match = "new";
  /** The id that its author claims for it. */
  pin: string | undefined;
  /** Empty until all are matched. */
  id = "";
}
