import type { Catalogue } from "../catalogue/types.ts";
import type { Intent, NotUnderstoodReason } from "../command/intent.ts";
import { findFramework, findTopic, levelName, toChoice } from "./choices.ts";

/** What the bot says when it cannot do what was asked: what happened, then what would work. */

const QUOTED_WORDS = 3;
const QUOTED_LETTERS = 40;

export function notUnderstoodSentence(
  because: NotUnderstoodReason,
  nearest: readonly Intent[],
  catalogue: Catalogue,
  command: string,
): string {
  switch (because.kind) {
    case "unknown-words":
      return unknownWords(because.words, nearest, catalogue, command);
    case "no-such-level":
      return `${levelsOf(because.framework, catalogue)}; there is no level “${because.level}”.`;
    case "topic-elsewhere":
      return topicElsewhere(because, nearest, catalogue);
    case "no-levels":
      return `${titleOf(because.framework, catalogue)} is a page of text and has no levels.`;
    case "command-apart":
      return `\`${command} ${because.subcommand}\` is a command of its own and takes no other words.`;
    case "wins-apart":
      return "Wins have commands of their own: `/win WORDS` saves one, and `/wins` lists yours.";
    case "side-by-side":
      return `Two ${because.things} cannot be laid side by side: a comparison shows two levels of one.`;
    case "nothing-to-search":
      return nothingToSearch(because.words, `\`${command} search incident\``);
    case "one-level-to-compare":
      return `${titleOf(because.framework, catalogue)} has only one level, so there is nothing to compare it with.`;
    case "too-long":
      return `That is more than I can read at once: please keep to ${because.limit} characters.`;
    case "no-frameworks":
      return "No framework is loaded yet. The person who runs this bot can find out why.";
  }
}

function nothingToSearch(words: readonly string[], example: string): string {
  if (words.length === 0) return `Add a word to search for, for example ${example}.`;
  return `There is too little to search for in ${quoted(words)}. Add another word, for example ${example}.`;
}

/** "A, B and C". */
function listed(names: readonly string[], last: "and" | "or" = "and"): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

export function quoted(words: readonly string[]): string {
  const shown = words.slice(0, QUOTED_WORDS).map((word) => {
    const letters = Array.from(word);
    return `“${letters.length > QUOTED_LETTERS ? `${letters.slice(0, QUOTED_LETTERS).join("")}…` : word}”`;
  });
  return listed(words.length > QUOTED_WORDS ? [...shown, "more"] : shown, words.length > QUOTED_WORDS ? "and" : "or");
}

function titleOf(path: string, catalogue: Catalogue): string {
  return findFramework(catalogue, path)?.sidebarTitle ?? path;
}

export function levelsOf(path: string, catalogue: Catalogue): string {
  const framework = findFramework(catalogue, path);
  const highest = framework?.levels ?? 0;
  if (highest < 2) return `${titleOf(path, catalogue)} has only level ${levelName(framework, 1)}`;
  return `${titleOf(path, catalogue)} has levels ${levelName(framework, 1)} to ${levelName(framework, highest)}`;
}

function unknownWords(
  words: readonly string[],
  nearest: readonly Intent[],
  catalogue: Catalogue,
  command: string,
): string {
  const topics = nearest.filter((intent) => intent.kind === "topic" || intent.kind === "level");
  const [first] = topics;
  if (nearest[0]?.kind === "help") return `I do not know ${quoted(words)}. \`${command} help\` lists what I can show.`;
  const whole = nearest.some(({ kind }) => kind === "framework" || kind === "all-topics");
  const oneFramework =
    first !== undefined && nearest.every((near) => "framework" in near && near.framework === first.framework);
  if (first !== undefined && oneFramework && whole) {
    const names = listed(topics.slice(0, 3).map((intent) => topicTitle(intent.framework, intent.topic, catalogue)));
    const known = `I know ${titleOf(first.framework, catalogue)}, but it has no topic ${quoted(words)}.`;
    return topics.length === 1 ? `${known} The nearest is ${names}.` : `${known} The nearest are ${names}.`;
  }
  const names = nearest.slice(0, 3).map((intent) => {
    const { label, detail } = toChoice(intent, catalogue);
    return detail === null ? label : `${label} in ${detail}`;
  });
  const unknown = `I do not know a framework or topic called ${quoted(words)}.`;
  if (names.length === 0) return unknown;
  return `${unknown} The nearest ${names.length === 1 ? "is" : "are"} ${listed([...new Set(names)])}.`;
}

function topicElsewhere(
  because: Extract<NotUnderstoodReason, { kind: "topic-elsewhere" }>,
  nearest: readonly Intent[],
  catalogue: Catalogue,
): string {
  const there = nearest.flatMap((intent) =>
    "framework" in intent && intent.framework !== null ? [intent.framework] : [],
  );
  const title = there[0] === undefined ? because.topic : topicTitle(there[0], because.topic, catalogue);
  const missing = `${titleOf(because.framework, catalogue)} has no topic “${title}”`;
  const names = [...new Set(there)].map((path) => titleOf(path, catalogue));
  return names.length === 0 ? `${missing}.` : `${missing}; ${listed(names)} ${names.length === 1 ? "has" : "have"} it.`;
}

function topicTitle(path: string, name: string, catalogue: Catalogue): string {
  const framework = findFramework(catalogue, path);
  return (framework === undefined ? undefined : findTopic(framework, name)?.title) ?? name;
}
