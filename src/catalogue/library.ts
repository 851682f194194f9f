import { hash } from "node:crypto";
import { gently } from "./breath.ts";
import { buildInSteps } from "./build.ts";
import { type FolderReading, isNothing, readFolder } from "./load.ts";
import type { ParsedFile } from "./parse.ts";
import { problem, sortProblems } from "./problems.ts";
import type { Catalogue, Problem } from "./types.ts";
import { watchFolder } from "./watch-folder.ts";

/**
 * The frameworks of a running process: read at start, read again when the folder changes, replaced whole. A file that breaks
 * keeps its last good version in service, and one that never was good is left out; either way somebody is told.
 */

export interface HeldFile {
  readonly file: string;
  /** Names this broken version: one message for each is enough. */
  readonly brokenVersion: string;
  /** An older version of the file is still being served. */
  readonly inService: boolean;
  readonly problems: readonly Problem[];
}

export interface ReloadOutcome {
  readonly catalogue: Catalogue;
  /** The catalogue says something else than before. */
  readonly changed: boolean;
  /** The folder cannot be read or holds no framework any more, so that the last catalogue is still served. */
  readonly folderLost: boolean;
  readonly held: readonly HeldFile[];
  readonly problems: readonly Problem[];
}

export interface Library extends AsyncDisposable {
  current(): Catalogue;
  /** When the current catalogue came into service. */
  loadedAt(): Date;
  problems(): readonly Problem[];
  held(): readonly HeldFile[];
  /** Reads the folder again; calls that come while it is being read share one further reading. */
  reload(): Promise<ReloadOutcome>;
}

export interface LibraryOptions {
  /** Awaited with every new catalogue before it is in service, so that nobody's first question waits for an index. */
  readonly prepare?: (catalogue: Catalogue) => Promise<void>;
  /** After every reload that changed the catalogue, its problems or the files held back. */
  readonly onReload?: (outcome: ReloadOutcome) => void;
  /** How often the folder is read whether or not a change was seen; 60 s by default, 0 for never. */
  readonly pollMs?: number;
  /** Watch the folder for changes; true by default. */
  readonly watch?: boolean;
  readonly now?: () => Date;
}

interface State {
  readonly catalogue: Catalogue;
  readonly loadedAt: Date;
  readonly problems: readonly Problem[];
  readonly held: readonly HeldFile[];
  readonly folderLost: boolean;
  /** The last reading of every file. */
  readonly latest: ReadonlyMap<string, ParsedFile>;
  /** The version of every file that is served. */
  readonly served: ReadonlyMap<string, ParsedFile>;
}

function toHeld(file: ParsedFile, problems: readonly Problem[], inService: boolean): HeldFile {
  const told = problems.map(({ code, line, message }) => `${code}\n${line}\n${message}\n`).join("");
  return Object.freeze({
    file: file.file,
    brokenVersion: hash("sha256", `${file.file}\n${file.contentHash}\n${told}`, "hex"),
    inService,
    problems: Object.freeze(problems.slice()),
  });
}

/** A file that was a framework and is none any more was cut short or emptied more likely than meant so: who means it deletes the file. */
function asBroken(file: ParsedFile, served: ReadonlyMap<string, ParsedFile>): ParsedFile {
  if (!isNothing(file) || !served.has(file.file)) return file;
  return { ...file, problems: [problem("front-matter-gone", file.file, 1)] };
}

/** For each file the version to serve: the new one if it is good, else the last good one. */
function chooseVersions(files: readonly ParsedFile[], served: ReadonlyMap<string, ParsedFile>): ParsedFile[] {
  return files.flatMap((file) => (file.framework === undefined ? (served.get(file.file) ?? []) : file));
}

/** Files that are served under the path they have now: who was there first keeps it. */
function keptPlaces(files: readonly ParsedFile[], served: ReadonlyMap<string, ParsedFile>): ReadonlySet<string> {
  const kept = files.filter(({ file, framework }) => served.get(file)?.framework?.path === framework?.path);
  return new Set(kept.map(({ file }) => file));
}

/** What is served, by the names that the files have now: one that is renamed while it is broken is still the same. */
function servedByName(reading: FolderReading, before: State | undefined): ReadonlyMap<string, ParsedFile> {
  if (before === undefined) return new Map();
  const names = new Set(reading.files.map(({ file }) => file));
  const gone = new Map<string, ParsedFile>();
  for (const [name, { contentHash }] of before.latest) {
    const good = /^[0-9a-f]{64}$/.test(contentHash) ? before.served.get(name) : undefined;
    if (good?.framework !== undefined && good.contentHash !== contentHash && !names.has(name))
      gone.set(contentHash, good);
  }
  if (gone.size === 0) return before.served;
  const served = new Map(before.served);
  for (const { file, contentHash } of reading.files) {
    const good = gone.get(contentHash);
    if (good?.framework === undefined || served.has(file)) continue;
    served.set(file, { ...good, file, framework: { ...good.framework, file } });
    gone.delete(contentHash);
  }
  return served;
}

