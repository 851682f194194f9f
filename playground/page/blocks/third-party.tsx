import type { ReactNode } from "react";
import { Message } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";
import { isShape, type Shape } from "../shape.ts";
import { isDrawnByLibrary } from "./library-types.ts";

type Blocks = Parameters<typeof Message>[0]["blocks"];

/** Apart, because the library is three times the size of the rest of the page: it loads when the first such block appears. */
export function LibraryBlock({ block, dark }: { readonly block: Shape; readonly dark: boolean }): ReactNode {
  const blocks = [block];
  if (!isBlocks(blocks)) return null;
  return (
    <div className="third-party-block">
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
