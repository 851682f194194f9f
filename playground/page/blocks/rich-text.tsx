import type { ReactNode } from "react";
import { keyed } from "../keyed.ts";
import { isShape, readShapes, readString, type Shape } from "../shape.ts";
import { RichList } from "./rich-list.tsx";
import { RichRuns } from "./rich-runs.tsx";
import { Shout } from "./shout.tsx";

export function RichText({ block }: { readonly block: Shape }): ReactNode {
  return (
    <div className="rich-text">
      {keyed(groupLists(readShapes(block["elements"]))).map(([key, part]) => (
        <Part key={key} part={part} />
      ))}
    </div>
  );
}

/** Slack sends a nested list as a row of lists with indents: each row becomes one tree. */
function groupLists(parts: readonly Shape[]): readonly (Shape | readonly Shape[])[] {
  const groups: (Shape | Shape[])[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part["type"] !== "rich_text_list") groups.push(part);
    else if (Array.isArray(last)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function Part({ part }: { readonly part: Shape | readonly Shape[] }): ReactNode {
  if (!isShape(part)) return <RichList lists={part} />;
  const content = <RichRuns elements={readShapes(part["elements"])} />;
  switch (part["type"]) {
    case "rich_text_section":
      return <div className="rich-section">{content}</div>;
    case "rich_text_quote":
      return <blockquote>{content}</blockquote>;
    case "rich_text_preformatted":
      return <pre className="pre">{content}</pre>;
    default:
      return <Shout what="text part" type={readString(part["type"])} value={part} />;
  }
}
