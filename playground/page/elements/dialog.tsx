import { type ReactNode, useEffect, useRef } from "react";
import { currentStand, land } from "../landing.ts";

/** The browser's own modal dialog: it keeps the focus inside, makes the rest inert, closes on Escape and gives the focus back. */
export function Dialog({
  label,
  className,
  onClose,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const self = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = self.current;
    if (dialog === null || dialog.open) return;
    const before = currentStand();
    dialog.showModal();
    const wanted =
      dialog.querySelector<HTMLElement>("[data-autofocus]") ??
      dialog.querySelector<HTMLElement>(".modal-body :is(input, textarea)") ??
      dialog.querySelector<HTMLElement>(".dialog-foot button");
    wanted?.focus();
    return () => {
      dialog.close();
      if (before !== null) land(before);
    };
  }, []);
  return (
    <dialog
      ref={self}
      className={`dialog ${className}`}
      aria-label={label}
      data-landing=""
      onKeyDown={(event) => {
        // Not left to the browser: it closes a dialog by itself at the second Escape, asked or not.
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
