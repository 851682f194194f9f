import matter from "gray-matter";
import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";
import { createPlaces, findPlacesIn, type Places } from "./yaml-places.ts";
import { readYaml, type YamlReading } from "./yaml-reading.ts";

/**
 * One file's text into front matter and body. gray-matter is dangerous by itself (it runs `---js` front matter, shares cached
 * objects, and its comment pattern is quadratic in blank lines), so the fences are found here and it only ever sees a text
 * that begins and ends with exactly `---`, with every engine but ours taken away.
 */

export const MAX_BYTES = 256 * 1024;
const MAX_BLANK_LINES = 200;
const FENCE = /^[ \t]*---+[ \t]*$/;

export interface FrontMatter {
  /** Undefined when nothing could be read; the problems say why. */
  readonly data: unknown;
  readonly body: string;
  readonly places: Places;
  /** The same for later: it keeps nothing but the text. */
  readonly findPlaces: () => Places;
  /** Lines that could not be read were left out: what seems to be missing may be in them. */
  readonly incomplete: boolean;
  /** Those lines: what is said of them beside their own problem is an echo. */
  readonly unread: ReadonlySet<number>;
}

function deny(): never {
  throw new Error("Only YAML front matter is read.");
}

const denied = { parse: deny, stringify: deny };

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function showSpaces(text: string): string {
  return text.replaceAll("\t", "⇥").replaceAll(" ", "␣");
}

interface Fences {
  readonly matter: string;
  readonly body: string;
  readonly closed: boolean;
}

/** The first line after the first that closes the front matter, or nearly does. */
function findFence(text: string): { start: number; found: string } | undefined {
  for (let at = text.indexOf("---", 4); at !== -1; at = text.indexOf("---", at)) {
    const start = text.lastIndexOf("\n", at) + 1;
    const end = text.indexOf("\n", at);
    const found = text.slice(start, end === -1 ? undefined : end);
    if (FENCE.test(found)) return { start, found };
    if (end === -1) return undefined;
    at = end;
  }
  return undefined;
}

/** The longest run of blank lines, and the offset of its end. A line that ends in a letter is settled by that letter. */
function findBlankLines(text: string): { count: number; end: number } {
  const longest = { count: 0, end: 0 };
  let run = 0;
  let start = 1;
  for (let end = text.indexOf("\n", 1); end !== -1; end = text.indexOf("\n", start)) {
    const blank = start === end || (text.charCodeAt(end - 1) <= 32 && text.slice(start, end).trim() === "");
    run = blank ? run + 1 : 0;
    if (run > longest.count) Object.assign(longest, { count: run, end });
    start = end + 1;
  }
  return longest;
}

/** Where the front matter ends. A fence with spaces before it counts as the end once it has been reported. */
function splitAtFences(file: string, text: string, problems: Problem[]): Fences {
  const fence = findFence(text);
  if (fence !== undefined && fence.found !== "---") {
    const { found, start } = fence;
    problems.push(problem("closing-fence", file, lineAt(text, start), showSpaces(found)));
  }
  if (fence === undefined) return { matter: `${text.slice(3)}\n`, body: "", closed: false };
  const { start, found } = fence;
  return { matter: text.slice(3, start), body: text.slice(start + found.length + 1), closed: true };
}

/** `text` has LF line ends and no byte order mark. Undefined: no framework, or nothing of it could be read. */
export function readFrontMatter(file: string, text: string, problems: Problem[]): FrontMatter | undefined {
  const end = text.indexOf("\n");
  const first = end === -1 ? text : text.slice(0, end);
  if (!first.startsWith("---")) {
    problems.push(problem("no-front-matter", file, 1));
    return undefined;
  }
  if (first !== "---") {
    problems.push(problem("opening-fence", file, 1, showSpaces(first)));
    return undefined;
  }
  const fences = splitAtFences(file, text, problems);
  const blank = findBlankLines(fences.matter);
  if (blank.count > MAX_BLANK_LINES) {
    problems.push(problem("blank-lines", file, lineAt(text, blank.end + 3) - blank.count + 1, String(blank.count)));
    return undefined;
  }
  let reading: YamlReading | undefined;
  const found: Problem[] = [];
  const parse = (yaml: string): object => {
    reading = readYaml(file, yaml, found);
    return reading;
  };
  matter(`---${fences.matter}---\n`, {
    language: "yaml",
    engines: { yaml: { parse }, json: denied, javascript: denied, js: denied, coffee: denied },
  });
  // An empty front matter never reaches the engine.
  const { value, events, source, incomplete, unread, textLine } = reading ?? readYaml(file, fences.matter, found);
  if (!fences.closed) {
    // Where the text begins, the line that could not be read is no mistake of its own.
    if (textLine === undefined) {
      problems.push(problem("missing-closing-fence", file, lineAt(text, text.trimEnd().length)));
    } else {
      problems.push(problem("unclosed-front-matter", file, 1, String(textLine)));
      found.splice(0, found.length, ...found.filter(({ line }) => line !== textLine));
    }
  }
  problems.push(...found);
  const places = createPlaces(source, () => events);
  return { data: value, body: fences.body, places, findPlaces: findPlacesIn(source), incomplete, unread };
}
