import type { Framework, Topic } from "../catalogue/types.ts";
import type { Focus } from "../evidence/types.ts";
import type { FindCriterion } from "./criteria-now.ts";

export const MOST_FOCUS = 3;

/** What can be put in focus: a topic, or one criterion of it. */
export interface FocusTarget {
  readonly framework: Framework;
  readonly topic: Topic;
  readonly criterionId: string | null;
}

export function isTarget(one: Focus, { framework, topic, criterionId }: FocusTarget): boolean {
  return criterionId === null
    ? one.kind === "topic" && one.framework === framework.path && one.topic === topic.name
    : one.criterionId === criterionId;
}

/** Puts it in or takes it out; undefined when three are chosen already. */
export function toggledFocus(focus: readonly Focus[], target: FocusTarget): readonly Focus[] | undefined {
  if (focus.some((one) => isTarget(one, target))) return focus.filter((one) => !isTarget(one, target));
  if (focus.length >= MOST_FOCUS) return undefined;
  const { framework, topic, criterionId } = target;

  return [
    ...focus,
    {
      kind: criterionId === null ? "topic" : "criterion",
      framework: framework.path,
      topic: topic.name,
      criterionId,
      wording: criterionId === null ? null : wordingOf(topic, criterionId),
      note: null,
    },
  ];
}

/** What is in focus, by the ids of now: a criterion that was reworded or moved stays in focus. */
export function focusNow(focus: readonly Focus[], find: FindCriterion): Focus[] {
  return focus.map((one) =>
    one.criterionId === null ? one : { ...one, criterionId: find(one.criterionId)?.id ?? one.criterionId },
  );
}

export function wordingOf(topic: Topic, criterionId: string): string | null {
  return topic.levels.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterionId)?.text ?? null;
}
