import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../src/nudges/clock.ts";

/**
 * A clock that stands still while anything is being done and jumps to the next moment that somebody waits for. `truth` is the time of the
 * world; `now` is what the bot's machine believes, which may have been set wrong.
 */
export interface VirtualClock extends Clock {
  truth(): number;
  /** Moves on to `until` (truth), waking every sleeper on the way in order. */
  runTo(until: number): Promise<void>;
  /** Resolves when nobody has anything more to do at this moment. */
  settle(): Promise<void>;
  /** Milliseconds by which the bot's wall clock is wrong. */
  setWrong(milliseconds: number): void;
  /** The same book or messenger, whose calls the clock waits for, however many turns of the loop they take. */
  awaiting<T extends object>(target: T): T;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function createVirtualClock(start: number): VirtualClock {
  let elapsed = 0;
  let wrong = 0;
  let calls = 0;
  let tellSettlers: (() => void)[] = [];
  let sleepers: Sleeper[] = [];

  async function settle(): Promise<void> {
    // Between its calls the engine runs in microtasks and an immediate at most; a few quiet turns in a row mean that it has come to rest.
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await turn();
      if (calls === 0) continue;
      await new Promise<void>((resolve) => tellSettlers.push(resolve));
      quiet = -1;
    }
  }

  async function outside(work: () => unknown): Promise<unknown> {
    calls += 1;
    try {
      return await work();
    } finally {
      calls -= 1;
      if (calls === 0) {
        for (const tell of tellSettlers) tell();
        tellSettlers = [];
      }
    }
  }

  return {
    truth: () => start + elapsed,
    now: () => start + elapsed + wrong,
    monotonic: () => elapsed,
    settle,

    sleep(milliseconds, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper = { at: elapsed + Math.max(0, milliseconds), wake: resolve };
        sleepers.push(sleeper);
        const onAbort = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          resolve();
        };
        signal.addEventListener("abort", onAbort, { once: true });
      });
    },

    async runTo(until) {
      for (;;) {
        await settle();
        const next = Math.min(...sleepers.map(({ at }) => at));
        if (start + next > until) break;
        elapsed = Math.max(elapsed, next);
        const awake = sleepers.filter(({ at }) => at <= elapsed);
        sleepers = sleepers.filter(({ at }) => at > elapsed);
        for (const { wake } of awake) wake();
      }
      elapsed = Math.max(elapsed, until - start);
      await settle();
    },

    setWrong(milliseconds) {
      wrong = milliseconds;
    },

    awaiting: (target) =>
      new Proxy(target, {
        get(of, name) {
          const value: unknown = Reflect.get(of, name);
          return typeof value !== "function"
            ? value
            : (...given: readonly unknown[]) => outside(() => value.apply(of, given));
        },
      }),
  };
}
