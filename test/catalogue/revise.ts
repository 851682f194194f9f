/** What an author does to a framework file between two commits. */
export type Edit =
  /** Words that stand in the file once. */
  | { readonly words: string; readonly now: string }
  /** The line with these words goes below the line with those. */
  | { readonly move: string; readonly below: string }
  /** A line more, shaped like the one that it stands below. */
  | { readonly add: string; readonly below: string }
  | { readonly remove: string }
  /** Two levels of a topic change their numbers. */
  | { readonly topic: string; readonly swap: readonly [number, number] }
  /** The criteria of one level in the opposite order. */
  | { readonly topic: string; readonly reverse: number }
  /** A topic goes to the end of the file. */
  | { readonly topicLast: string };

/** Throws where the words are not there once: a fixture that no longer fits its file is no test. */
export function revise(text: string, edit: Edit): string {
  if ("words" in edit) {
    onlyOne(text, edit.words);
    return text.replace(edit.words, () => edit.now);
  }
  const lines = text.split("\n");
  const lineOf = (words: string) => {
    onlyOne(text, words);
    return lines.findIndex((line) => line.includes(words));
  };

  if ("move" in edit) {
    const [line = ""] = lines.splice(lineOf(edit.move), 1);
    lines.splice(lines.findIndex((one) => one.includes(edit.below)) + 1, 0, line);
  } else if ("add" in edit) {
    const at = lineOf(edit.below);
    lines.splice(
      at + 1,
      0,
      (lines[at] ?? "").replace(/- .*/, () => `- ${JSON.stringify(edit.add)}`),
    );
  } else if ("remove" in edit) {
    lines.splice(lineOf(edit.remove), 1);
  } else if ("topicLast" in edit) {
    const [from, to] = topicLines(lines, edit.topicLast);
    const moved = lines.splice(from, to - from);
    lines.splice(lines.indexOf("---", 1), 0, ...moved);
  } else {
    const [from, to] = topicLines(lines, edit.topic);
    const topic = lines.slice(from, to);
    const changed = "swap" in edit ? swapped(topic, edit.swap) : reversed(topic, edit.reverse);
    lines.splice(from, to - from, ...changed);
  }
  return lines.join("\n");
}

function onlyOne(text: string, words: string): void {
  const times = text.split(words).length - 1;
  if (times !== 1) throw new Error(`“${words}” stands ${times} times in the file.`);
}

function topicLines(lines: readonly string[], name: string): [number, number] {
  const from = lines.indexOf(`  - name: "${name}"`);
  if (from === -1) throw new Error(`There is no topic ${name}.`);
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith("  - name:") || line === "---");
  return [from, from + 1 + length];
}

function swapped(topic: readonly string[], [one, other]: readonly [number, number]): string[] {
  return topic.map((line) => {
    const level = /^( +- level: )(\d+)$/.exec(line);
    if (level?.[2] === String(one)) return `${level[1]}${other}`;
    return level?.[2] === String(other) ? `${level[1]}${one}` : line;
  });
}

function reversed(topic: readonly string[], level: number): string[] {
  const from = topic.findIndex((line) => line.trim() === `- level: ${level}`) + 2;
  const length = topic.slice(from).findIndex((line) => !/^ +- "/.test(line));
  const to = length === -1 ? topic.length : from + length;
  return [...topic.slice(0, from), ...topic.slice(from, to).toReversed(), ...topic.slice(to)];
}
