import type { Criterion, Framework, Level, Problem, Topic } from "../catalogue/types.ts";
import type { CommandHelp } from "../command/command-help.ts";
import type { Intent, Mine, NotUnderstoodReason, Remark } from "../command/intent.ts";
import type { SearchHit } from "../search/hit.ts";

/**
 * Everything the bot can say, as plain data. An answer holds whole lists: cutting them into pages that fit a surface is the view's work,
 * and `intent.page` says which page is asked for. A view needs nothing else: no catalogue, no clock, no configuration.
 */
export type Answer =
  | WelcomeAnswer
  | HelpAnswer
  | AboutAnswer
  | ReloadAnswer
  | FrameworksAnswer
  | FrameworkAnswer
  | ProseAnswer
  | TopicAnswer
  | LevelAnswer
  | AllTopicsAnswer
  | CompareAnswer
  | SearchAnswer
  | ChooseAnswer
  | NotUnderstoodAnswer
  | GoneAnswer
  | RefusedAnswer
  | MineAnswer;

interface Base {
  /** The intent that this answers: buttons on the card are made from it. */
  readonly intent: Intent;
  readonly remarks: readonly Remark[];
}

/** A thing to press or choose: what it says and what it asks for. */
export interface Choice {
  readonly label: string;
  /** Where it leads when the label alone does not say it, for example the framework's title. */
  readonly detail: string | null;
  readonly intent: Intent;
}

export interface FrameworkSummary {
  readonly path: string;
  readonly title: string;
  readonly kind: Framework["kind"];
  readonly group: string | null;
  readonly levels: number;
  readonly topicTitles: readonly string[];
}

export interface WelcomeAnswer extends Base {
  readonly kind: "welcome";
  readonly frameworks: readonly FrameworkSummary[];
  /** Lines that are worth typing, made from the loaded frameworks: `/progression backend mastery 3`. */
  readonly examples: readonly string[];
}

export interface HelpAnswer extends Base {
  readonly kind: "help";
  readonly commands: readonly CommandHelp[];
}

export interface AboutAnswer extends Base {
  readonly kind: "about";
  readonly version: string;
  readonly catalogueVersion: string;
  readonly frameworks: readonly FrameworkSummary[];
  /** Loaded since, ISO 8601 in UTC. */
  readonly loadedAt: string;
  readonly privacy: readonly string[];
}

export interface ReloadAnswer extends Base {
  readonly kind: "reload";
  readonly changed: boolean;
  readonly frameworks: number;
  readonly problems: readonly Problem[];
}

export interface FrameworksAnswer extends Base {
  readonly kind: "frameworks";
  readonly frameworks: readonly FrameworkSummary[];
}

export interface FrameworkAnswer extends Base {
  readonly kind: "framework";
  readonly framework: Framework;
}

export interface ProseAnswer extends Base {
  readonly kind: "prose";
  readonly framework: Framework;
}

export interface TopicAnswer extends Base {
  readonly kind: "topic";
  readonly framework: Framework;
  readonly topic: Topic;
}

export interface LevelAnswer extends Base {
  readonly kind: "level";
  readonly framework: Framework;
  readonly topic: Topic;
  readonly level: Level;
}

export interface AllTopicsAnswer extends Base {
  readonly kind: "all-topics";
  readonly framework: Framework;
  readonly level: number;
  readonly topics: readonly { readonly topic: Topic; readonly level: Level }[];
}

/** One criterion of the higher level, and what at the lower level it grows out of. */
export interface ComparedCriterion {
  readonly criterion: Criterion;
  /** null: nothing like it is asked at the lower level. */
  readonly growsFrom: Criterion | null;
}

export interface TopicComparison {
  readonly topic: Topic;
  /** Asked at `to` and not at `from`; own and inherited ones, told apart by `criterion.source`. */
  readonly appears: readonly Criterion[];
  readonly grows: readonly ComparedCriterion[];
  /** Asked in the same words at both levels. */
  readonly same: readonly Criterion[];
  /** Written at `from`, with no counterpart at `to`: still expected, not repeated. */
  readonly stays: readonly Criterion[];
}

export interface CompareAnswer extends Base {
  readonly kind: "compare";
  readonly framework: Framework;
  readonly from: number;
  readonly to: number;
  readonly topics: readonly TopicComparison[];
}

export interface SearchAnswer extends Base {
  readonly kind: "search";
  readonly query: string;
  /** null: all frameworks were searched. */
  readonly framework: Framework | null;
  readonly hits: readonly SearchHit[];
  /** There may be more hits than these. */
  readonly cut: boolean;
  /** Where no text holds everything that was asked: the words, as typed, that stand in some text. Else empty. */
  readonly apart: readonly string[];
  /** Words of the query that carried no meaning of their own ("the", "of") and were left out. */
  readonly leftOut: readonly string[];
  /** For a query with no hit: words of the frameworks that are spelt like it. */
  readonly nearest: readonly string[];
}

export interface ChooseAnswer extends Base {
  readonly kind: "choose";
  readonly typed: string;
  readonly between: "frameworks" | "topics" | "readings";
  readonly choices: readonly Choice[];
}

export interface NotUnderstoodAnswer extends Base {
  readonly kind: "not-understood";
  readonly typed: string;
  readonly because: NotUnderstoodReason;
  /** `because` in one sentence, for people. */
  readonly sentence: string;
  readonly nearest: readonly Choice[];
  /** Every framework, for the picker. */
  readonly frameworks: readonly Choice[];
}

/** A button whose framework, topic or level is no longer there. */
export interface GoneAnswer extends Base {
  readonly kind: "gone";
  readonly sentence: string;
  readonly nearest: readonly Choice[];
}

/** A page of the person's own, which whoever keeps their evidence has to fill; the sentence stands where nobody does. */
export interface MineAnswer extends Base {
  readonly kind: "mine";
  readonly what: Mine;
  readonly sentence: string;
}

/** The person may not do this; says who may. */
export interface RefusedAnswer extends Base {
  readonly kind: "refused";
  readonly sentence: string;
}
