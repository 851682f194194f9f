import type { KnownBlock } from "@slack/types";
import type { HeldFile } from "../../catalogue/library.ts";
import { escapeText } from "../rich-text/plain.ts";
import type { View } from "./render.ts";

/** So many problems stand in the message; the rest are counted and listed by `lint`. */
const SHOWN = 10;

/** What an admin is told, once for each broken version of a file. */
export function brokenFrameworkView({ file, inService, problems }: HeldFile): View {
  const serving = inService
    ? "The last version that was right stays in service until it is mended."
    : "Until it is mended, nobody can read this framework.";
  const errors = problems.filter((problem) => problem.severity === "error");
  const lines = errors
    .slice(0, SHOWN)
    .map((problem) => `${problem.file}:${problem.line} ${problem.message} ${problem.hint}`);
  const more = errors.length > SHOWN ? [`And ${errors.length - SHOWN} more: progression lint lists them all.`] : [];
  const head = `The framework file ${file} cannot be read. ${serving}`;
  const blocks: KnownBlock[] = [
    {
      type: "rich_text",
      elements: [
        { type: "rich_text_section", elements: [{ type: "text", text: head }] },
        {
          type: "rich_text_list",
          style: "bullet",
          elements: [...lines, ...more].map((text) => ({
            type: "rich_text_section",
            elements: [{ type: "text", text: shortened(text) }],
          })),
        },
      ],
    },
  ];

  return { text: escapeText(shortened([head, ...lines, ...more].join("\n"), 3_500)), blocks };
}

function shortened(text: string, most = 800): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))} …`;
}
