import { type KeyboardEvent, type ReactNode, useRef } from "react";

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly face: ReactNode }[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** Tabs are one stop. The arrows go from one to the next and Enter opens it: what it shows may take the focus to itself. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose }: TabsProps<Key>): ReactNode {
  const self = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(self.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
  return (
    <div ref={self} className="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKey}>
      {tabs.map(({ key, face }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === chosen}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {face}
        </button>
      ))}
    </div>
  );
}
