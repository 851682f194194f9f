import { hash } from "node:crypto";
import { createBreath, gently } from "./breath.ts";
import { buildInSteps } from "./build.ts";
import { type ParsedFile, parseFramework } from "./parse.ts";
import { problem, sortProblems } from "./problems.ts";
import { errorCode, type FoundFile, listFiles, readBytes } from "./read-folder.ts";
import type { Catalogue, Problem } from "./types.ts";

/** A folder into a catalogue, file by file and never long at once. */

export interface Loaded {
  readonly catalogue: Catalogue;
  readonly problems: readonly Problem[];
  /** Every Markdown file that was read, with what came of it, by name. */
  readonly files: readonly ParsedFile[];
}

export interface FolderReading {
  readonly files: readonly ParsedFile[];
  readonly problems: readonly Problem[];
  readonly missing: boolean;
}

function readOne({ file, path }: FoundFile, known: ParsedFile | undefined): ParsedFile {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path);
  } catch (error) {
    const reason = errorCode(error);
    const problems = [problem("unreadable-file", file, 1, reason)];
    return { file, contentHash: `unreadable ${reason}`, framework: undefined, problems };
  }
  const contentHash = hash("sha256", bytes, "hex");
  return known?.contentHash === contentHash ? known : parseFramework(file, bytes, contentHash);
}

/** Reads every file; parses those whose bytes are not `known` yet. */
export async function readFolder(
  dir: string,
  known: ReadonlyMap<string, ParsedFile> = new Map(),
): Promise<FolderReading> {
  const listing = await listFiles(dir);
  const breath = createBreath();
  const files: ParsedFile[] = [];
  for (const found of listing.files) {
    files.push(readOne(found, known.get(found.file)));
    await breath();
  }
  return { files, problems: listing.problems, missing: listing.missing };
}

export async function loadCatalogue(dir: string): Promise<Loaded> {
  const { files, problems } = await readFolder(dir);
  const built = await gently(buildInSteps(files));
  const all = [...problems, ...files.flatMap((file) => file.problems), ...built.problems];
  if (files.length === 0 && problems.length === 0) all.push(problem("folder-empty", ".", 1, dir));
  return { catalogue: built.catalogue, problems: sortProblems(all), files };
}
