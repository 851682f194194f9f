import type {
  Answer,
  Choice,
  CompareAnswer,
  FrameworkSummary,
  LevelAnswer,
  TopicComparison,
} from "../../src/answers/answer.ts";
import type { Framework, Topic } from "../../src/catalogue/types.ts";
import type { Intent, Remark } from "../../src/command/intent.ts";

/** Answers by hand, from frameworks by hand. */

export interface Sample {
  /** Unique within its kind; kebab-case. */
  readonly name: string;
  readonly title: string;
  /** What to look at. */
  readonly look: string;
  readonly answer: Answer;
}

export type Samples = {
  readonly [Kind in Answer["kind"]]: readonly (Sample & { readonly answer: { readonly kind: Kind } })[];
};

export function summary(one: Framework): FrameworkSummary {
  return {
    path: one.path,
    title: one.title,
    kind: one.kind,
    group: one.sidebarGroup,
    levels: one.levels,
    topicTitles: one.topics.map(({ title }) => title),
  };
}

export function toFramework(one: Pick<Framework, "path" | "title">): Choice {
  return { label: one.title, detail: null, intent: { kind: "framework", framework: one.path, page: 1 } };
}

export function getTopic(one: Framework, name: string): Topic {
  const found = one.topics.find((topic) => topic.name === name);
  if (found === undefined) throw new Error(`no topic ${name}`);
  return found;
}

interface LevelOptions {
  readonly examples?: boolean;
  readonly page?: number;
  readonly remarks?: readonly Remark[];
}

export function levelAnswer(one: Framework, name: string, number: number, options: LevelOptions = {}): LevelAnswer {
  const topic = getTopic(one, name);
  const level = topic.levels[number - 1];
  if (level === undefined) throw new Error(`no level ${number}`);
  const { examples = false, page = 1, remarks = [] } = options;
  const intent: Intent = { kind: "level", framework: one.path, topic: name, level: number, examples, page };
  return { kind: "level", intent, remarks, framework: one, topic, level };
}

export function allTopicsAnswer(one: Framework, level: number, examples = false, page = 1) {
  const intent: Intent = { kind: "all-topics", framework: one.path, level, examples, page };
  const topics = one.topics.flatMap((topic) => {
    const found = topic.levels[level - 1];
    return found === undefined ? [] : [{ topic, level: found }];
  });
  return { kind: "all-topics" as const, intent, remarks: [], framework: one, level, topics };
}

export function topicAnswer(one: Framework, name: string, page = 1) {
  const intent: Intent = { kind: "topic", framework: one.path, topic: name, page };
  return { kind: "topic" as const, intent, remarks: [], framework: one, topic: getTopic(one, name) };
}

export function frameworkAnswer(one: Framework, page = 1) {
  const intent: Intent = { kind: "framework", framework: one.path, page };
  return { kind: "framework" as const, intent, remarks: [], framework: one };
}

export function proseAnswer(one: Framework, page = 1) {
  const intent: Intent = { kind: "framework", framework: one.path, page };
  return { kind: "prose" as const, intent, remarks: [], framework: one };
}

export function compareAnswer(
  one: Framework,
  topic: string | null,
  [from, to]: readonly [number, number],
  topics: readonly TopicComparison[],
  page = 1,
): CompareAnswer {
  const intent: Intent = { kind: "compare", framework: one.path, topic, from, to, page };
  return { kind: "compare", intent, remarks: [], framework: one, from, to, topics };
}