async function assemble(reading: FolderReading, before: State | undefined, now: Date): Promise<State> {
  const served = servedByName(reading, before);
  const files = reading.files.map((file) => asBroken(file, served));
  let candidates = chooseVersions(files, served);
  let built = await gently(buildInSteps(candidates, keptPlaces(candidates, served)));
  const clashes = built.problems.filter(({ severity }) => severity === "error");
  // A file that now claims another one's path or id is as broken as any other: its last good version goes on.
  if (built.refused.size > 0) {
    candidates = candidates.flatMap((file) => (built.refused.has(file.file) ? (served.get(file.file) ?? []) : file));
    built = await gently(buildInSteps(candidates, keptPlaces(candidates, served)));
  }
  const inUse = candidates.filter(({ file }) => !built.refused.has(file));
  const servedNow = new Map(inUse.map((file) => [file.file, file]));
  const problems = sortProblems([
    ...reading.problems,
    ...files.flatMap((file) => file.problems),
    ...built.problems.filter(({ severity }) => severity !== "error"),
    ...clashes,
  ]);
  const held = files.flatMap((file) => {
    const errors = problems.filter((found) => found.file === file.file && found.severity === "error");
    return errors.length === 0 ? [] : toHeld(file, errors, servedNow.has(file.file));
  });
  const same = before !== undefined && before.catalogue.version === built.catalogue.version;
  return {
    catalogue: same ? before.catalogue : built.catalogue,
    loadedAt: same ? before.loadedAt : now,
    problems: Object.freeze(problems),
    held: Object.freeze(held),
    folderLost: false,
    latest: new Map(reading.files.map((file) => [file.file, file])),
    served: servedNow,
  };
}

async function advance(dir: string, before: State | undefined, now: () => Date): Promise<State> {
  const reading = await readFolder(dir, before?.latest);
  const lost = reading.missing || reading.files.every((file) => isNothing(file) && !before?.served.has(file.file));
  if (before !== undefined && lost && before.catalogue.frameworks.length > 0) {
    const missing = reading.missing ? problem("folder-missing", ".", 1, dir) : problem("folder-empty", ".", 1, dir);
    return { ...before, problems: Object.freeze([missing]), folderLost: true };
  }
  const state = await assemble(reading, before, now());
  if (!lost || reading.missing) return state;
  const problems = Object.freeze([...state.problems, problem("folder-empty", ".", 1, dir)]);
  return { ...state, problems, folderLost: true };
}

function differs(before: State, after: State): boolean {
  const told = ({ catalogue, problems, held }: State): string => JSON.stringify([catalogue.version, problems, held]);
  return told(before) !== told(after);
}

export async function createLibrary(dir: string, options: LibraryOptions = {}): Promise<Library> {
  const { onReload, prepare, pollMs = 60_000, watch = true, now = () => new Date() } = options;
  let state = await advance(dir, undefined, now);
  await prepare?.(state.catalogue);
  let running: Promise<ReloadOutcome> | undefined;
  let waiting: Promise<ReloadOutcome> | undefined;

  async function reloadOnce(): Promise<ReloadOutcome> {
    const before = state;
    const after = await advance(dir, before, now);
    if (after.catalogue !== before.catalogue) await prepare?.(after.catalogue);
    state = after;
    const { catalogue, held, problems, folderLost } = after;
    const outcome = Object.freeze({ catalogue, held, problems, folderLost, changed: catalogue !== before.catalogue });
    if (differs(before, after)) onReload?.(outcome);
    return outcome;
  }

  function start(): Promise<ReloadOutcome> {
    running = reloadOnce().finally(() => {
      running = undefined;
    });
    return running;
  }

  function reload(): Promise<ReloadOutcome> {
    if (running === undefined) return start();
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return start();
      });
    return waiting;
  }

  const watcher = watchFolder(dir, { watch, pollMs, onChange: () => void reload().catch(() => undefined) });
  return {
    current: () => state.catalogue,
    loadedAt: () => state.loadedAt,
    problems: () => state.problems,
    held: () => state.held,
    reload,
    async [Symbol.asyncDispose]() {
      await watcher.close();
      await (waiting ?? running)?.catch(() => undefined);
    },
  };
}
