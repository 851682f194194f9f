import { type Compared, plainOf, toCompared } from "./criterion-likeness.ts";
import type { CriterionPlaceText } from "./match-criteria.ts";

/** Most find their heir by their plain text alone: word by word they are only looked at when that is not enough. */
export class Entry<T extends CriterionPlaceText> {
  readonly criterion: T;
  readonly plain: string;
  #compared: Compared | undefined;

  constructor(criterion: T) {
    this.criterion = criterion;
    this.plain = plainOf(criterion.text);
  }

  get compared(): Compared {
    this.#compared ??= toCompared(this.criterion.text);
    return this.#compared;
  }
}
