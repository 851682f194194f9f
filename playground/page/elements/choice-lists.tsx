import type { ReactNode } from "react";
import { readShapes, readString, type Shape } from "../shape.ts";
import { chosenOptions, toJson } from "../surface/element-state.ts";
import { useSurface } from "../surface/surface.ts";
import { Words } from "../text/words.tsx";
import type { ElementProps } from "./element.tsx";
import { useSetter } from "./use-setter.ts";

export function Checkboxes(props: ElementProps): ReactNode {
  const set = useSetter(props);
  const chosen = chosenOptions(useSurface().valueOf(props.blockId, props.element));
  const options = readShapes(props.element["options"]);
  const toggle = (option: Shape) => {
    const wanted = (one: Shape) => (one === option ? !includes(chosen, one) : includes(chosen, one));
    set(options.filter(wanted).map(toJson));
  };
  return <Choices props={props} kind="checkbox" options={options} chosen={chosen} onChoose={toggle} />;
}

export function RadioButtons(props: ElementProps): ReactNode {
  const set = useSetter(props);
  const chosen = chosenOptions(useSurface().valueOf(props.blockId, props.element));
  const options = readShapes(props.element["options"]);
  return (
    <Choices props={props} kind="radio" options={options} chosen={chosen} onChoose={(option) => set(toJson(option))} />
  );
}

function includes(options: readonly Shape[], option: Shape): boolean {
  return options.some((one) => one["value"] === option["value"]);
}

function Choices({
  props,
  kind,
  options,
  chosen,
  onChoose,
}: {
  readonly props: ElementProps;
  readonly kind: "checkbox" | "radio";
  readonly options: readonly Shape[];
  readonly chosen: readonly Shape[];
  readonly onChoose: (option: Shape) => void;
}): ReactNode {
  const { field } = props;
  return (
    <fieldset className="choices" aria-labelledby={field.labelledBy} aria-describedby={field.describedBy}>
      {options.map((option) => (
        <label key={readString(option["value"])}>
          <input
            type={kind}
            name={field.id}
            checked={includes(chosen, option)}
            aria-invalid={field.invalid}
            onChange={() => onChoose(option)}
          />
          <span>
            <Words value={option["text"]} />
            <small>
              <Words value={option["description"]} />
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
