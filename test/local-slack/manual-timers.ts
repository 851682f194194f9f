import type { Timers } from "../../local-slack/timers.ts";

export interface ManualTimers extends Timers {
  /** Moves on, and runs what has become due. */
  pass(milliseconds: number): void;
  /** The waits that are set, in milliseconds from now. */
  waits(): readonly number[];
}

/** Time that only passes when the test says so. */
export function manualTimers(): ManualTimers {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    after(milliseconds, work) {
      const entry = { at: now + milliseconds, work };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const entry of [...waiting]) {
        if (entry.at > now) continue;
        waiting.delete(entry);
        entry.work();
      }
    },
    waits: () => [...waiting].map(({ at }) => at - now),
  };
}
