import type { Clock } from "../src/nudges/clock.ts";

/** The world's time while processes of their own run in it: as many times as fast as the machine's, and the same for all of them. */
export interface Hurry {
  /** The world's time, milliseconds since 1970, when the machine's was `at`. */
  readonly from: number;
  readonly at: number;
  readonly speed: number;
}

export function hurriedNow({ from, at, speed }: Hurry): number {
  return from + (Date.now() - at) * speed;
}

export function createHurriedClock(hurry: Hurry, real: Clock): Clock {
  return {
    now: () => hurriedNow(hurry),
    monotonic: () => real.monotonic() * hurry.speed,
    sleep: (milliseconds, signal) => real.sleep(milliseconds / hurry.speed, signal),
  };
}
