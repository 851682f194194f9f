/**
 * The frameworks as the rest of the program sees them: read once, checked, inherited, deep-frozen, replaced whole.
 * Texts are the author's own, unescaped, with the spaces and marks that stand in the file.
 */

/** Where a criterion comes from: the framework's own file, or the framework whose path is `/generic`. */
type CriterionSource = "own" | "generic";

export interface Criterion {
  /** Short and stable: ten characters of `0-9a-z`, or the id that the author pinned. The same in every framework that inherits it. */
  readonly id: string;
  readonly text: string;
  /** Illustrations, never requirements. */
  readonly examples: readonly string[];
  readonly source: CriterionSource;
  /** The author has not written it yet ("TODO …"): shown, never suggested. */
  readonly todo: boolean;
}

export interface Level {
  /** A whole number from 1. */
  readonly level: number;
  /** Own criteria, own example criteria, then those of generic; each group in the order of its file. */
  readonly criteria: readonly Criterion[];
}

export interface Topic {
  /** The author's key, for example `communication`; unique within a framework, compared exactly. */
  readonly name: string;
  /** What people read: generic's title if the topic is inherited, else the file's, else the name. */
  readonly title: string;
  /** Every level from 1 to the framework's highest, in order; a level with no criteria is there and empty. */
  readonly levels: readonly Level[];
}

export interface Framework {
  /** Unique, begins with `/`, for example `/engineering/backend`. */
  readonly path: string;
  readonly title: string;
  /** Short title; the title where the author gave none. */
  readonly sidebarTitle: string;
  readonly sidebarGroup: string | null;
  readonly homepage: boolean;
  /** `prose`: the body is the framework and there are no topics. */
  readonly kind: "topics" | "prose";
  /** Highest level; 0 for prose. */
  readonly levels: number;
  /** Put before a level's number when it is shown ("E" gives "E3"); empty when the author gave none. */
  readonly levelPrefix: string;
  /** The company's own words, for suggesting criteria: concept to phrases, as `docs/suggestions.md` describes. Absent when the author gave none. */
  readonly lexicon?: Readonly<Record<string, readonly string[]>>;
  /** Markdown: the introduction, or the whole text of a prose framework. */
  readonly body: string;
  readonly topics: readonly Topic[];
  /** The file it came from, relative to the frameworks folder, with `/`. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly contentHash: string;
}

export interface Catalogue {
  /** Sorted: homepage frameworks first, then by group and title; `/generic` is one of them. */
  readonly frameworks: readonly Framework[];
  /** SHA-256 over all paths and content hashes, hexadecimal: two catalogues with one version say the same. */
  readonly version: string;
}

export type Severity = "error" | "warning" | "notice";

/** One thing that is wrong with one file, for its author. `line` is 1-based and counts the file's own lines. */
export interface Problem {
  /** Permanent, kebab-case, documented in `docs/lint-codes.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** Relative to the frameworks folder, with `/`. */
  readonly file: string;
  readonly line: number;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** How to mend it, in one sentence. */
  readonly hint: string;
}
