import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Popup } from "./popup.tsx";
import { useFocusLeave } from "./use-focus-leave.ts";

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly detail?: string;
  /** It is in force already. */
  readonly current?: boolean;
  choose(): void;
}

/** A button that opens a menu: arrows open it and move, Enter chooses, Escape, Shift+Tab and a press elsewhere close. */
export function MenuButton({
  label,
  face,
  className,
  items,
  width = 240,
}: {
  readonly label: string;
  readonly face: ReactNode;
  readonly className: string;
  readonly items: readonly MenuItem[];
  readonly width?: number;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  useFocusLeave(anchor, () => setOpen(false));
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  useEffect(() => {
    if (open) menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [open]);
  const onKey = (event: KeyboardEvent) => {
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = entries.findIndex((entry) => entry.matches(":focus"));
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) entries[(at + step + entries.length) % entries.length]?.focus();
    else if (event.key === "Home") entries[0]?.focus();
    else if (event.key === "End") entries.at(-1)?.focus();
    else if (event.key === "Escape" || (event.key === "Tab" && event.shiftKey)) close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span ref={anchor} className="menu-anchor">
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {face}
      </button>
      {open && (
        <Popup anchor={button} width={width}>
          <div ref={menu} role="menu" aria-label={label} className="menu" tabIndex={-1} onKeyDown={onKey}>
            {items.length === 0 && <div className="quiet menu-empty">Nothing here</div>}
            {items.map((item) => (
              <button
                key={item.key}
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-current={item.current === true ? "true" : undefined}
                onClick={() => {
                  close(true);
                  item.choose();
                }}
              >
                <span>{item.label}</span>
                {item.detail !== undefined && <small>{item.detail}</small>}
              </button>
            ))}
          </div>
        </Popup>
      )}
    </span>
  );
}
