import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { createBreath } from "./breath.ts";
import { MAX_BYTES } from "./frontmatter.ts";
import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";

/**
 * The Markdown files under one folder. Links are followed only inside it, pipes and devices are never opened for reading, and
 * hidden folders are left out. Without promises, because a trip to another thread takes longer than one look at a local disk; the
 * pauses are our own.
 */

export interface FoundFile {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly path: string;
  /** Why it must not be opened, or cannot be. */
  readonly refused?: Problem;
}

/** A folder, or what was one, of which nobody can say now what it holds. */
interface ClosedFolder {
  /** As a file's name is written. */
  readonly folder: string;
  readonly reason: string;
}

export interface FolderListing {
  readonly files: readonly FoundFile[];
  readonly closed: readonly ClosedFolder[];
  readonly problems: readonly Problem[];
  /** The folder itself could not be read. */
  readonly missing: boolean;
}

export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown reason";
}

const isMarkdown = (name: string): boolean => /\.md$/i.test(name);
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export async function listFiles(dir: string): Promise<FolderListing> {
  const files: FoundFile[] = [];
  const closed: ClosedFolder[] = [];
  const problems: Problem[] = [];
  const visited = new Set<string>();
  const reals = new Set<string>();
  const linked = new Map<string, FoundFile>();
  const breath = createBreath();
  let root: string;
  try {
    root = realpathSync.native(dir);
    readdirSync(root);
  } catch {
    return { files, closed, problems: [problem("folder-missing", ".", 1, dir)], missing: true };
  }
  const nameOf = (path: string): string => relative(root, path).replaceAll(sep, "/");

  async function follow(path: string): Promise<void> {
    const file = nameOf(path);
    try {
      const target = realpathSync.native(path);
      if (target !== root && !target.startsWith(root + sep)) {
        refuseOutside(path, file, statSync(path).isDirectory());
        return;
      }
      const kind = statSync(target);
      if (kind.isDirectory()) await walk(path, target);
      else if (isMarkdown(path) && kind.isFile()) linked.set(target, linked.get(target) ?? { file, path });
      else if (isMarkdown(path)) addFile(path, file, false);
    } catch (error) {
      const reason = errorCode(error);
      if (isMarkdown(path)) files.push({ file, path, refused: problem("unreadable-file", file, 1, reason) });
      else closed.push({ folder: file, reason });
    }
  }

  function refuseOutside(path: string, file: string, folder: boolean): void {
    const refused = problem("symlink-outside", file, 1);
    if (folder) {
      problems.push(refused);
      closed.push({ folder: file, reason: "its folder lies outside" });
    } else if (isMarkdown(path)) {
      files.push({ file, path, refused });
    }
  }

  function addFile(path: string, file: string, regular: boolean): void {
    if (regular) files.push({ file, path });
    else problems.push(problem("special-file", file, 1));
  }

  async function walk(folder: string, real: string): Promise<void> {
    if (visited.has(real)) return;
    visited.add(real);
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => byCode(a.name, b.name));
    await breath();
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) await follow(path);
      else if (entry.isDirectory()) await walkSafely(path);
      else if (isMarkdown(entry.name)) {
        reals.add(join(real, entry.name));
        addFile(path, nameOf(path), entry.isFile());
      }
    }
  }

  async function walkSafely(path: string): Promise<void> {
    try {
      await walk(path, realpathSync.native(path));
    } catch (error) {
      const reason = errorCode(error);
      problems.push(problem("unreadable-file", nameOf(path), 1, reason));
      closed.push({ folder: nameOf(path), reason });
    }
  }

  await walk(root, root);
  // A file is read once, under its own name where it has one: its links would be frameworks with the same path.
  for (const [real, found] of linked) if (!reals.has(real)) files.push(found);
  return { files: files.toSorted((a, b) => byCode(a.file, b.file)), closed, problems, missing: false };
}

/** At most one byte more than a framework may have. Opening never waits, whatever the name leads to by now. The caller pauses between files. */
export function readBytes(path: string): Uint8Array {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const size = Math.min(fstatSync(handle).size, MAX_BYTES) + 1;
    const buffer = Buffer.allocUnsafeSlow(size);
    let length = 0;
    while (length < size) {
      const more = readSync(handle, buffer, length, size - length, length);
      if (more === 0) break;
      length += more;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}
