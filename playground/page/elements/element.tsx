import type { ReactNode } from "react";
import { Shout } from "../blocks/shout.tsx";
import { readString, type Shape } from "../shape.ts";
import { actionIdOf } from "../surface/element-state.ts";
import { useSurface } from "../surface/surface.ts";
import { Button, OverflowMenu } from "./buttons.tsx";
import { Checkboxes, RadioButtons } from "./choice-lists.tsx";
import { DatePicker, DateTimePicker, TimePicker } from "./dates.tsx";
import { ExternalSelect, IdSelect, StaticSelect } from "./selects.tsx";
import { RichTextInput, TextInput } from "./text-inputs.tsx";

/** How the element is named and described by the input block around it, if there is one. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly labelledBy: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** A change is told to the bot. */
  readonly dispatch: boolean;
}

export interface ElementProps {
  readonly element: Shape;
  readonly blockId: string;
  readonly field: Field;
}

export function Element({
  element,
  blockId,
  field,
}: {
  readonly element: Shape;
  readonly blockId: string;
  readonly field?: Field;
}): ReactNode {
  const { key } = useSurface();
  const alone: Field = {
    id: `${key}-${blockId}-${actionIdOf(element)}`,
    label: "",
    labelledBy: undefined,
    describedBy: undefined,
    invalid: false,
    dispatch: true,
  };
  const props = { element, blockId, field: field ?? alone };
  const type = readString(element["type"]);
  switch (type) {
    case "button":
    case "workflow_button":
      return <Button {...props} />;
    case "overflow":
      return <OverflowMenu {...props} />;
    case "static_select":
    case "multi_static_select":
      return <StaticSelect {...props} />;
    case "external_select":
    case "multi_external_select":
      return <ExternalSelect {...props} />;
    case "users_select":
    case "multi_users_select":
    case "conversations_select":
    case "multi_conversations_select":
    case "channels_select":
    case "multi_channels_select":
      return <IdSelect {...props} />;
    case "checkboxes":
      return <Checkboxes {...props} />;
    case "radio_buttons":
      return <RadioButtons {...props} />;
    case "datepicker":
      return <DatePicker {...props} />;
    case "timepicker":
      return <TimePicker {...props} />;
    case "datetimepicker":
      return <DateTimePicker {...props} />;
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input":
      return <TextInput {...props} />;
    case "rich_text_input":
      return <RichTextInput {...props} />;
    default:
      return <Shout what="element" type={type} value={element} />;
  }
}
