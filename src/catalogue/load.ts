import { hash } from "node:crypto";
import { createBreath, gently } from "./breath.ts";
import { buildInSteps } from "./build.ts";
import { type ParsedFile, parseFramework } from "./parse.ts";
import { hasError, problem, sortProblems } from "./problems.ts";
import { errorCode, type FolderListing, type FoundFile, listFiles, readBytes } from "./read-folder.ts";
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

function unread(refused: Problem): ParsedFile {
  return { file: refused.file, contentHash: `unread: ${refused.message}`, framework: undefined, problems: [refused] };
}

function readOne({ file, path, refused }: FoundFile, known: ParsedFile | undefined): ParsedFile {
  if (refused !== undefined) return unread(refused);
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path);
  } catch (error) {
    return unread(problem("unreadable-file", file, 1, errorCode(error)));
  }
  const contentHash = hash("sha256", bytes, "hex");
  return known?.contentHash === contentHash ? known : parseFramework(file, bytes, contentHash);
}

/** What was known in a folder that cannot be looked into is not gone: nobody can say. */
function unseen({ closed, files }: FolderListing, known: ReadonlyMap<string, ParsedFile>): ParsedFile[] {
  if (closed.length === 0) return [];
  const seen = new Set(files.map(({ file }) => file));
  return Array.from(known.keys()).flatMap((file) => {
    const around = seen.has(file) ? undefined : closed.find(({ folder }) => file.startsWith(`${folder}/`));
    return around === undefined ? [] : unread(problem("unreadable-file", file, 1, around.reason));
  });
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
  files.push(...unseen(listing, known));
  return { files, problems: listing.problems, missing: listing.missing };
}

/** Neither a framework nor a broken one: a README, for example. */
export function isNothing({ framework, problems }: ParsedFile): boolean {
  return framework === undefined && !hasError(problems);
}

export async function loadCatalogue(dir: string): Promise<Loaded> {
  const { files, problems } = await readFolder(dir);
  const built = await gently(buildInSteps(files));
  const all = [...problems, ...files.flatMap((file) => file.problems), ...built.problems];
  if (!hasError(all) && files.every(isNothing)) all.push(problem("folder-empty", ".", 1, dir));
  return { catalogue: built.catalogue, problems: sortProblems(all), files };
}
