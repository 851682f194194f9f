import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { ComboList } from "./combo-list.tsx";
import { Popup } from "./popup.tsx";
import { useFocusLeave } from "./use-focus-leave.ts";

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** Heading above it, or "". */
  readonly group: string;
}

export interface ComboboxProps {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice[];
  readonly multiple: boolean;
  readonly invalid?: boolean;
  readonly autoFocus?: boolean;
  /** Said in place of the list: "Type at least 3 letters", "Searching…". */
  readonly note: string | null;
  /** Given: the choices are looked up elsewhere. Absent: they are filtered here, word by word over the whole sentence. */
  readonly onQuery?: (query: string) => void;
  readonly onChoose: (chosen: readonly Choice[]) => void;
}

export function Combobox(props: ComboboxProps): ReactNode {
  const { chosen, multiple } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const only = multiple ? undefined : chosen[0];
  const shown = props.onQuery === undefined ? filterChoices(props.choices, query) : props.choices;
  const at = Math.min(active, shown.length - 1);

  const search = (next: string) => {
    setQuery(next);
    setActive(0);
    props.onQuery?.(next);
  };
  const show = () => {
    if (open) return;
    setOpen(true);
    search("");
  };
  const hide = () => {
    setOpen(false);
    setQuery("");
  };
  useFocusLeave(box, hide);
  const choose = (choice: Choice) => {
    const without = chosen.filter((one) => one.key !== choice.key);
    props.onChoose(!multiple ? [choice] : without.length < chosen.length ? without : [...chosen, choice]);
    if (multiple) search("");
    else hide();
  };
  const onKey = (event: KeyboardEvent) => {
    const choice = shown[at];
    if (event.key === "ArrowDown" && open) setActive(Math.min(at + 1, shown.length - 1));
    else if (event.key === "ArrowDown" || (event.key === "ArrowUp" && !open)) show();
    else if (event.key === "ArrowUp") setActive(Math.max(at - 1, 0));
    else if (event.key === "Home" && open) setActive(0);
    else if (event.key === "End" && open) setActive(shown.length - 1);
    else if (event.key === "Enter" && !open) show();
    // An open list keeps it even with nothing to choose: the browser would send the form around it.
    else if (event.key === "Enter") {
      if (choice !== undefined) choose(choice);
    } else if (event.key === "Escape" && open) hide();
    else if (event.key === "Backspace" && query === "" && multiple) props.onChoose(chosen.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={`combobox${props.invalid ? " invalid" : ""}`}>
      {multiple &&
        chosen.map((choice) => (
          <span key={choice.key} className="token">
            {choice.label}
            <button
              type="button"
              aria-label={`Remove ${choice.label}`}
              onClick={() => {
                choose(choice);
                field.current?.focus();
              }}
            >
              ×
            </button>
          </span>
        ))}
      <input
        ref={field}
        id={props.id}
        data-action={props.action}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={props.labelledBy === undefined ? props.label : undefined}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
        data-autofocus={props.autoFocus === true ? "" : undefined}
        placeholder={only?.label ?? (multiple && chosen.length > 0 ? "" : props.placeholder)}
        title={only?.label}
        value={open ? query : (only?.label ?? "")}
        onChange={(event) => {
          setOpen(true);
          search(event.target.value);
        }}
        onClick={show}
        onKeyDown={onKey}
      />
      <span className="chevron" aria-hidden="true" />
      {open && (
        <Popup anchor={box} width={520}>
          <ComboList
            id={listId}
            label={props.label}
            choices={shown}
            chosen={chosen}
            active={at}
            multiple={multiple}
            note={props.note ?? (shown.length === 0 ? "No matches" : null)}
            query={query}
            onChoose={choose}
          />
        </Popup>
      )}
    </div>
  );
}

/** Every word of the query must begin a word or stand somewhere in the sentence; words may come in any order. */
export function filterChoices(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  return choices.filter((choice) => {
    const text = `${choice.label} ${choice.detail} ${choice.group}`.toLocaleLowerCase("en");
    return words.every((word) => text.includes(word));
  });
}
