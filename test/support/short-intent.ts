import type { Intent, Reading } from "../../src/command/intent.ts";

/** An intent on one line, for tables of expectations. Page 1 and folded examples are not said. */
export function shortIntent(intent: Intent): string {
  const at = "framework" in intent && intent.framework !== null ? ` ${intent.framework}` : "";
  const page = "page" in intent && intent.page !== 1 ? ` page ${intent.page}` : "";
  switch (intent.kind) {
    case "topic":
      return `topic${at} ${intent.topic}${page}`;
    case "level":
      return `level${at} ${intent.topic} ${intent.level}${page}`;
    case "all-topics":
      return `all-topics${at} ${intent.level}${page}`;
    case "compare":
      return `compare${at} ${intent.topic ?? "*"} ${intent.from}-${intent.to}${page}`;
    case "search":
      return `search${at} [${intent.query}]${page}`;
    case "choose":
      return `choose ${intent.between}: ${intent.options.map(shortIntent).join(" | ")}`;
    case "not-understood": {
      const { kind, ...rest } = intent.because;
      const because = [kind, ...Object.values(rest).flat()].join(" ");
      return `not understood (${because}): ${intent.nearest.map(shortIntent).join(" | ")}`;
    }
    case "mine":
      return `mine ${intent.what}`;
    default:
      return `${intent.kind}${at}${page}`;
  }
}

export function shortReading({ intent, remarks }: Reading): string {
  const said = remarks.map((remark) => {
    if (remark.kind === "corrected") return `${remark.typed} is ${remark.read}`;
    if (remark.kind === "sub-level") return `sub-level ${remark.typed}`;
    return `ignored ${remark.words.join(" ")}`;
  });
  return [shortIntent(intent), ...said].join("; ");
}
