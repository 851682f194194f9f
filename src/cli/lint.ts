import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { createTwoFilesPatch } from "diff";
import { loadCatalogue } from "../catalogue/load.ts";
import { parseFramework } from "../catalogue/parse.ts";
import { listFiles, readBytes } from "../catalogue/read-folder.ts";
import { repair } from "../catalogue/repair.ts";
import type { Problem, Severity } from "../catalogue/types.ts";

/** `lint [DIR] [--json] [--fix]`: every problem of every framework file, and what can be mended without doubt. */

export interface LintIo {
  out(text: string): void;
  err(text: string): void;
  readonly env: { readonly frameworksDir: string };
}

const USAGE = "Usage: lint [FOLDER OR FILE] [--json] [--fix]\n";

interface Target {
  readonly path: string;
  readonly folder: boolean;
}

async function findTarget(path: string): Promise<Target | undefined> {
  try {
    const kind = await stat(path);
    return kind.isDirectory() || kind.isFile() ? { path, folder: kind.isDirectory() } : undefined;
  } catch {
    return undefined;
  }
}

async function check({ path, folder }: Target): Promise<readonly Problem[]> {
  if (folder) return (await loadCatalogue(path)).problems;
  // What only shows beside other files (a title taken from generic) is not asked of one file alone.
  return parseFramework(basename(path), readBytes(path)).problems;
}

/** Written beside the file and moved over it: nobody ever reads half a file, and its mode stays. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const { mode } = await stat(path);
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    await chmod(beside, mode & 0o7777);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function mend(target: Target, show: (text: string) => void): Promise<number> {
  const files = target.folder
    ? (await listFiles(target.path)).files
    : [{ file: basename(target.path), path: target.path }];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let mended = 0;
  for (const { file, path } of files) {
    try {
      // A new file moved over a link would end the link and leave what it leads to as it was.
      const real = await realpath(path);
      const bytes = readBytes(real);
      const fixed = repair(file, bytes);
      if (fixed === undefined) continue;
      await replaceFile(real, fixed);
      mended += 1;
      show(
        createTwoFilesPatch(`a/${file}`, `b/${file}`, decoder.decode(bytes), decoder.decode(fixed), "", "", {
          context: 1,
        }),
      );
    } catch (error) {
      show(`${file} could not be mended: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return mended;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function toText(problems: readonly Problem[]): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  const parts = Array.from(byFile, ([file, found]) => {
    const lines = found.map(
      ({ line, severity, code, message, hint }) =>
        `  ${file}:${line}  ${severity}  ${code}\n    ${message}\n    ${hint}\n`,
    );
    return `${file}\n${lines.join("")}\n`;
  });
  const of = (severity: Severity): number => problems.filter((found) => found.severity === severity).length;
  const totals = [count(of("error"), "error"), count(of("warning"), "warning"), count(of("notice"), "notice")].join(
    ", ",
  );
  return `${parts.join("")}${problems.length === 0 ? "No problems found." : `${totals} in ${count(byFile.size, "file")}.`}\n`;
}

function toJson(problems: readonly Problem[]): string {
  const rows = problems.map(({ code, severity, file, line, message, hint }) => ({
    code,
    severity,
    file,
    line,
    message,
    hint,
  }));
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}

/** The exit code: 0, 1 when there is an error, 2 for wrong use. */
export async function lint(args: readonly string[], io: LintIo): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith("-"));
  const paths = args.filter((arg) => !arg.startsWith("-"));
  const unknown = flags.find((flag) => flag !== "--json" && flag !== "--fix");
  if (unknown !== undefined || paths.length > 1) {
    io.err(`${unknown === undefined ? "lint takes one folder or file." : `lint does not know ${unknown}.`}\n${USAGE}`);
    return 2;
  }
  const path = resolve(paths[0] ?? io.env.frameworksDir);
  const target = await findTarget(path);
  if (target === undefined) {
    io.err(`There is no folder or file ${paths[0] ?? io.env.frameworksDir}.\n${USAGE}`);
    return 2;
  }
  const json = flags.includes("--json");
  if (flags.includes("--fix")) {
    const mended = await mend(target, json ? io.err : io.out);
    if (mended > 0 && !json) io.out(`${count(mended, "file")} mended.\n\n`);
  }
  const problems = await check(target);
  io.out(json ? toJson(problems) : toText(problems));
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}
