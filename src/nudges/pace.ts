import type { Clock } from "./clock.ts";

export interface PaceOptions {
  /** Messages a second to begin with; Slack allows a workspace several hundred a minute. */
  readonly start: number;
  readonly least: number;
  readonly most: number;
  /** As many may go at once after a rest. */
  readonly burst: number;
}

/** Five a second is the "several hundred per minute" of Slack's documentation, read carefully. */
export const slackPace: PaceOptions = { start: 4, least: 0.2, most: 20, burst: 4 };

export interface Pace {
  /** Resolves when one more message may go. */
  turn(signal: AbortSignal): Promise<void>;
  succeeded(): void;
  /** Slack said that it was too much, and for how long to be silent. */
  limited(retryAfterMs: number): void;
  /** Slack is not well: silence that doubles with every further failure. */
  failed(): void;
}

/** A second. */
const GROWTH = 0.005;
const FAST_GROWTH = 0.01;
const CUT = 0.92;
const FIRST_SILENCE_MS = 1000;
const LONGEST_SILENCE_MS = 60_000;
/** The pause may have become shorter meanwhile. */
const LOOK_MS = 1000;
/** Longer than a call may take. */
const ALONE_MS = 12_000;

/**
 * A token bucket for one workspace whose rate finds Slack's limit: it grows with time until Slack says no, is then cut, and from there grows
 * slowly. What Slack demands (`Retry-After`) is always kept.
 */
export function createPace(clock: Clock, { start, least, most, burst }: PaceOptions, random: () => number): Pace {
  let rate = start;
  let tokens = burst;
  let filled = clock.monotonic();
  let grown = filled;
  let silentUntil = 0;
  let silence = 0;
  let met = false;
  let tryingUntil = 0;

  function fill(): void {
    const now = clock.monotonic();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * rate);
    filled = now;
  }

  function hush(milliseconds: number): void {
    silentUntil = Math.max(silentUntil, clock.monotonic() + milliseconds);
  }

  return {
    async turn(signal) {
      for (;;) {
        if (signal.aborted) return;
        fill();
        const now = clock.monotonic();
        const pause = Math.max(silentUntil - now, tryingUntil - now, tokens >= 1 ? 0 : ((1 - tokens) / rate) * 1000);
        if (pause <= 0) {
          tokens -= 1;
          // While Slack is not well one message goes ahead alone, to see.
          if (silence > 0) tryingUntil = now + ALONE_MS;
          return;
        }
        await clock.sleep(Math.ceil(Math.min(pause, LOOK_MS) + random() * 2), signal);
      }
    },

    succeeded() {
      const now = clock.monotonic();
      silence = 0;
      tryingUntil = 0;
      // Growth by time, not by message: the first second of a thousand messages says no more than that of ten.
      const seconds = Math.min(1, (now - grown) / 1000);
      grown = now;
      rate = Math.min(most, rate * (1 + (met ? GROWTH : FAST_GROWTH) * seconds));
    },

    limited(retryAfterMs) {
      fill();
      // Several calls that were under way together are one "no".
      if (clock.monotonic() >= silentUntil) rate = Math.max(least, rate * CUT);
      met = true;
      tryingUntil = 0;
      tokens = 0;
      grown = clock.monotonic();
      hush(retryAfterMs);
    },

    failed() {
      tryingUntil = 0;
      silence = Math.min(LONGEST_SILENCE_MS, silence === 0 ? FIRST_SILENCE_MS : silence * 2);
      hush(silence * (0.75 + random() / 2));
    },
  };
}
