import type { Catalogue, Criterion, Framework, Level, Topic } from "../../src/catalogue/types.ts";

/** Frameworks by hand, in the shape of the catalogue's types, for tests and samples that need no files. */

let serial = 0;

export function criterion(text: string, rest: Partial<Criterion> = {}): Criterion {
  serial += 1;
  return { id: `c${String(serial).padStart(9, "0")}`, text, examples: [], source: "own", todo: false, ...rest };
}

export function inherited(text: string): Criterion {
  return criterion(text, { source: "generic" });
}

export function level(number: number, ...criteria: readonly (string | Criterion)[]): Level {
  return { level: number, criteria: criteria.map((one) => (typeof one === "string" ? criterion(one) : one)) };
}

export function topic(name: string, title: string, levels: readonly Level[]): Topic {
  return { name, title, levels };
}

export function framework(
  path: string,
  title: string,
  topics: readonly Topic[],
  rest: Partial<Framework> = {},
): Framework {
  const highest = Math.max(0, ...topics.flatMap((one) => one.levels.map(({ level }) => level)));
  return {
    path,
    title,
    sidebarTitle: title,
    sidebarGroup: null,
    homepage: false,
    kind: "topics",
    levels: highest,
    levelPrefix: "",
    body: "",
    topics: topics.map((one) => ({ ...one, levels: filled(one.levels, highest) })),
    file: `${path.slice(1)}.md`,
    contentHash: path.length.toString(16).padStart(64, "0"),
    ...rest,
  };
}

export function prose(path: string, title: string, body: string): Framework {
  return framework(path, title, [], { kind: "prose", body });
}

export function catalogue(...frameworks: readonly Framework[]): Catalogue {
  return { frameworks, version: "0".repeat(64) };
}

/** Every level is there, also an empty one. */
function filled(levels: readonly Level[], highest: number): Level[] {
  return Array.from({ length: highest }, (_, index) => {
    const number = index + 1;
    return levels.find((one) => one.level === number) ?? { level: number, criteria: [] };
  });
}
