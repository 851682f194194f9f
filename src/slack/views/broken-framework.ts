import type { HeldFile } from "../../catalogue/library.ts";
import { paragraph } from "../rich-text/line.ts";
import { problemLines } from "./problem-lines.ts";
import { render, type View } from "./render.ts";

/** So many problems stand in the message; the rest are counted and listed by `lint`. */
const SHOWN = 10;

/** What an admin is told, once for each broken version of a file. */
export function brokenFrameworkView({ file, inService, problems }: HeldFile): View {
  const serving = inService
    ? "The last version that was right stays in service until it is mended."
    : "Until it is mended, nobody can read this framework.";
  const errors = problems.filter((problem) => problem.severity === "error");
  const more = errors.length - SHOWN;

  return render({
    title: "A framework file needs mending",
    notes: [],
    parts: [
      paragraph([{ text: file, style: { code: true } }, { text: ` cannot be used as it stands. ${serving}` }]),
      ...errors.slice(0, SHOWN).flatMap(problemLines),
      ...(more > 0 ? [paragraph(`And ${more} more: the lint command lists them all.`)] : []),
    ],
    foot: [],
    paged: null,
    rest: "The lint command lists them all.",
  });
}
