import type { Criterion, Framework, Topic } from "../catalogue/types.ts";
import type { Coverage } from "../evidence/evidence-log.ts";
import type { Focus, OpportunityNote } from "../evidence/types.ts";
import type { FindCriterion } from "./criteria-now.ts";

/**
 * Where there is evidence, told neutrally: each topic and criterion is in one of three states, none better than another. Nothing is
 * counted, and no state is a gap that has to be filled.
 */
export type EvidenceState =
  | { readonly kind: "evidence" /** `YYYY-MM-DD`, the latest. */; readonly latest: string }
  | { readonly kind: "none-yet" }
  | { readonly kind: "no-opportunity"; readonly note: string | null };

export interface MappedTopic {
  readonly topic: Topic;
  readonly state: EvidenceState;
  readonly inFocus: boolean;
}

export interface MappedCriterion {
  readonly criterion: Criterion;
  readonly state: EvidenceState;
  readonly inFocus: boolean;
  readonly focusNote: string | null;
}

export interface MapParts {
  readonly coverage: readonly Coverage[];
  readonly notes: readonly OpportunityNote[];
  readonly focus: readonly Focus[];
  readonly find: FindCriterion;
}

/** A topic has evidence when any criterion of it has, at whatever level. */
export function mapTopics(framework: Framework, parts: MapParts): MappedTopic[] {
  const known = lookups(parts);

  return framework.topics.map((topic) => {
    const ids = topic.levels.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    const states = ids.map((id) => stateOf(id, known));
    const latest = states.flatMap((state) => (state.kind === "evidence" ? [state.latest] : [])).toSorted();
    const noted = states.find(({ kind }) => kind === "no-opportunity");
    const last = latest.at(-1);
    return {
      topic,
      state: last === undefined ? (noted ?? { kind: "none-yet" }) : { kind: "evidence", latest: last },
      inFocus: parts.focus.some((one) => one.framework === framework.path && one.topic === topic.name),
    };
  });
}

export function mapCriteria(topic: Topic, level: number, parts: MapParts): MappedCriterion[] {
  const known = lookups(parts);

  return (topic.levels[level - 1]?.criteria ?? []).map((criterion) => {
    const focus = parts.focus.find(({ criterionId }) => criterionId === criterion.id);
    return {
      criterion,
      state: stateOf(criterion.id, known),
      inFocus: focus !== undefined,
      focusNote: focus?.note ?? null,
    };
  });
}

interface Lookups {
  readonly latest: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, OpportunityNote>;
}

/** What is known under an id of former times counts for the criterion that took its place. */
function lookups({ coverage, notes, find }: MapParts): Lookups {
  const now = (id: string) => find(id)?.id ?? id;
  const latest = new Map<string, string>();

  for (const one of coverage) {
    const id = now(one.criterionId);
    const before = latest.get(id);
    if (before === undefined || before < one.latest) latest.set(id, one.latest);
  }
  return { latest, notes: new Map(notes.map((note) => [now(note.criterionId), note])) };
}

function stateOf(id: string, { latest, notes }: Lookups): EvidenceState {
  const last = latest.get(id);
  if (last !== undefined) return { kind: "evidence", latest: last };
  const note = notes.get(id);
  return note === undefined ? { kind: "none-yet" } : { kind: "no-opportunity", note: note.note };
}
