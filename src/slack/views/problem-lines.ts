import type { Problem } from "../../catalogue/types.ts";
import { bold, bullet, type Line } from "../rich-text/line.ts";

const SEVERITIES: Readonly<Record<Problem["severity"], string>> = {
  error: "Error",
  warning: "Warning",
  notice: "Notice",
};

/** Where first, as an editor takes it, then what, and how to mend it on a line of its own. */
export function problemLines({ file, line, severity, message, hint, code }: Problem): Line[] {
  const place = bold({ text: `${file}:${line}` });
  const first = [place, { text: ` ${SEVERITIES[severity]}: ${message} (${code})` }];
  return hint === "" ? [bullet(first)] : [bullet(first, { keep: true }), bullet(hint, { depth: 1 })];
}
