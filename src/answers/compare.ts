import type { Criterion, Topic } from "../catalogue/types.ts";
import { termsOf } from "../text/words.ts";
import type { TopicComparison } from "./answer.ts";

/**
 * Two levels of a topic side by side. A criterion of the higher level grows out of one at the lower level when they share enough of
 * their words, rare words counting more; each criterion has at most one counterpart, the best pairs are made first. The question is
 * always what the higher level asks: levels given the other way round are swapped.
 */
export function compareLevels(topic: Topic, from: number, to: number): TopicComparison {
  const lower = criteriaAt(topic, Math.min(from, to));
  const higher = criteriaAt(topic, Math.max(from, to));
  const words = new Map(lower.map((criterion) => [normal(criterion.text), criterion]));
  const same = higher.filter((criterion) => words.has(normal(criterion.text)));
  const repeated = new Set(same.map((criterion) => normal(criterion.text)));
  const before = lower.filter(({ text }) => !repeated.has(normal(text)));
  const after = higher.filter(({ text }) => !repeated.has(normal(text)));
  const roots = pair(before, after, rarityIn(topic));
  const grown = new Set(roots.values());
  return {
    topic,
    appears: after.filter((criterion) => !roots.has(criterion)),
    grows: after
      .filter((criterion) => roots.has(criterion))
      .map((criterion) => ({ criterion, growsFrom: roots.get(criterion) ?? null })),
    same,
    stays: before.filter((criterion) => !grown.has(criterion)),
  };
}

/** Shared weight over all weight, from which two criteria belong together; the golden table of the backend framework tests it. */
const ENOUGH_SHARED = 0.33;
/** Beginning with the same verb says that the same thing is done. */
const SAME_VERB = 0.1;
const SHARED_TERMS = 2;
/** Words for how much or how well: what changes from level to level, never what a criterion is about. */
const DEGREES = new Set(
  termsOf(
    "simple basic complex small smaller medium large larger big bigger major minor new appropriate relevant multiple regular effective " +
      "proactive proactively timely actionable regularly effectively more most better",
  ),
);

function criteriaAt(topic: Topic, level: number): readonly Criterion[] {
  return topic.levels[level - 1]?.criteria ?? [];
}

function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** How telling a term is within its topic: high when few criteria hold it. */
function rarityIn(topic: Topic): (term: string) => number {
  const criteria = topic.levels.flatMap((level) => level.criteria);
  const held = new Map<string, number>();
  for (const { text } of criteria) for (const term of aboutOf(text)) held.set(term, (held.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + criteria.length / (held.get(term) ?? 1));
}

function pair(
  before: readonly Criterion[],
  after: readonly Criterion[],
  rarity: (term: string) => number,
): Map<Criterion, Criterion> {
  const termsBefore = before.map(({ text }) => aboutOf(text));
  const candidates = after.flatMap((criterion, at) => {
    const terms = aboutOf(criterion.text);
    return before.map((root, rootAt) => ({
      criterion,
      root,
      shared: sharedWeight(terms, termsBefore[rootAt] ?? [], rarity),
      order: at * before.length + rootAt,
    }));
  });
  const roots = new Map<Criterion, Criterion>();
  const taken = new Set<Criterion>();
  for (const { criterion, root, shared } of candidates.toSorted((a, b) => b.shared - a.shared || a.order - b.order)) {
    if (shared < ENOUGH_SHARED) break;
    if (roots.has(criterion) || taken.has(root)) continue;
    roots.set(criterion, root);
    taken.add(root);
  }
  return roots;
}

/** What a criterion is about, the verb first. */
function aboutOf(text: string): string[] {
  return [...new Set(termsOf(text))].filter((term) => !DEGREES.has(term));
}

function sharedWeight(a: readonly string[], b: readonly string[], rarity: (term: string) => number): number {
  const common = a.filter((term) => b.includes(term));
  if (common.length < SHARED_TERMS) return 0;
  const weigh = (terms: readonly string[]) => terms.reduce((sum, term) => sum + rarity(term), 0);
  return (2 * weigh(common)) / (weigh(a) + weigh(b)) + (a[0] === b[0] ? SAME_VERB : 0);
}
