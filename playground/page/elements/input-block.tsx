import type { ReactNode } from "react";
import { Shout } from "../blocks/shout.tsx";
import { isShape, readWords, type Shape } from "../shape.ts";
import { actionIdOf } from "../surface/element-state.ts";
import { useSurface } from "../surface/surface.ts";
import { Words } from "../text/words.tsx";
import { Element } from "./element.tsx";

export function InputBlock({ block, id }: { readonly block: Shape; readonly id: string }): ReactNode {
  const surface = useSurface();
  const element = block["element"];
  if (!isShape(element)) return <Shout what="element" type="" value={block} />;
  const error = surface.errorOf(id);
  const fieldId = `${surface.key}-${id}-${actionIdOf(element)}`;
  const hint = isShape(block["hint"]);
  const described = [hint ? `${fieldId}-hint` : "", error === null ? "" : `${fieldId}-error`].filter(Boolean).join(" ");
  return (
    <div className="input-block" data-block={id} data-invalid={error === null ? undefined : ""}>
      <label id={`${fieldId}-label`} htmlFor={fieldId}>
        <Words value={block["label"]} />
        {block["optional"] === true && <span className="quiet"> (optional)</span>}
      </label>
      <Element
        element={element}
        blockId={id}
        field={{
          id: fieldId,
          label: readWords(block["label"]),
          labelledBy: `${fieldId}-label`,
          describedBy: described === "" ? undefined : described,
          invalid: error !== null,
          dispatch: block["dispatch_action"] === true,
        }}
      />
      {error !== null && (
        <p id={`${fieldId}-error`} className="input-error" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${fieldId}-hint`} className="input-hint">
          <Words value={block["hint"]} />
        </p>
      )}
    </div>
  );
}
