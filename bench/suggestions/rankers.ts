import MiniSearch, { type SearchOptions } from "minisearch";
import type { Framework } from "../../src/catalogue/types.ts";
import { createSuggester, type SuggesterOptions } from "../../src/matching/suggester.ts";
import { termsOf } from "../../src/text/words.ts";
import type { Answered, Ranker } from "./measure.ts";

/** Everything that is compared: chance, the search library in the ways one would set it up, and our own with parts switched off. */

interface Entry extends Answered {
  readonly id: number;
  readonly title: string;
  readonly examples: string;
}

function entriesOf(framework: Framework): Entry[] {
  const places = framework.topics.flatMap((topic) =>
    topic.levels.flatMap(({ criteria }) =>
      criteria.map(({ text, examples }) => ({
        topic: topic.name,
        title: topic.title,
        text,
        examples: examples.join("\n"),
      })),
    ),
  );
  return places.map((place, id) => ({ ...place, id }));
}

/** The order that chance would give, averaged by giving each win its own shuffle; the same in every run. */
export function randomRanker(framework: Framework): Ranker {
  const entries = entriesOf(framework);
  return (win) => {
    let state = Number.parseInt(win.id.replace(/\D/g, ""), 10) + 1;
    const next = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state;
    };
    return entries
      .map((entry) => ({ entry, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ entry }) => entry);
  };
}

export interface MiniSearchSetting {
  readonly fields: readonly string[];
  readonly stems: boolean;
  readonly search: SearchOptions;
}

export function miniSearchRanker(framework: Framework, setting: MiniSearchSetting): Ranker {
  const entries = entriesOf(framework);
  const index = new MiniSearch<Entry>({
    fields: [...setting.fields],
    ...(setting.stems ? { tokenize: termsOf, processTerm: (term: string) => term } : {}),
  });
  index.addAll(entries);
  return (win) =>
    index.search(win.text, setting.search).flatMap((result) => {
      const entry = entries[Number(result.id)];
      return entry === undefined ? [] : [entry];
    });
}

/** The five that a person would be shown, or more. */
export function ourRanker(framework: Framework, options: SuggesterOptions = {}, level = false, limit = 5): Ranker {
  const suggester = createSuggester(framework, options);
  return (win) =>
    suggester
      .suggest(win.text, {
        level: level ? Math.round((win.level_range[0] + win.level_range[1]) / 2) : null,
        limit,
      })
      .map(({ topic, criterion, score }) => ({ topic, text: criterion.text, score }));
}
