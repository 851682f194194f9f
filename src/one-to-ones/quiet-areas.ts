import type { Framework } from "../catalogue/types.ts";
import type { Coverage } from "../evidence/evidence-log.ts";
import type { OpportunityNote } from "../evidence/types.ts";

/** A topic that asks something of the person and has no recent evidence. It says what might be looked at, and judges nothing. */
export interface QuietArea {
  readonly topic: string;
  readonly title: string;
  /** Day of the latest evidence, `YYYY-MM-DD`; null: none yet. */
  readonly latest: string | null;
}

const QUIET_DAYS = 60;

/** The quietest first; none yet before long ago. Topics for which every criterion waits for an opportunity are left out. */
export function quietAreas(
  framework: Framework,
  level: number | null,
  coverage: readonly Coverage[],
  notes: readonly OpportunityNote[],
  today: string,
): readonly QuietArea[] {
  const waiting = new Set(notes.map(({ criterionId }) => criterionId));
  const since = Temporal.PlainDate.from(today).subtract({ days: QUIET_DAYS }).toString();

  return framework.topics
    .filter((topic) => {
      const levels = level === null ? topic.levels : topic.levels.filter((one) => one.level === level);
      const criteria = levels.flatMap((one) => one.criteria);
      return criteria.length > 0 && !criteria.every(({ id }) => waiting.has(id));
    })
    .map(({ name, title }) => ({
      topic: name,
      title,
      latest:
        coverage
          .filter((one) => one.framework === framework.path && one.topic === name)
          .map(({ latest }) => latest)
          .sort()
          .at(-1) ?? null,
    }))
    .filter(({ latest }) => latest === null || latest < since)
    .sort((a, b) => (a.latest ?? "").localeCompare(b.latest ?? ""));
}
