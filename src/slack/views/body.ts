import type { Framework } from "../../catalogue/types.ts";
import type { Line } from "../rich-text/line.ts";
import { toLines } from "../rich-text/markdown.ts";

const read = new WeakMap<Framework, readonly Line[]>();

/** A framework's own text as lines. Read once for each: frameworks are never changed in place. */
export function bodyLines(framework: Framework): readonly Line[] {
  const found = read.get(framework);
  if (found !== undefined) return found;
  const lines = toLines(framework.body);
  read.set(framework, lines);
  return lines;
}
