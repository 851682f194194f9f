import type { Subcommand } from "./grammar.ts";

/**
 * What a person asked for, resolved against the catalogue: an intent never holds a name that did not exist when it was made.
 * `framework` is a path (`/engineering/backend`), `topic` a topic's name, `page` counts from 1.
 */
export type Intent =
  | { readonly kind: "welcome" }
  | { readonly kind: "help" }
  | { readonly kind: "about" }
  | { readonly kind: "reload" }
  | MineIntent
  | { readonly kind: "frameworks"; readonly page: number }
  | { readonly kind: "framework"; readonly framework: string; readonly page: number }
  | { readonly kind: "topic"; readonly framework: string; readonly topic: string; readonly page: number }
  | LevelIntent
  | {
      readonly kind: "all-topics";
      readonly framework: string;
      readonly level: number;
      readonly examples: boolean;
      readonly page: number;
    }
  | {
      readonly kind: "compare";
      readonly framework: string;
      /** null: every topic. */
      readonly topic: string | null;
      readonly from: number;
      readonly to: number;
      readonly page: number;
    }
  | {
      readonly kind: "search";
      readonly query: string;
      /** null: every framework. */
      readonly framework: string | null;
      readonly page: number;
    }
  | ChooseIntent
  | NotUnderstoodIntent;

/** A page of the person's own: what is on it stands in no framework. */
interface MineIntent {
  readonly kind: "mine";
  readonly what: Mine;
}

export type Mine = "me" | "settings" | "export" | "import" | "forget-me" | "one-to-ones" | "nudges";

interface LevelIntent {
  readonly kind: "level";
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
  /** Whether the examples are unfolded. */
  readonly examples: boolean;
  readonly page: number;
}

/** Several readings are possible and none is guessed. */
export interface ChooseIntent {
  readonly kind: "choose";
  readonly typed: string;
  /** What has to be chosen. */
  readonly between: "frameworks" | "topics" | "readings";
  readonly options: readonly Intent[];
}

/** `nearest` is what would have worked, best first, at most five. */
interface NotUnderstoodIntent {
  readonly kind: "not-understood";
  readonly typed: string;
  readonly because: NotUnderstoodReason;
  readonly nearest: readonly Intent[];
}

export type NotUnderstoodReason =
  | { readonly kind: "unknown-words"; readonly words: readonly string[] }
  | { readonly kind: "no-such-level"; readonly framework: string; readonly level: string }
  | { readonly kind: "topic-elsewhere"; readonly framework: string; readonly topic: string }
  | { readonly kind: "no-levels"; readonly framework: string }
  /** A command that takes no other words. */
  | { readonly kind: "command-apart"; readonly subcommand: Subcommand }
  /** What is asked for has commands of its own, beside this one. */
  | { readonly kind: "wins-apart" }
  /** Only two levels of one thing can be compared. */
  | { readonly kind: "side-by-side"; readonly things: "frameworks" | "topics" }
  /** `words`: what was typed and says too little, such as "the". */
  | { readonly kind: "nothing-to-search"; readonly words: readonly string[] }
  | { readonly kind: "one-level-to-compare"; readonly framework: string }
  | { readonly kind: "too-long"; readonly limit: number }
  | { readonly kind: "no-frameworks" };

/** Something the reader should know about how their words were read. */
export type Remark =
  | { readonly kind: "corrected"; readonly typed: string; readonly read: string }
  | { readonly kind: "sub-level"; readonly typed: string; readonly level: number }
  | { readonly kind: "ignored"; readonly words: readonly string[] };

export interface Reading {
  readonly intent: Intent;
  readonly remarks: readonly Remark[];
}

/** What is known of the person who asks. Without a store: nothing. */
export interface Reader {
  /** Path of their framework. */
  readonly framework: string | null;
  readonly level: number | null;
}
