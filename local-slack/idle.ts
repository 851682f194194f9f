/** Counts what is under way, so that somebody can wait until nothing is. */
export interface Idle {
  during<T>(work: Promise<T>): Promise<T>;
  idle(): Promise<void>;
}

export function createIdle(): Idle {
  let underWay = 0;
  let waiting: (() => void)[] = [];

  function ended(): void {
    underWay -= 1;
    if (underWay > 0) return;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  }

  return {
    during(work) {
      underWay += 1;
      return work.finally(ended);
    },
    async idle() {
      while (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
