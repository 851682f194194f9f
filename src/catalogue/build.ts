import { hash } from "node:crypto";
import { atOnce } from "./breath.ts";
import { GENERIC_PATH, inheritTopics } from "./inherit.ts";
import type { ParsedFile } from "./parse.ts";
import type { ParsedFramework } from "./parsed-framework.ts";
import { problem, sortProblems } from "./problems.ts";
import type { Path } from "./reader.ts";
import type { Catalogue, Framework, Problem } from "./types.ts";
import type { Places } from "./yaml-places.ts";

/** All frameworks together: what only shows when they are side by side, what they inherit, and one frozen catalogue. */

export interface Built {
  readonly catalogue: Catalogue;
  /** Only those that concern several files. */
  readonly problems: readonly Problem[];
  /** Files kept out because another one has their path or one of their ids. */
  readonly refused: ReadonlySet<string>;
}

const collator = new Intl.Collator("en", { numeric: true });
/** Most are the same, or differ in their group: the collator takes a microsecond for two titles. */
const byName = (a: string, b: string): number => (a === b ? 0 : collator.compare(a, b));
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inOrder(a: Framework, b: Framework): number {
  return (
    Number(b.homepage) - Number(a.homepage) ||
    byName(a.sidebarGroup ?? "", b.sidebarGroup ?? "") ||
    byName(a.title, b.title) ||
    byCode(a.path, b.path)
  );
}

/** Keeps the first of those that claim one path or one id: the ones in service, then by file name. */
function keepUnique(frameworks: readonly ParsedFramework[], inService: ReadonlySet<string>, problems: Problem[]) {
  const rank = (file: string): number => (inService.has(file) ? 0 : 1);
  const ordered = frameworks.toSorted((a, b) => rank(a.file) - rank(b.file) || byCode(a.file, b.file));
  const paths = new Map<string, string>();
  const ids = new Map<string, string>();
  return ordered.filter((framework) => {
    const { file, path, pinned, findPlaces } = framework;
    const lineOf = (place: Path): number => findPlaces().lineOf(place);
    const other = paths.get(path);
    const clash = Array.from(pinned).filter(([id]) => ids.has(id));
    if (other !== undefined) problems.push(problem("duplicate-path", file, lineOf(["path"]), path, other));
    for (const [id, place] of clash) problems.push(problem("duplicate-id", file, lineOf(place), id, ids.get(id) ?? ""));
    if (other !== undefined || clash.length > 0) return false;
    paths.set(path, file);
    for (const [id, place] of pinned) ids.set(id, `line ${lineOf(place)} of ${file}`);
    return true;
  });
}

const squeeze = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Names that differ in nothing else would look alike. */
const showOuterSpaces = (name: string): string => name.replace(/^\s+|\s+$/g, (spaces) => "␣".repeat(spaces.length));

function checkTopics(framework: ParsedFramework, names: ReadonlyMap<string, string>, problems: Problem[]): void {
  const { file, findPlaces } = framework;
  let places: Places | undefined;
  const lineOf = (topic: Path): number => {
    places ??= findPlaces();
    return places.lineOf([...topic, "name"]);
  };
  for (const { name, title, path } of framework.topics) {
    const near = names.get(squeeze(name));
    if (near !== undefined && near !== name) {
      problems.push(problem("topic-near-generic", file, lineOf(path), showOuterSpaces(name), showOuterSpaces(near)));
    } else if (title === null && (near === undefined || framework.path === GENERIC_PATH)) {
      problems.push(problem("topic-without-title", file, lineOf(path), name));
    }
  }
}

const built = new WeakMap<ParsedFramework, { generic: ParsedFramework | undefined; framework: Framework }>();

function toFramework(parsed: ParsedFramework, generic: ParsedFramework | undefined): Framework {
  const known = built.get(parsed);
  if (known !== undefined && known.generic === generic) return known.framework;
  const { path, title, sidebarTitle, sidebarGroup, homepage, kind, levels, levelPrefix, body, lexicon, file } = parsed;
  const topics = inheritTopics(parsed, generic);
  const framework: Framework = Object.freeze({
    path,
    title,
    sidebarTitle,
    sidebarGroup,
    homepage,
    kind,
    levels,
    levelPrefix,
    body,
    ...(lexicon === undefined ? {} : { lexicon }),
    topics,
    file,
    contentHash: parsed.contentHash,
  });
  built.set(parsed, { generic, framework });
  return framework;
}

/** Builds in small steps, so that whoever must not block can pause between them. */
export function* buildInSteps(
  parsed: readonly ParsedFile[],
  inService: ReadonlySet<string> = new Set(),
): Generator<void, Built> {
  const problems: Problem[] = [];
  const usable = parsed.flatMap(({ framework }) => framework ?? []);
  const unique = keepUnique(usable, inService, problems);
  yield;
  const generic = unique.find(({ path }) => path === GENERIC_PATH);
  const names = new Map(generic?.topics.map(({ name }) => [squeeze(name), name]));
  const frameworks: Framework[] = [];
  for (const framework of unique) {
    checkTopics(framework, names, problems);
    frameworks.push(toFramework(framework, generic));
    yield;
  }
  const kept = new Set(unique.map(({ file }) => file));
  const refused = new Set(usable.map(({ file }) => file).filter((file) => !kept.has(file)));
  const lines = frameworks.map(({ path, contentHash }) => `${path}\n${contentHash}\n`).toSorted(byCode);
  yield;
  const ordered = frameworks.toSorted(inOrder);
  yield;
  const catalogue = Object.freeze({
    frameworks: Object.freeze(ordered),
    version: hash("sha256", lines.join(""), "hex"),
  });
  return { catalogue, problems: sortProblems(problems), refused };
}

export function buildCatalogue(parsed: readonly ParsedFile[], inService?: ReadonlySet<string>): Built {
  return atOnce(buildInSteps(parsed, inService));
}
