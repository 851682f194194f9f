import type { ReactNode } from "react";
import { Message } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";
import { isShape, type Shape } from "../shape.ts";

/** Read-only blocks with a layout of their own that the bot does not use today; drawn by the library, which loads only when one appears. */
const drawn = ["alert", "data_visualization", "markdown", "plan", "table", "task_card"] as const;
type DrawnType = (typeof drawn)[number];
type Blocks = Parameters<typeof Message>[0]["blocks"];

export function isDrawnByLibrary(type: unknown): type is DrawnType {
  return drawn.some((one) => one === type);
}

export function LibraryBlock({ block, dark }: { readonly block: Shape; readonly dark: boolean }): ReactNode {
  const blocks = [block];
  if (!isBlocks(blocks)) return null;
  return (
    <div className="library-block">
      <Message
        blocks={blocks}
        withoutWrapper
        showBlockKitDebug={false}
        theme={dark ? "dark" : "light"}
        logo=""
        name=""
        time={new Date(0)}
      />
    </div>
  );
}

function isBlocks(blocks: readonly Shape[]): blocks is readonly Shape[] & Blocks {
  return blocks.every((block) => isShape(block) && isDrawnByLibrary(block["type"]));
}
