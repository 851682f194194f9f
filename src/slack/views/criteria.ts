import type { Criterion } from "../../catalogue/types.ts";
import { bullet, italic, type Line, quiet } from "../rich-text/line.ts";

/** Criteria as lists: a framework's own first, then what it inherits under a line that says so, examples below when unfolded. */

const FROM_GENERIC = "From the generic framework, for everyone";
export const ABOUT_EXAMPLES = "Examples illustrate a criterion; none of them is a requirement.";

const INHERITED_RANK = 2;
const CRITERION_RANK = 9;

export function criteriaLines(criteria: readonly Criterion[], examples: boolean): Line[] {
  const own = criteria.filter((one) => one.source === "own");
  const inherited = criteria.filter((one) => one.source === "generic");
  return [
    ...own.flatMap((one) => criterionLines(one, examples)),
    ...(inherited.length === 0 ? [] : [quiet(FROM_GENERIC, INHERITED_RANK)]),
    ...inherited.flatMap((one) => criterionLines(one, examples)),
  ];
}

export function examplesIn(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, one) => sum + one.examples.length, 0);
}

function criterionLines(one: Criterion, unfolded: boolean): Line[] {
  const content = one.todo ? [italic(`Not written yet: ${one.text}`)] : one.text;
  if (!unfolded || one.examples.length === 0) return [bullet(content)];
  return [
    bullet(content, { rank: CRITERION_RANK, keep: true }),
    ...one.examples.map((example) => bullet([italic(example)], { depth: 1 })),
  ];
}
