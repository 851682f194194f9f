import { setTimeout as delay } from "node:timers/promises";

/** Time is injected. `now` is the wall clock, which may step; `monotonic` never goes back and says only how long something took. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  monotonic(): number;
  /** Resolves early, and never rejects, when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** `ahead`: how far this clock runs ahead of the machine's, for tests and the simulation. */
export function createClock(ahead = 0): Clock {
  return {
    now: () => Date.now() + ahead,
    monotonic: () => performance.now(),
    sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
  };
}
