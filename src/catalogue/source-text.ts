import { findDamage } from "./encoding.ts";
import { lineAt, MAX_BYTES } from "./frontmatter.ts";
import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";

/** A file's bytes as text with LF line ends and no byte order mark; what was odd about them is reported. */

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const BOM = "\ufeff";

export function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The offset of the first byte that begins no character. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // A prefix is good when it decodes once its own unfinished last character is let pass.
  const good = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (good(middle)) low = middle;
    else high = middle - 1;
  }
  // An unfinished character is named by its first byte: "é" in Latin-1 is the 0xe9, and not the letter that follows it.
  let start = Math.min(low, bytes.length - 1);
  while (start > 0 && decodeStrictly(bytes.subarray(0, start)) === undefined) start -= 1;
  return start;
}

export function readSourceText(file: string, bytes: Uint8Array, problems: Problem[]): string | undefined {
  if (bytes.length > MAX_BYTES) {
    problems.push(problem("file-too-large", file, 1));
    return undefined;
  }
  const decoded = decodeStrictly(bytes);
  if (decoded === undefined) {
    const at = firstBadByte(bytes);
    const line = bytes.subarray(0, at).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
    problems.push(problem("not-utf8", file, line, `0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`));
    return undefined;
  }
  const marked = decoded.startsWith(BOM);
  if (marked) problems.push(problem("bom", file, 1));
  const text = marked ? decoded.slice(1) : decoded;
  const carriage = text.indexOf("\r\n");
  if (carriage !== -1) problems.push(problem("crlf", file, lineAt(text, carriage)));
  const damage = findDamage(text);
  if (damage !== undefined) {
    const lines = damage.lines === 1 ? "1 line is" : `${damage.lines} lines are`;
    const line = lineAt(text, damage.offset);
    problems.push(problem("wrong-encoding", file, line, damage.found, damage.encoding, damage.meant, lines));
  }
  return carriage === -1 ? text : text.replaceAll("\r\n", "\n");
}
