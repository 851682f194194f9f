import type { Log } from "../log.ts";

/** Work that nobody waits for, except whoever stops the program. */
export interface Later {
  run(what: string, work: () => Promise<void>): void;
  close(): Promise<void>;
}

export function createLater(log: Log): Later {
  const running = new Set<Promise<void>>();

  return {
    run(what, work) {
      const task = work()
        .catch((error: unknown) => log.warn({ error, what }, "work after an answer failed"))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async close() {
      await Promise.allSettled(running);
    },
  };
}
