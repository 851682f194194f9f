import { readShapes, readString, readWords, type Shape } from "../shape.ts";
import type { Choice } from "./combobox.tsx";

export interface OptionChoice extends Choice {
  readonly option: Shape;
}

/** Options and option groups as one row of choices. */
export function toChoices(element: Shape): readonly OptionChoice[] {
  const plain = readShapes(element["options"]).map((option) => toChoice(option, ""));
  const grouped = readShapes(element["option_groups"]).flatMap((group) =>
    readShapes(group["options"]).map((option) => toChoice(option, readWords(group["label"]))),
  );
  return [...plain, ...grouped];
}

/** What a bot suggests: options, or groups of them. */
export function suggestedChoices(options: readonly Shape[]): readonly OptionChoice[] {
  return options.flatMap((one) =>
    Array.isArray(one["options"])
      ? readShapes(one["options"]).map((option) => toChoice(option, readWords(one["label"])))
      : [toChoice(one, "")],
  );
}

function toChoice(option: Shape, group: string): OptionChoice {
  return {
    key: `${group} ${readString(option["value"])}`,
    label: readWords(option["text"]),
    detail: readWords(option["description"]),
    group,
    option,
  };
}

/** Chosen options carry no group: they are found among the choices by their value. */
export function chosenAmong(choices: readonly OptionChoice[], chosen: readonly Shape[]): readonly OptionChoice[] {
  return chosen.map(
    (option) => choices.find((choice) => choice.option["value"] === option["value"]) ?? toChoice(option, ""),
  );
}
