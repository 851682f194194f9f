import type { Framework, Topic } from "../../catalogue/types.ts";
import type { Remark } from "../../command/intent.ts";
import { shorten } from "../rich-text/plain.ts";

/** Small wordings that several cards share. */

/** "E3" where the author gave a prefix, else "Level 3". */
export function levelName(framework: Pick<Framework, "levelPrefix">, level: number): string {
  return framework.levelPrefix === "" ? `Level ${level}` : `${framework.levelPrefix}${level}`;
}

/** The same inside a sentence. */
export function levelWord(framework: Pick<Framework, "levelPrefix">, level: number): string {
  return framework.levelPrefix === "" ? `level ${level}` : `${framework.levelPrefix}${level}`;
}

const DIRECTED = /[\u0590-\u08FF\u202A-\u202E\u2066-\u2069]/;

/** Names side by side. One that is written from right to left, or asks to be, keeps its direction to itself. */
export function titled(...names: readonly string[]): string {
  return names.map((name) => (DIRECTED.test(name) ? `\u2068${name}\u2069` : name)).join(" · ");
}

/** Where something would be shown; null where Slack does not name the channel. */
export function channelInWords(name: string | null): string {
  return name === null ? "this channel" : `the channel “${shorten(name, 80)}”`;
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "1–3, 5": the levels at which a topic asks something. */
export function levelRanges(topic: Topic): string {
  return ranges(topic.levels.filter((one) => one.criteria.length > 0).map((one) => one.level));
}

export function ranges(levels: readonly number[]): string {
  const made: [number, number][] = [];
  for (const level of levels) {
    const last = made.at(-1);
    if (last !== undefined && last[1] === level - 1) last[1] = level;
    else made.push([level, level]);
  }
  return made.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

const MOST_QUOTED = 120;

export function remarkNotes(remarks: readonly Remark[]): string[] {
  const sentences = remarks.slice(0, 3).map((remark) => {
    if (remark.kind === "corrected") {
      return `Read “${shorten(remark.typed, MOST_QUOTED)}” as ${shorten(remark.read, MOST_QUOTED)}.`;
    }
    if (remark.kind === "sub-level") {
      return `“${shorten(remark.typed, MOST_QUOTED)}” is shown as level ${remark.level}: frameworks are written in whole levels.`;
    }
    const words = remark.words.slice(0, 5).map((word) => `“${shorten(word, 20)}”`);
    const more = remark.words.length - words.length;
    return `Left out: ${words.join(", ")}${more > 0 ? ` and ${count(more, "more word", "more words")}` : ""}.`;
  });
  return sentences.length === 0 ? [] : [sentences.join(" ")];
}
