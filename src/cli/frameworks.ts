import type { Catalogue } from "../catalogue/types.ts";
import { type FrameworksIo, loadFrameworks } from "./load-frameworks.ts";

interface ListIo extends FrameworksIo {
  out(text: string): void;
}

/** The loaded catalogue as data; the shape is a contract with scripts. */
export async function frameworks(args: readonly string[], io: ListIo): Promise<number> {
  if (args.some((arg) => arg !== "--json")) {
    io.err("frameworks takes --json and nothing else.\n");
    return 2;
  }
  const loaded = await loadFrameworks(io);
  if (loaded === undefined) return 2;
  const { catalogue, problems } = loaded;
  const broken = problems.filter((problem) => problem.severity === "error");

  io.out(args.includes("--json") ? `${JSON.stringify(toJson(catalogue), null, 2)}\n` : list(catalogue));
  if (broken.length > 0) {
    io.err(`Broken, and not in the list: ${[...new Set(broken.map(({ file }) => file))].join(", ")}. See lint.\n`);
  }
  return 0;
}

function toJson({ frameworks }: Catalogue) {
  return frameworks.map(({ path, title, levels, topics }) => ({
    path,
    title,
    levels,
    topics: topics.map((topic) => ({
      name: topic.name,
      title: topic.title,
      levels: topic.levels.map(({ level, criteria }) => ({
        level,
        criteria: criteria.map(({ id, text, examples, source }) => ({ id, text, examples, source })),
      })),
    })),
  }));
}

function list({ frameworks }: Catalogue): string {
  const lines = frameworks.map(({ path, title, kind, levels, topics }) =>
    kind === "prose" ? `${path}  ${title}` : `${path}  ${title}, ${levels} levels, ${topics.length} topics`,
  );

  return `${lines.join("\n")}\n`;
}
