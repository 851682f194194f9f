import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { keyed } from "../keyed.ts";
import { PlainWords } from "../text/words.tsx";
import type { Choice } from "./combobox.tsx";

export function ComboList({
  id,
  label,
  choices,
  chosen,
  active,
  multiple,
  note,
  query,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice[];
  readonly active: number;
  readonly multiple: boolean;
  readonly note: string | null;
  readonly query: string;
  readonly onChoose: (choice: Choice) => void;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${CSS.escape(id)}-${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <>
      {/* Outside the list, which may hold choices only, and there before it says anything: else nobody hears it. */}
      <div className="combo-note" role="status">
        {note}
      </div>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple}
        className="combo-list"
        tabIndex={-1}
      >
        {choices.map((choice, index) => (
          <Fragment key={choice.key}>
            {choice.group !== "" && choice.group !== choices[index - 1]?.group && (
              <div className="combo-group">{choice.group}</div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen.some((one) => one.key === choice.key)}
              className={index === active ? "combo-option active" : "combo-option"}
              // The field keeps the focus; a press must not take it away before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
              onKeyDown={(event) => {
                if (event.key === "Enter") onChoose(choice);
              }}
            >
              <span>
                <Found text={choice.label} query={query} />
              </span>
              {choice.detail !== "" && <small>{choice.detail}</small>}
            </div>
          </Fragment>
        ))}
      </div>
    </>
  );
}

/** The label with the typed words marked. */
function Found({ text, query }: { readonly text: string; readonly query: string }): ReactNode {
  const words = query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => RegExp.escape(word));
  if (words.length === 0) return <PlainWords text={text} />;
  return keyed(text.split(new RegExp(`(${words.join("|")})`, "i"))).map(([key, part], index) =>
    index % 2 === 1 ? <b key={key}>{part}</b> : <PlainWords key={key} text={part} />,
  );
}
