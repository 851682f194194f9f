import type { ReactNode } from "react";
import { keyed } from "../keyed.ts";
import { readNumber, readShapes, type Shape } from "../shape.ts";
import { RichRuns } from "./rich-runs.tsx";

interface Item {
  readonly content: Shape;
  readonly below: Shape[];
}

/** A row of `rich_text_list`: deeper lists hang under the last item above them, so that a screen reader hears the nesting too. */
export function RichList({ lists }: { readonly lists: readonly Shape[] }): ReactNode {
  return keyed(nest(lists)).map(([key, list]) => <OneList key={key} list={list.list} items={list.items} />);
}

function indentOf(list: Shape): number {
  return readNumber(list["indent"]) ?? 0;
}

function nest(lists: readonly Shape[]): { list: Shape; items: Item[] }[] {
  const level = Math.min(...lists.map(indentOf));
  const trees: { list: Shape; items: Item[] }[] = [];
  for (const list of lists) {
    const above = trees.at(-1)?.items.at(-1);
    if (indentOf(list) > level && above !== undefined) above.below.push(list);
    else trees.push({ list, items: readShapes(list["elements"]).map((content) => ({ content, below: [] })) });
  }
  return trees;
}

function OneList({ list, items }: { readonly list: Shape; readonly items: readonly Item[] }): ReactNode {
  const content = keyed(items).map(([key, item]) => (
    <li key={key}>
      <RichRuns elements={readShapes(item.content["elements"])} />
      {item.below.length > 0 && <RichList lists={item.below} />}
    </li>
  ));
  const className = `rich-list indent-${Math.min(8, indentOf(list))}${list["border"] === 1 ? " bordered" : ""}`;
  if (list["style"] !== "ordered") return <ul className={className}>{content}</ul>;
  return (
    <ol className={className} start={(readNumber(list["offset"]) ?? 0) + 1}>
      {content}
    </ol>
  );
}
