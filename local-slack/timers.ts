/** Time limits and later retries go through this, so that a test decides when three seconds or five minutes are over. */
export interface Timers {
  /** Runs `work` after so many milliseconds, unless the returned function is called first. */
  after(milliseconds: number, work: () => void): () => void;
}

export const realTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
