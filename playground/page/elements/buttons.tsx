import type { ReactNode } from "react";
import { readShapes, readString, readWords } from "../shape.ts";
import { actionIdOf, changeKey, toJson } from "../surface/element-state.ts";
import { useSurface } from "../surface/surface.ts";
import { isSafe } from "../text/rich-words.tsx";
import { PlainWords, Words } from "../text/words.tsx";
import { useConfirm } from "./confirm.tsx";
import type { ElementProps } from "./element.tsx";
import { MenuButton } from "./menu.tsx";

export function Button({ element, blockId }: ElementProps): ReactNode {
  const surface = useSurface();
  const confirm = useConfirm();
  const style = readString(element["style"]);
  const url = readString(element["url"]);
  const value = readString(element["value"]);
  const busy = surface.busy === changeKey(blockId, actionIdOf(element));
  const press = () => {
    const text = toJson(element["text"] ?? null);
    surface.act(blockId, element, { type: readString(element["type"]), text, ...(value === "" ? {} : { value }) });
    if (isSafe(url)) window.open(url, "_blank", "noopener,noreferrer");
  };
  return (
    <button
      type="button"
      className={`button ${style}${busy ? " busy" : ""}`}
      aria-label={readString(element["accessibility_label"]) || undefined}
      aria-busy={busy}
      data-action={actionIdOf(element)}
      title={url === "" ? undefined : url}
      onClick={() => confirm(element["confirm"], press)}
    >
      <PlainWords text={readWords(element["text"])} />
      {url !== "" && <span aria-hidden="true"> ↗</span>}
    </button>
  );
}

export function OverflowMenu({ element, blockId }: ElementProps): ReactNode {
  const surface = useSurface();
  const confirm = useConfirm();
  const items = readShapes(element["options"]).map((option) => ({
    key: readString(option["value"]),
    label: <Words value={option["text"]} />,
    detail: readWords(option["description"]),
    choose: () =>
      confirm(element["confirm"], () =>
        surface.act(blockId, element, { type: "overflow", selected_option: toJson(option) }),
      ),
  }));
  return (
    <MenuButton
      label="More actions"
      face={<span aria-hidden="true">⋯</span>}
      className="button overflow"
      items={items}
    />
  );
}
