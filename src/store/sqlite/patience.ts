import { setTimeout as pause } from "node:timers/promises";
import { StoreBusyError } from "../store-errors.ts";
import { toStoreError } from "./store-error.ts";

/**
 * Waiting for a lock that another process holds. SQLite waits inside the statement and lets nobody else have a turn, so it waits only for a
 * moment (`busy_timeout`), and the rest is waited here, between turns of the event loop.
 *
 * The wait belongs to the lock and not to whoever meets it: what comes late waits only for what is left, and after that everything is
 * refused at once until the lock is gone. Else each would wait for those before it, and Slack gives three seconds.
 */
export interface Patience {
  /** Writes, or begins to. */
  write<T>(work: () => T): Promise<T>;
  /** Reading goes on beside a lock, and says nothing of it. */
  read<T>(work: () => T): Promise<T>;
}

const PAUSE_MS = 20;
/** A lock that was met longer ago was another one. */
const SAME_LOCK_MS = 1_000;

export function createPatience(limitMs: number): Patience {
  let metFirst = Number.NEGATIVE_INFINITY;
  let metLast = Number.NEGATIVE_INFINITY;

  /** Whether there is still time. */
  function meetLock(): boolean {
    const now = performance.now();

    if (now - metLast > SAME_LOCK_MS) metFirst = now;
    metLast = now;
    return now - metFirst < limitMs;
  }

  async function read<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        const told = toStoreError(error);
        if (!(told instanceof StoreBusyError && meetLock())) throw told;
        await pause(PAUSE_MS);
      }
    }
  }

  return {
    read,
    async write(work) {
      const result = await read(work);

      metLast = Number.NEGATIVE_INFINITY;
      return result;
    },
  };
}
