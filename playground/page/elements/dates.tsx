import type { ReactNode } from "react";
import { readNumber, readString, readWords } from "../shape.ts";
import { useSurface } from "../surface/surface.ts";
import { useDirectory } from "../text/directory.ts";
import { fromZoned, toZoned } from "../text/zoned.ts";
import type { ElementProps } from "./element.tsx";
import { useSetter } from "./use-setter.ts";

export function DatePicker(props: ElementProps): ReactNode {
  const set = useSetter(props);
  const held = readString(useSurface().valueOf(props.blockId, props.element)["selected_date"]);
  return <Native props={props} type="date" value={held} onChange={(next) => set(next === "" ? null : next)} />;
}

export function TimePicker(props: ElementProps): ReactNode {
  const set = useSetter(props);
  const held = readString(useSurface().valueOf(props.blockId, props.element)["selected_time"]);
  return (
    <>
      <Native props={props} type="time" value={held} onChange={(next) => set(next === "" ? null : next)} />
      {readString(props.element["timezone"]) !== "" && (
        <span className="quiet"> {readString(props.element["timezone"])}</span>
      )}
    </>
  );
}

/** Slack sends seconds; the person reads and writes the time of their own zone. */
export function DateTimePicker(props: ElementProps): ReactNode {
  const { tz } = useDirectory();
  const set = useSetter(props);
  const seconds = readNumber(useSurface().valueOf(props.blockId, props.element)["selected_date_time"]);
  return (
    <Native
      props={props}
      type="datetime-local"
      value={seconds === null ? "" : toZoned(seconds, tz)}
      onChange={(next) => set(next === "" ? null : fromZoned(next, tz))}
    />
  );
}

function Native({
  props: { element, field },
  type,
  value,
  onChange,
}: {
  readonly props: ElementProps;
  readonly type: "date" | "time" | "datetime-local";
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <input
      id={field.id}
      className="text-field native"
      type={type}
      value={value}
      aria-label={field.labelledBy === undefined ? readWords(element["placeholder"]) || field.label || type : undefined}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      aria-invalid={field.invalid}
      data-autofocus={element["focus_on_load"] === true ? "" : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
