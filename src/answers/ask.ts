import type { Catalogue, Framework, Level, Problem, Topic } from "../catalogue/types.ts";
import { commandHelp, winHelp } from "../command/grammar.ts";
import type { Intent, NotUnderstoodReason, Reader, Remark } from "../command/intent.ts";
import { unique } from "../command/nearest.ts";
import type { Search } from "../search/search.ts";
import { PRIVACY } from "./about.ts";
import type { Answer } from "./answer.ts";
import { findFramework, frameworkChoices, toChoices, toSummary } from "./choices.ts";
import { compareLevels } from "./compare.ts";
import { findPage } from "./gone.ts";
import { notUnderstoodSentence } from "./sentences.ts";
import { exampleLines } from "./welcome.ts";

/** What an answer is made from. All of it is in memory: `ask` waits for nothing, so it can go in Slack's acknowledgement. */
export interface AskParts {
  readonly catalogue: Catalogue;
  readonly search: Search;
  readonly reader: Reader;
  readonly isAdmin: boolean;
  /** As installed, with its slash. */
  readonly command: string;
  readonly version: string;
  /** When the catalogue was loaded: ISO 8601 in UTC. */
  readonly loadedAt: string;
}

export interface ReloadOutcome {
  readonly changed: boolean;
  readonly frameworks: number;
  readonly problems: readonly Problem[];
}

type Reload = Extract<Intent, { kind: "reload" }>;
type Asked<Kind extends Intent["kind"]> = Extract<Intent, { kind: Kind }>;

/** Any intent but a reload, and a reload too: it is the only one that has to wait. */
export async function askOrReload(
  intent: Intent,
  parts: AskParts,
  reload: () => Promise<ReloadOutcome>,
  remarks: readonly Remark[] = [],
): Promise<Answer> {
  if (intent.kind !== "reload") return ask(intent, parts, remarks);
  if (parts.isAdmin) return { kind: "reload", intent, remarks, ...(await reload()) };
  const sentence = "Only admins can reload the frameworks. Changed files are also read without it.";
  return { kind: "refused", intent, remarks, sentence };
}

export function ask(intent: Exclude<Intent, Reload>, parts: AskParts, remarks: readonly Remark[] = []): Answer {
  const { catalogue, command } = parts;
  const base = { intent, remarks };
  switch (intent.kind) {
    case "welcome": {
      const examples = exampleLines(catalogue, parts.reader, command);
      return { ...base, kind: "welcome", frameworks: catalogue.frameworks.map(toSummary), examples };
    }
    case "help":
      return { ...base, kind: "help", commands: [...winHelp(), ...commandHelp(command)] };
    case "about":
      return {
        ...base,
        kind: "about",
        version: parts.version,
        catalogueVersion: catalogue.version,
        frameworks: catalogue.frameworks.map(toSummary),
        loadedAt: parts.loadedAt,
        privacy: PRIVACY,
      };
    case "mine":
      return {
        ...base,
        kind: "mine",
        what: intent.what,
        sentence: "This is about you, so it is shown in Slack and nowhere else.",
      };
    case "frameworks":
      return { ...base, kind: "frameworks", frameworks: catalogue.frameworks.map(toSummary) };
    case "framework":
    case "topic":
    case "level":
    case "all-topics":
    case "compare":
      return askPage(intent, remarks, catalogue);
    case "search":
      return askSearch(intent, parts, remarks);
    case "choose": {
      const choices = toChoices(intent.options, catalogue);
      return { ...base, kind: "choose", typed: intent.typed, between: intent.between, choices };
    }
    case "not-understood":
      return {
        ...base,
        kind: "not-understood",
        typed: intent.typed,
        because: intent.because,
        sentence: notUnderstoodSentence(intent.because, intent.nearest, catalogue, command),
        nearest: toChoices(unique([...searchFor(intent.because, parts), ...intent.nearest]), catalogue),
        frameworks: frameworkChoices(catalogue),
      };
  }
}

/** A word that names no page may stand in a criterion. */
function searchFor(because: NotUnderstoodReason, { search }: AskParts): Intent[] {
  if (because.kind !== "unknown-words") return [];
  const query = because.words.join(" ");
  const { hits } = search.find(query, null);
  return hits.length === 0 ? [] : [{ kind: "search", query, framework: null, page: 1 }];
}

function askPage(
  intent: Asked<"framework" | "topic" | "level" | "all-topics" | "compare">,
  remarks: readonly Remark[],
  catalogue: Catalogue,
): Answer {
  const base = { intent, remarks };
  const topicName = "topic" in intent ? intent.topic : null;
  const page = findPage(intent.framework, topicName, levelsIn(intent), catalogue);
  if (page.kind === "gone") return { ...base, ...page };
  const { framework, topic } = page;
  if (intent.kind === "framework" || framework.kind === "prose") {
    return { ...base, kind: framework.kind === "prose" ? "prose" : "framework", framework };
  }
  if (intent.kind === "compare") {
    const from = Math.min(intent.from, intent.to);
    const to = Math.max(intent.from, intent.to);
    const topics = topic === null ? framework.topics : [topic];
    return { ...base, kind: "compare", framework, from, to, topics: topics.map((one) => compareLevels(one, from, to)) };
  }
  if (intent.kind === "all-topics") {
    const topics = framework.topics.map((one) => ({ topic: one, level: levelOf(one, intent.level) }));
    return { ...base, kind: "all-topics", framework, level: intent.level, topics };
  }
  if (topic === null) return { ...base, kind: "framework", framework };
  if (intent.kind === "topic") return { ...base, kind: "topic", framework, topic };
  return { ...base, kind: "level", framework, topic, level: levelOf(topic, intent.level) };
}

function levelsIn(intent: Asked<"framework" | "topic" | "level" | "all-topics" | "compare">): number[] {
  if (intent.kind === "compare") return [intent.from, intent.to];
  return "level" in intent ? [intent.level] : [];
}

function levelOf(topic: Topic, level: number): Level {
  return topic.levels[level - 1] ?? { level, criteria: [] };
}

function askSearch(intent: Asked<"search">, parts: AskParts, remarks: readonly Remark[]): Answer {
  const { catalogue, command } = parts;
  const base = { intent, remarks };
  let framework: Framework | null = null;
  if (intent.framework !== null) {
    const page = findPage(intent.framework, null, [], catalogue);
    if (page.kind === "gone") return { ...base, ...page };
    framework = findFramework(catalogue, intent.framework) ?? null;
  }
  const { searchable, ...found } = parts.search.find(intent.query, intent.framework);
  if (searchable) return { ...base, kind: "search", query: intent.query, framework, ...found };
  const because = { kind: "nothing-to-search", words: found.leftOut } as const;
  return {
    ...base,
    kind: "not-understood",
    typed: intent.query,
    because,
    sentence: notUnderstoodSentence(because, [], catalogue, command),
    nearest: [],
    frameworks: frameworkChoices(catalogue),
  };
}
