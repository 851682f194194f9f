import type { Catalogue, Criterion, Framework } from "../catalogue/types.ts";
import type { EvidenceLog } from "../evidence/evidence-log.ts";
import type { Filing, Owner, Win } from "../evidence/types.ts";
import { createSuggester, type Suggester } from "../matching/suggester.ts";
import type { People } from "./people.ts";

/** All that a receipt shows: the win, and what it might be evidence for. Nothing is filed here. */
export interface Receipt {
  readonly win: Win;
  readonly tz: string | null;
  /** The person's framework; null while they have not said, and then `frameworks` are asked about. */
  readonly framework: Framework | null;
  readonly frameworks: readonly Framework[];
  readonly suggestions: readonly Suggested[];
}

export interface Suggested {
  readonly topicTitle: string;
  readonly level: number;
  readonly criterion: Criterion;
  /** Words of the win, or names of concepts; at most three. */
  readonly reasons: readonly string[];
}

export interface ReceiptParts {
  readonly log: EvidenceLog;
  readonly people: People;
  readonly catalogue: () => Catalogue;
}

export type ReceiptMaker = (owner: Owner, win: Win) => Promise<Receipt>;

export function createReceipts({ log, people, catalogue }: ReceiptParts): ReceiptMaker {
  const suggesters = new WeakMap<Framework, Suggester>();

  const suggesterOf = (framework: Framework): Suggester => {
    const found = suggesters.get(framework) ?? createSuggester(framework);
    suggesters.set(framework, found);
    return found;
  };

  return async (owner, win) => {
    const profile = await log.profile(owner);
    const frameworks = catalogue().frameworks.filter(({ kind }) => kind === "topics");
    const framework =
      frameworks.find(({ path }) => path === profile?.framework) ??
      (frameworks.length === 1 ? (frameworks[0] ?? null) : null);
    const tz = people.known(owner)?.tz ?? profile?.tz ?? null;

    if (framework === null) {
      return { win, tz, framework, frameworks, suggestions: [] };
    }
    const focus = await log.focus(owner);
    const filed = new Set(win.filings.map(({ criterionId }) => criterionId));
    const suggestions = suggesterOf(framework)
      .suggest(win.text, {
        level: profile?.level ?? null,
        focus: focus.map((one) => one.criterionId ?? one.topic),
        limit: SHOWN + filed.size,
      })
      .filter(({ criterion }) => !filed.has(criterion.id))
      .slice(0, SHOWN);

    return { win, tz, framework, frameworks, suggestions };
  };
}

const SHOWN = 5;

/** A filing under a criterion as it stands now; undefined when no framework has it. The person's own framework is asked first. */
export function filingOf(
  criterionId: string,
  catalogue: Catalogue,
  preferred: string | null,
  at: Date,
): Filing | undefined {
  const own = catalogue.frameworks.filter(({ path }) => path === preferred);
  for (const framework of [...own, ...catalogue.frameworks]) {
    for (const topic of framework.topics) {
      for (const { level, criteria } of topic.levels) {
        const criterion = criteria.find(({ id }) => id === criterionId);
        if (criterion !== undefined) {
          return {
            criterionId,
            framework: framework.path,
            topic: topic.name,
            level,
            wording: criterion.text,
            contentHash: framework.contentHash,
            filedAt: at.toISOString(),
          };
        }
      }
    }
  }
  return undefined;
}
