import type { ReactNode } from "react";
import { isShape, readString, type Shape } from "../shape.ts";
import { Words } from "../text/words.tsx";

/** The page loads nothing from elsewhere, so a remote image shows its alternative text and where it would come from. */
export function Image({
  element,
  size,
}: {
  readonly element: Shape;
  readonly size: "block" | "accessory" | "context";
}): ReactNode {
  const url = readString(element["image_url"]);
  const alt = readString(element["alt_text"]);
  if (/^data:image\/|^\/(?!\/)/.test(url)) return <img className={`image image-${size}`} src={url} alt={alt} />;
  return (
    <span className={`image image-${size} image-absent`} role="img" aria-label={alt} title={url}>
      {size === "block" ? `${alt} (an image that the playground does not fetch)` : "🖼"}
    </span>
  );
}

export function ImageBlock({ block }: { readonly block: Shape }): ReactNode {
  return (
    <figure className="image-block">
      {isShape(block["title"]) && (
        <figcaption>
          <Words value={block["title"]} />
        </figcaption>
      )}
      <Image element={block} size="block" />
    </figure>
  );
}
