import { repairEncoding } from "./encoding.ts";
import { parseFramework } from "./parse.ts";
import { hasError } from "./problems.ts";
import { knownKeys } from "./schema.ts";
import { decodeStrictly } from "./source-text.ts";
import type { Problem } from "./types.ts";

const has = (problems: readonly Problem[], code: Problem["code"]): boolean =>
  problems.some((found) => found.code === code);

const TOP_KEY = new RegExp(`^(["']?)(?:${knownKeys.framework.join("|")})\\1\\s*:`);

/** A heading is a comment to YAML and "Note: a compass" a key: only what belongs to a key of ours is surely no text yet. */
function endsInFrontMatter(text: string): boolean {
  const lines = text.trimEnd().split("\n");
  const below = lines.slice(lines.findLastIndex((line) => TOP_KEY.test(line)) + 1);
  return below.every((line) => /^(?:[ \t]|-[ \t]|-?$)/.test(line)) && !/^\s*#/.test(below.at(-1) ?? "");
}

/**
 * What `lint --fix` may change by itself: text decoded with the wrong table that turns back exactly, a byte order mark, CR LF,
 * and a missing closing fence. When any part of the damage is in doubt the whole file is left alone.
 */
export function repair(file: string, bytes: Uint8Array): Uint8Array | undefined {
  const encoder = new TextEncoder();
  let text = decodeStrictly(bytes);
  const { problems } = parseFramework(file, bytes);
  if (text === undefined || has(problems, "file-too-large")) return undefined;
  const unmarked = text.replace(/^\ufeff/, "");
  if (has(problems, "wrong-encoding")) {
    const mended = repairEncoding(unmarked);
    if (mended === undefined) return undefined;
    text = mended;
  }
  text = text.replace(/^\ufeff/, "");
  if (!text.startsWith("---")) return undefined;
  text = text.replaceAll("\r\n", "\n");
  const left = parseFramework(file, encoder.encode(text)).problems;
  if (has(left, "missing-closing-fence") && !hasError(left) && endsInFrontMatter(text)) {
    text = `${text.trimEnd()}\n---\n`;
  }
  const mended = encoder.encode(text);
  return Buffer.compare(mended, bytes) === 0 ? undefined : mended;
}
