import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A list or menu beside its anchor, in the browser's top layer: no scrolling message list and no open dialog can cut it off.
 */
export function Popup({
  anchor,
  width,
  children,
}: {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly width?: number;
  readonly children: ReactNode;
}): ReactNode {
  const self = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const popup = self.current;
    if (popup === null) return;
    popup.showPopover();
    const place = () => {
      const at = anchor.current?.getBoundingClientRect();
      if (at === undefined) return;
      const wide = Math.min(Math.max(at.width, width ?? 0), window.innerWidth - 16);
      const below = window.innerHeight - at.bottom - 12;
      const above = at.top - 12;
      const up = below < Math.min(260, popup.scrollHeight) && above > below;
      popup.style.minWidth = `${Math.min(at.width, wide)}px`;
      popup.style.maxWidth = `${wide}px`;
      popup.style.maxHeight = `${Math.min(380, up ? above : below)}px`;
      popup.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - popup.offsetWidth - 8))}px`;
      popup.style.top = up ? "auto" : `${at.bottom + 4}px`;
      popup.style.bottom = up ? `${window.innerHeight - at.top + 4}px` : "auto";
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(popup);
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      watch.disconnect();
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [anchor, width]);
  // Without the tabIndex a popup that scrolls would be a stop of its own on the way out of the field.
  return (
    <div ref={self} popover="manual" className="popup" tabIndex={-1}>
      {children}
    </div>
  );
}
