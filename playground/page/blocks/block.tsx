import { lazy, type ReactNode, Suspense } from "react";
import { Element } from "../elements/element.tsx";
import { InputBlock } from "../elements/input-block.tsx";
import { keyed } from "../keyed.ts";
import { isShape, readShapes, readString, type Shape } from "../shape.ts";
import { blockIdOf } from "../surface/element-state.ts";
import { Words } from "../text/words.tsx";
import { useTheme } from "../theme.ts";
import { Guard } from "./guard.tsx";
import { Image, ImageBlock } from "./image.tsx";
import { isDrawnByLibrary } from "./library-types.ts";
import { RichText } from "./rich-text.tsx";
import { Shout } from "./shout.tsx";

const Library = lazy(async () => ({ default: (await import("./third-party.tsx")).LibraryBlock }));

export function Blocks({ blocks }: { readonly blocks: readonly Shape[] }): ReactNode {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const id = blockIdOf(block, index);
        return (
          <Guard key={id} block={block}>
            <Block block={block} id={id} />
          </Guard>
        );
      })}
    </div>
  );
}

function Block({ block, id }: { readonly block: Shape; readonly id: string }): ReactNode {
  const { dark } = useTheme();
  const type = readString(block["type"]);
  if (isDrawnByLibrary(type)) {
    return (
      <Suspense fallback={<div className="quiet">Drawing…</div>}>
        <Library block={block} dark={dark} />
      </Suspense>
    );
  }
  switch (type) {
    case "header":
      return (
        <h3 className="header-block">
          <Words value={block["text"]} />
        </h3>
      );
    case "section":
      return <Section block={block} id={id} />;
    case "context":
      return (
        <div className="context-block">
          {keyed(readShapes(block["elements"])).map(([key, element]) =>
            element["type"] === "image" ? (
              <Image key={key} element={element} size="context" />
            ) : (
              <span key={key}>
                <Words value={element} />
              </span>
            ),
          )}
        </div>
      );
    case "divider":
      return <hr className="divider-block" />;
    case "image":
      return <ImageBlock block={block} />;
    case "rich_text":
      return <RichText block={block} />;
    case "actions":
      return (
        <div className="actions-block">
          {keyed(readShapes(block["elements"])).map(([key, element]) => (
            <Element key={key} element={element} blockId={id} />
          ))}
        </div>
      );
    case "input":
      return <InputBlock block={block} id={id} />;
    default:
      return <Shout what="block" type={type} value={block} />;
  }
}

function Section({ block, id }: { readonly block: Shape; readonly id: string }): ReactNode {
  const fields = readShapes(block["fields"]);
  const accessory = block["accessory"];
  return (
    <div className="section-block">
      <div className="section-words">
        <Words value={block["text"]} />
        {fields.length > 0 && (
          <div className="section-fields">
            {keyed(fields).map(([key, field]) => (
              <div key={key}>
                <Words value={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isShape(accessory) && (
        <div className="section-accessory">
          {accessory["type"] === "image" ? (
            <Image element={accessory} size="accessory" />
          ) : (
            <Element element={accessory} blockId={id} />
          )}
        </div>
      )}
    </div>
  );
}
