import type { KeyboardEvent, ReactNode } from "react";
import { isShape, readNumber, readShapes, readString, readStrings, readWords } from "../shape.ts";
import { useSurface } from "../surface/surface.ts";
import type { ElementProps } from "./element.tsx";
import { useSetter } from "./use-setter.ts";

const inputTypes: Readonly<Record<string, "text" | "email" | "url" | "number">> = {
  plain_text_input: "text",
  number_input: "number",
  email_text_input: "email",
  url_text_input: "url",
};

export function TextInput(props: ElementProps): ReactNode {
  const { element, field, blockId } = props;
  const set = useSetter(props);
  const text = readString(useSurface().valueOf(blockId, element)["value"]);
  const config = isShape(element["dispatch_action_config"]) ? element["dispatch_action_config"] : {};
  const triggers = readStrings(config["trigger_actions_on"]);
  const onEnter = triggers.length === 0 || triggers.includes("on_enter_pressed");
  const multiline = element["multiline"] === true;
  const longest = readNumber(element["max_length"]) ?? 3000;
  const shared = {
    id: field.id,
    className: "text-field",
    value: text,
    placeholder: readWords(element["placeholder"]),
    "aria-label": field.labelledBy === undefined ? field.label || readWords(element["placeholder"]) : undefined,
    "aria-labelledby": field.labelledBy,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid,
    "data-autofocus": element["focus_on_load"] === true ? "" : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      set(event.target.value === "" ? null : event.target.value, triggers.includes("on_character_entered")),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.shiftKey || !field.dispatch || !onEnter) return;
      event.preventDefault();
      set(text === "" ? null : text);
    },
  };
  return (
    <div className="text-input">
      {multiline ? (
        <textarea {...shared} rows={Math.min(10, Math.max(4, text.split("\n").length + 1))} />
      ) : (
        <input
          {...shared}
          type={inputTypes[readString(element["type"])] ?? "text"}
          step={element["is_decimal_allowed"] === true ? "any" : undefined}
          min={readString(element["min_value"]) || undefined}
          max={readString(element["max_value"]) || undefined}
        />
      )}
      {text.length > longest * 0.8 && (
        <output className={text.length > longest ? "counter over" : "counter"}>{longest - text.length}</output>
      )}
    </div>
  );
}

/** Written as plain text; each line travels as the rich text that Slack would send for it. */
export function RichTextInput(props: ElementProps): ReactNode {
  const { element, field, blockId } = props;
  const set = useSetter(props);
  const text = richToText(useSurface().valueOf(blockId, element)["rich_text_value"]);
  return (
    <textarea
      id={field.id}
      className="text-field"
      rows={Math.min(12, Math.max(4, text.split("\n").length + 1))}
      value={text}
      placeholder={readWords(element["placeholder"])}
      aria-label={field.labelledBy === undefined ? field.label : undefined}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      aria-invalid={field.invalid}
      data-autofocus={element["focus_on_load"] === true ? "" : undefined}
      onChange={(event) => set(event.target.value === "" ? null : textToRich(event.target.value), false)}
    />
  );
}

function textToRich(text: string) {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

function richToText(value: unknown): string {
  if (!isShape(value)) return "";
  const parts = readShapes(value["elements"]).flatMap((part) =>
    part["type"] === "rich_text_list" ? readShapes(part["elements"]) : [part],
  );
  return parts
    .map((part) =>
      readShapes(part["elements"])
        .map((run) => readString(run["text"]) || readString(run["url"]))
        .join(""),
    )
    .join("\n");
}
