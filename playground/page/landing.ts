import { useEffect } from "react";

/**
 * Who goes by the keyboard is never left standing nowhere. A press often takes away what was pressed: an answer takes the place of its card, a reaction
 * goes, a form closes over a card that is another by now. The focus goes to what does the same there ("next level" again), else to the nearest thing
 * around that is marked with `data-landing`, else to the one that is marked as the page's last resort.
 */
export interface Stand {
  readonly element: HTMLElement;
  /** What was around it while it was there, from the inside out. */
  readonly around: readonly HTMLElement[];
  /** Only then may the last resort, which is a field, take over: after a touch it would open a keyboard on the screen. */
  readonly byKey: boolean;
}

/** null: the focus is nowhere. */
export function currentStand(): Stand | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const around: HTMLElement[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) around.push(one);
  return { element, around, byKey: element.matches(":focus-visible") };
}

/** Gives the focus back to where it was, or to what stands for it now. */
export function land({ element, around, byKey }: Stand): void {
  if (!isGone(element)) {
    element.focus();
    return;
  }
  const near = around.find((one) => one.isConnected && one.dataset["landing"] !== undefined);
  const action = element.dataset["action"];
  const same = action === undefined ? null : near?.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`);
  if (same) same.focus({ preventScroll: true });
  else if (near !== undefined) take(near);
  else if (byKey) landLast();
}

/** Where somebody writes, or the page that they read. */
export function landLast(): void {
  take(document.querySelector<HTMLElement>('[data-landing="last"]'));
}

/** Looks after the focus of the whole page. */
export function useLanding(): void {
  useEffect(() => {
    let stand: Stand | null = null;
    const enter = () => {
      stand = currentStand();
    };
    // A press elsewhere is meant: whatever goes afterwards does not call back.
    const point = () => {
      stand = null;
    };
    const watch = new MutationObserver(() => {
      if (stand === null || !isGone(stand.element) || isElsewhere(stand.element)) return;
      // A dialog that closes knows best where it came from.
      if (stand.around.some((one) => one instanceof HTMLDialogElement && !one.isConnected)) return;
      land(stand);
    });
    document.addEventListener("focusin", enter);
    document.addEventListener("pointerdown", point, true);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => {
      document.removeEventListener("focusin", enter);
      document.removeEventListener("pointerdown", point, true);
      watch.disconnect();
    };
  }, []);
}

function isGone(element: HTMLElement): boolean {
  return !element.isConnected || element.matches(":disabled");
}

/** A switched-off element keeps the focus for a moment, and no key reaches anything. */
function isElsewhere(element: HTMLElement): boolean {
  return document.activeElement !== document.body && document.activeElement !== element;
}

/** Only for as long as it lasts: a press on the words of a card does not focus it. */
function take(place: HTMLElement | null): void {
  if (place === null) return;
  if (place.tabIndex < 0) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
}
