import { repairEncoding } from "./encoding.ts";
import { parseFramework } from "./parse.ts";
import { decodeStrictly } from "./source-text.ts";

/**
 * What `lint --fix` may change by itself: text decoded with the wrong table that turns back exactly, a byte order mark, CR LF,
 * and a missing closing fence. When any part of the damage is in doubt the whole file is left alone.
 */
export function repair(file: string, bytes: Uint8Array): Uint8Array | undefined {
  const encoder = new TextEncoder();
  const codesOf = (content: Uint8Array): Set<string> =>
    new Set(parseFramework(file, content).problems.map(({ code }) => code));
  let text = decodeStrictly(bytes);
  const codes = codesOf(bytes);
  if (text === undefined || codes.has("file-too-large")) return undefined;
  const unmarked = text.replace(/^\ufeff/, "");
  if (codes.has("wrong-encoding")) {
    const mended = repairEncoding(unmarked);
    if (mended === undefined) return undefined;
    text = mended;
  }
  text = text.replace(/^\ufeff/, "");
  if (!text.startsWith("---")) return undefined;
  text = text.replaceAll("\r\n", "\n");
  if (codesOf(encoder.encode(text)).has("missing-closing-fence")) text = `${text.trimEnd()}\n---\n`;
  const mended = encoder.encode(text);
  return Buffer.compare(mended, bytes) === 0 ? undefined : mended;
}
