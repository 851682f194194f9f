import type { Catalogue, Framework, Topic } from "../catalogue/types.ts";
import type { Intent } from "../command/intent.ts";
import { foldedWords } from "../command/names.ts";
import { nearestPages, toPage } from "../command/nearest.ts";
import type { Choice } from "./answer.ts";
import { findFramework, findTopic, toChoices } from "./choices.ts";
import { levelsOf, quoted } from "./sentences.ts";

/** Where an intent leads, or why it leads nowhere: buttons outlive the frameworks that they were made from. */
export type Page =
  | { readonly kind: "there"; readonly framework: Framework; readonly topic: Topic | null }
  | { readonly kind: "gone"; readonly sentence: string; readonly nearest: readonly Choice[] };

export function findPage(
  path: string,
  topicName: string | null,
  levels: readonly number[],
  catalogue: Catalogue,
): Page {
  const framework = findFramework(catalogue, path);
  if (framework === undefined) {
    const words = foldedWords((path.split("/").at(-1) ?? "").slice(0, 200));
    return gone(
      "That framework is no longer here.",
      nearestPages(words, catalogue, levels[0] ?? null, null),
      catalogue,
    );
  }
  const topic = topicName === null ? null : findTopic(framework, topicName);
  if (topic === undefined) {
    const near = nearestPages(foldedWords((topicName ?? "").slice(0, 200)), catalogue, levels[0] ?? null, framework);
    const sentence = `${framework.sidebarTitle} no longer has the topic ${quoted([topicName ?? ""])}.`;
    return gone(sentence, near.length > 0 ? near : [toPage(framework, null, null)], catalogue);
  }
  const missing = levels.find((level) => !Number.isInteger(level) || level < 1 || level > framework.levels);
  if (missing === undefined) return { kind: "there", framework, topic };
  const highest = framework.levels === 0 ? null : framework.levels;
  const pages: Intent[] = [toPage(framework, topic, highest), toPage(framework, null, null)];
  if (highest === null) return gone(`${framework.sidebarTitle} no longer has levels.`, pages.slice(1), catalogue);
  return gone(`${levelsOf(path, catalogue)}; level ${missing} is no longer there.`, pages, catalogue);
}

function gone(sentence: string, nearest: readonly Intent[], catalogue: Catalogue): Page {
  return { kind: "gone", sentence, nearest: toChoices(nearest, catalogue) };
}
