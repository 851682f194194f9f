import { type RefObject, useEffect, useRef } from "react";

/** Calls back when the focus goes out of the element: a list or menu that nobody looks at is closed. */
export function useFocusLeave(element: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const leave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node) || !watched.contains(event.relatedTarget)) latest.current();
    };
    watched.addEventListener("focusout", leave);
    return () => watched.removeEventListener("focusout", leave);
  }, [element]);
}
