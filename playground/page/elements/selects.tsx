import { type ReactNode, useEffect, useRef, useState } from "react";
import { readNumber, readShape, readString, readWords, type Shape } from "../shape.ts";
import { actionIdOf, chosenIds, chosenOptions, toJson, valueKey } from "../surface/element-state.ts";
import { useSurface } from "../surface/surface.ts";
import { useDirectory } from "../text/directory.ts";
import { type Choice, Combobox } from "./combobox.tsx";
import type { ElementProps } from "./element.tsx";
import { chosenAmong, type OptionChoice, suggestedChoices, toChoices } from "./options.ts";
import { useSetter } from "./use-setter.ts";

function common({ element, field }: ElementProps) {
  return {
    id: field.id,
    action: actionIdOf(element),
    label: field.label || readWords(element["placeholder"]) || "Choose",
    labelledBy: field.labelledBy,
    describedBy: field.describedBy,
    invalid: field.invalid,
    autoFocus: element["focus_on_load"] === true,
    placeholder: readWords(element["placeholder"]) || "Select an option",
    multiple: readString(element["type"]).startsWith("multi_"),
  };
}

function limited<T extends Choice>(element: Shape, chosen: readonly T[]): readonly T[] {
  return chosen.slice(0, readNumber(element["max_selected_items"]) ?? chosen.length);
}

function useOptionSetter(props: ElementProps) {
  const set = useSetter(props);
  const { element } = props;
  const type = readString(element["type"]);
  return (chosen: readonly Choice[], known: readonly OptionChoice[]) => {
    const options = limited(element, chosen).flatMap((choice) => {
      const option = known.find((one) => one.key === choice.key)?.option;
      return option === undefined ? [] : [toJson(option)];
    });
    set(type.startsWith("multi_") ? options : (options[0] ?? null));
  };
}

export function StaticSelect(props: ElementProps): ReactNode {
  const surface = useSurface();
  const choose = useOptionSetter(props);
  const choices = toChoices(props.element);
  const chosen = chosenAmong(choices, chosenOptions(surface.valueOf(props.blockId, props.element)));
  return (
    <Combobox
      {...common(props)}
      choices={choices}
      chosen={chosen}
      note={null}
      onChoose={(next) => choose(next, [...choices, ...chosen])}
    />
  );
}

export function ExternalSelect(props: ElementProps): ReactNode {
  const { element, blockId } = props;
  const surface = useSurface();
  const choose = useOptionSetter(props);
  const [found, setFound] = useState<{ readonly query: string; readonly choices: readonly OptionChoice[] } | null>(
    null,
  );
  const [query, setQuery] = useState<string | null>(null);
  const least = readNumber(element["min_query_length"]) ?? 3;
  const chosen = chosenAmong(found?.choices ?? [], chosenOptions(surface.valueOf(blockId, element)));
  const ask = useRef(surface.suggest);
  ask.current = surface.suggest;
  const asked = useRef(element);
  asked.current = element;

  useEffect(() => {
    if (query === null || query.length < least) return;
    let current = true;
    // As Slack's client does: not at every letter, and an answer that comes too late is not shown.
    const timer = setTimeout(() => {
      void ask.current(blockId, asked.current, query).then((options) => {
        if (current) setFound({ query, choices: suggestedChoices(options) });
      });
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, least, blockId]);

  const short = query === null || query.length < least;
  const waiting = !short && found?.query !== query;
  const note = short ? `Type at least ${least} ${least === 1 ? "letter" : "letters"}` : waiting ? "Searching…" : null;
  const choices = short ? [] : (found?.choices ?? []);
  return (
    <Combobox
      {...common(props)}
      choices={choices}
      chosen={chosen}
      note={note}
      onQuery={setQuery}
      onChoose={(next) => choose(next, [...choices, ...chosen])}
    />
  );
}

/** People, conversations and channels: their ids are the values. */
export function IdSelect(props: ElementProps): ReactNode {
  const { element, blockId } = props;
  const surface = useSurface();
  const set = useSetter(props);
  const type = readString(element["type"]);
  const choices = useIdChoices(type, readShape(element["filter"]));
  const chosen = chosenIds(surface.valueOf(blockId, element)).map(
    (id) => choices.find((choice) => choice.key === id) ?? { key: id, label: id, detail: "", group: "" },
  );
  const choose = (next: readonly Choice[]) => {
    const ids = limited(element, next).map((choice) => choice.key);
    set(valueKey(type)?.endsWith("s") ? ids : (ids[0] ?? null));
  };
  return <Combobox {...common(props)} choices={choices} chosen={chosen} note={null} onChoose={choose} />;
}

function useIdChoices(type: string, filter: Shape | null): readonly Choice[] {
  const { people, conversations } = useDirectory();
  if (type.includes("users")) {
    return people.map((person) => ({ key: person.id, label: person.realName, detail: person.role, group: "" }));
  }
  const include: unknown = filter?.["include"];
  const wanted = type.includes("channels") ? ["public"] : Array.isArray(include) ? include : ["public", "im"];
  return conversations
    .filter((one) => wanted.includes(one.kind === "channel" ? "public" : "im"))
    .map((one) => ({ key: one.id, label: one.kind === "channel" ? `#${one.name}` : one.name, detail: "", group: "" }));
}
