import { BUILDING } from "./building.ts";
import { COMMUNICATING } from "./communicating.ts";
import type { Concept } from "./concept.ts";
import { DELIVERING } from "./delivering.ts";
import { DESIGNING } from "./designing.ts";
import { DIRECTING } from "./directing.ts";
import { FEEDBACK } from "./feedback.ts";
import { INFLUENCING } from "./influencing.ts";
import { KNOWING } from "./knowing.ts";
import { LEADING } from "./leading.ts";
import { OPERATING } from "./operating.ts";
import { PLANNING } from "./planning.ts";
import { RESPONDING } from "./responding.ts";
import { SAFEGUARDING } from "./safeguarding.ts";
import { SCOPE } from "./scope.ts";
import { SHARING } from "./sharing.ts";
import { TEAMING } from "./teaming.ts";

/** Everything the program knows about engineers' words. Written from knowledge of the trade, never from recorded wins. */
export const LEXICON: readonly Concept[] = Object.freeze([
  ...COMMUNICATING,
  ...FEEDBACK,
  ...DELIVERING,
  ...PLANNING,
  ...DIRECTING,
  ...LEADING,
  ...TEAMING,
  ...INFLUENCING,
  ...SHARING,
  ...BUILDING,
  ...DESIGNING,
  ...KNOWING,
  ...OPERATING,
  ...RESPONDING,
  ...SAFEGUARDING,
  ...SCOPE,
]);
