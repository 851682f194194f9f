import type { Catalogue, Framework, Topic } from "../catalogue/types.ts";
import type { Intent, Reader } from "../command/intent.ts";
import { foldedWords } from "../command/names.ts";
import { toPage } from "../command/nearest.ts";
import { parseCommand } from "../command/parse.ts";
import { wordsOf } from "../text/words.ts";

/** Lines worth typing, made from what is loaded; each is parsed and left out if it would not lead where it says. */
export function exampleLines(catalogue: Catalogue, reader: Reader, command: string): string[] {
  const framework = exampleFramework(catalogue, reader);
  if (framework === undefined) return [`${command} help`];
  const called = foldedWords(framework.path.split("/").at(-1) ?? "").join(" ");
  const topic = fullestTopic(framework);
  if (topic === undefined) return [`${command} ${called}`, `${command} help`];
  const typed = foldedWords(topic.name).join(" ");
  const level = exampleLevel(framework, reader);
  const leads = (line: string, to: Intent) =>
    JSON.stringify(parseCommand(line, catalogue, reader).intent) === JSON.stringify(to) ? [`${command} ${line}`] : [];
  const next = Math.min(level + 1, framework.levels);
  const path = framework.path;
  const compare: Intent = { kind: "compare", framework: path, topic: topic.name, from: next - 1, to: next, page: 1 };
  const word = commonWord(topic);
  return [
    ...leads(`${called} ${typed} ${level}`, toPage(framework, topic, level)),
    ...(framework.levels < 2 ? [] : leads(`compare ${called} ${typed} ${next - 1} ${next}`, compare)),
    ...leads(called, toPage(framework, null, null)),
    ...(word === undefined ? [] : [`${command} search ${word}`]),
    `${command} help`,
  ];
}

function exampleFramework({ frameworks }: Catalogue, reader: Reader): Framework | undefined {
  return (
    frameworks.find(({ path }) => path === reader.framework) ??
    frameworks.find(({ kind }) => kind === "topics") ??
    frameworks[0]
  );
}

function exampleLevel({ levels, path }: Framework, reader: Reader): number {
  const own = reader.framework === path ? reader.level : null;
  return own !== null && own >= 1 && own <= levels ? own : Math.ceil(levels / 2);
}

function fullestTopic({ topics }: Framework): Topic | undefined {
  const size = (topic: Topic) => topic.levels.reduce((sum, { criteria }) => sum + criteria.length, 0);
  return topics.toSorted((a, b) => size(b) - size(a))[0];
}

function commonWord(topic: Topic): string | undefined {
  const times = new Map<string, number>();
  for (const { text, todo } of topic.levels.flatMap(({ criteria }) => criteria)) {
    for (const word of todo ? [] : wordsOf(text).slice(1)) {
      const plain = word.text.toLowerCase();
      if (!word.stop && plain.length > 5) times.set(plain, (times.get(plain) ?? 0) + 1);
    }
  }
  return [...times].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
