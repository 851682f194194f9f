import type { Json } from "../../../local-slack/protocol.ts";
import { readString } from "../shape.ts";
import { valueKey } from "../surface/element-state.ts";
import { useSurface } from "../surface/surface.ts";
import { useConfirm } from "./confirm.tsx";
import type { ElementProps } from "./element.tsx";

/** Keep a new value, and tell the bot where Slack would: always outside an input block, inside one only with `dispatch_action`. */
export function useSetter({ element, blockId, field }: ElementProps): (held: Json, tell?: boolean) => void {
  const surface = useSurface();
  const confirm = useConfirm();
  const type = readString(element["type"]);
  const key = valueKey(type) ?? "value";
  return (held, tell = true) => {
    const value = { type, [key]: held };
    if (field.dispatch && tell) confirm(element["confirm"], () => surface.act(blockId, element, value));
    else surface.change(blockId, element, value);
  };
}
