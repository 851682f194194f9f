import type { ReactNode } from "react";

/** Our own mark: a compass, because a framework is one. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1b5e57" />
      <circle cx="16" cy="16" r="10" fill="none" stroke="#fff" strokeWidth="2" />
      <path d="M20.5 11.5 17.8 17.8 11.5 20.5 14.2 14.2z" fill="#fff" />
    </svg>
  );
}

const paths = {
  menu: "M3 5h14M3 10h14M3 15h14",
  close: "M5 5l10 10M15 5L5 15",
  journal: "M4 4h12v12H4zM7 8h6M7 12h6",
  smile: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.5 11.5s.8 1.7 2.5 1.7 2.5-1.7 2.5-1.7M7.8 8v.4M12.2 8v.4",
  more: "M10 5v.1M10 10v.1M10 15v.1",
  bolt: "M11 3 5 11.5h4L8.5 17 15 8.5h-4.2z",
  send: "M3.5 4.2 16.5 10 3.5 15.8l1.6-5.8zM5 10h5",
  sun: "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1",
  moon: "M16 11.8A6.6 6.6 0 0 1 8.2 4a6.5 6.5 0 1 0 7.8 7.8z",
  screen: "M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4.2l2.8 1.8",
  eye: "M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
