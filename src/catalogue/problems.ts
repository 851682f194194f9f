import { fileCodes } from "./file-problems.ts";
import { shapeCodes } from "./shape-problems.ts";
import type { Problem } from "./types.ts";
import { yamlCodes } from "./yaml-problems.ts";

/**
 * Every lint code there is. `lint`, start-up, reload and `docs/lint-codes.md` all read this one table, so that a code, its
 * severity and its sentences cannot differ between them.
 */
const codes = { ...fileCodes, ...yamlCodes, ...shapeCodes };

export type ProblemCode = keyof typeof codes;

/** The texts that a code's sentences quote. */
export type Quotes<C extends ProblemCode> = Parameters<(typeof codes)[C]["message"]>;

export const problemCodes = (Object.keys(codes) as ProblemCode[]).toSorted();

/** Long texts are quoted by their beginning: a message stays one readable line. */
function shorten(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, " ").trim();
  const letters = Array.from(line.slice(0, 400));
  return letters.length > 160 ? `${letters.slice(0, 159).join("")}…` : line;
}

export function problem<C extends ProblemCode>(code: C, file: string, line: number, ...args: Quotes<C>): Problem {
  const entry: { severity: Problem["severity"]; message(...a: string[]): string; hint(...a: string[]): string } =
    codes[code];
  const plain = args.map(shorten);
  return { code, severity: entry.severity, file, line, message: entry.message(...plain), hint: entry.hint(...plain) };
}

/** File by file, then down the file; what stands on one line in the order of its codes. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return problems.toSorted((a, b) => order(a.file, b.file) || a.line - b.line || order(a.code, b.code));
}

export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** The text of `docs/lint-codes.md`. */
export function lintCodesPage(): string {
  const severities = { error: "Errors", warning: "Warnings", notice: "Notices" } as const;
  const meaning = {
    error: "The file is not used until this is mended: the last good version of it stays in service.",
    warning: "The file is used; what it says may not be what its author meant.",
    notice: "Nothing needs doing; said so that nobody wonders.",
  } as const;
  const sections = (["error", "warning", "notice"] as const).map((severity) => {
    const parts = problemCodes
      .filter((code) => codes[code].severity === severity)
      .map((code) => {
        const { about, sample } = codes[code];
        const shown = problem(code, "", 1, ...(sample as Quotes<typeof code>));
        return `### ${code}\n\n${about}\n\n> ${shown.message}\n>\n> ${shown.hint}\n`;
      });
    return `## ${severities[severity]}\n\n${meaning[severity]}\n\n${parts.join("\n")}`;
  });
  return `# Lint codes\n\nEverything \`npm run -s progression -- lint\` can say about a framework file, with an example of its message and of its hint.\nA code never changes its meaning. This page is generated; \`docs/writing-frameworks.md\` explains the format.\n\n${sections.join("\n")}`;
}
