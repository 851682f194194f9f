/** What is to happen at a moment of the simulated year. */
export interface Agenda {
  at(moment: number, happens: () => Promise<void> | void): void;
  /** The next moment at which something happens. */
  next(): number;
  /** Everything up to this moment, in order, with what it adds. */
  run(now: number): Promise<void>;
}

export function createAgenda(): Agenda {
  let entries: { readonly moment: number; readonly happens: () => Promise<void> | void }[] = [];

  return {
    at(moment, happens) {
      entries = [...entries, { moment, happens }].sort((one, other) => one.moment - other.moment);
    },
    next: () => entries[0]?.moment ?? Number.POSITIVE_INFINITY,
    async run(now) {
      for (;;) {
        const [first] = entries;
        if (first === undefined || first.moment > now) return;
        entries = entries.slice(1);
        await first.happens();
      }
    },
  };
}
