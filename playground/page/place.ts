import { useCallback, useEffect, useState } from "react";

/** Where the visitor is, kept in the address after the #, so that a test, a screenshot or a colleague can open the same place. */
export interface Place {
  readonly as: string;
  /** Conversation id; "" is the first channel. */
  readonly in: string;
  readonly tab: "messages" | "home";
}

export function parsePlace(hash: string): Place {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    as: values.get("as") ?? "",
    in: values.get("in") ?? "",
    tab: values.get("tab") === "home" ? "home" : "messages",
  };
}

export function formatPlace(place: Place): string {
  const values = new URLSearchParams();
  if (place.as !== "") values.set("as", place.as);
  if (place.in !== "") values.set("in", place.in);
  if (place.tab === "home") values.set("tab", "home");
  return `#${values}`;
}

export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(() => parsePlace(window.location.hash));
  useEffect(() => {
    const follow = () => setPlace(parsePlace(window.location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const go = useCallback((change: Partial<Place>) => {
    const next = formatPlace({ ...parsePlace(window.location.hash), ...change });
    if (next !== window.location.hash) window.location.hash = next;
  }, []);
  return [place, go];
}
