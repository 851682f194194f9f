import type { Window } from "./window.ts";
import { nextWorking, type Workplace } from "./working-hours.ts";

export type Verdict =
  | { readonly kind: "send" }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "drop"; readonly reason: "stale" | "outside-hours" };

/** What to do now with a reminder. The only place that knows that one can be too late, or at the wrong hour. */
export function judge(window: Window, place: Workplace, now: number): Verdict {
  if (window.until <= window.from) {
    return { kind: "drop", reason: "outside-hours" };
  }
  if (now >= window.until) {
    return { kind: "drop", reason: "stale" };
  }
  const soonest = nextWorking(place, Math.max(now, window.from));

  if (soonest >= window.until) {
    return { kind: "drop", reason: "outside-hours" };
  }
  return soonest > now ? { kind: "wait", until: soonest } : { kind: "send" };
}
