import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Block } from "../../../local-slack/protocol.ts";

/**
 * Who walks on from a card with the keyboard stays in it: its answer takes the card's place, and with it the element that had the focus.
 * The focus goes to what does the same there ("next level" again), else to the card itself.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>, blocks: readonly Block[]): void {
  const last = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const self = box.current;
    if (self === null) return;
    const enter = (event: FocusEvent) => {
      last.current = event.target instanceof HTMLElement ? event.target : null;
    };
    // Without a next one the element may just have been taken away.
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget !== null) last.current = null;
    };
    const point = (event: PointerEvent) => {
      if (event.target instanceof Node && !self.contains(event.target)) last.current = null;
    };
    self.addEventListener("focusin", enter);
    self.addEventListener("focusout", leave);
    document.addEventListener("pointerdown", point);
    return () => {
      self.removeEventListener("focusin", enter);
      self.removeEventListener("focusout", leave);
      document.removeEventListener("pointerdown", point);
    };
  }, [box]);

  useLayoutEffect(() => {
    const gone = last.current;
    const self = box.current;
    if (
      blocks.length === 0 ||
      gone === null ||
      self === null ||
      gone.isConnected ||
      document.activeElement !== document.body
    )
      return;
    const action = gone.dataset["action"];
    const same = action === undefined ? null : self.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`);
    if (same === null) takeFocus(self);
    else same.focus({ preventScroll: true });
  }, [box, blocks]);
}

/** Only for as long as it lasts: a press on the words of a card does not focus it. */
function takeFocus(self: HTMLElement): void {
  self.tabIndex = -1;
  self.addEventListener("blur", () => self.removeAttribute("tabindex"), { once: true });
  self.focus({ preventScroll: true });
}
