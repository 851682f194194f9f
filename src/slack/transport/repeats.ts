/**
 * Deliveries that were seen lately. Bounded in number and age, so that a flood costs no memory; what must never happen twice is guarded
 * in the database as well.
 */
export interface Repeats {
  /**
   * Runs `work` unless the key was seen; a repeat waits for the first run and then reports it. A first run that fails is forgotten,
   * so that Slack's next try runs again.
   */
  once(key: string, work: () => Promise<void>): Promise<"first" | "repeat">;
}

export function createRepeats(now: () => number, maxAgeMs = 10 * 60_000, maxKeys = 10_000): Repeats {
  const seen = new Map<string, { readonly at: number; readonly done: Promise<void> }>();

  const forgetOld = () => {
    for (const [key, { at }] of seen) {
      if (seen.size <= maxKeys && now() - at <= maxAgeMs) {
        return;
      }
      seen.delete(key);
    }
  };

  return {
    async once(key, work) {
      forgetOld();

      const earlier = seen.get(key);

      if (earlier !== undefined) {
        await earlier.done;
        return "repeat";
      }

      const done = work();

      seen.set(key, { at: now(), done });
      try {
        await done;
      } catch (error) {
        seen.delete(key);
        throw error;
      }
      return "first";
    },
  };
}
