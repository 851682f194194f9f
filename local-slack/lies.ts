/** Answers that are not what Slack would say: of a proxy, of a bug, of somebody in between. A test says them word by word. */

export interface Lie {
  /** The Web API method whose next call is answered like this. */
  readonly method: string;
  /** Whether the work is done all the same. */
  readonly works: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Lies {
  /** To be told once; several of one method are told in order. */
  tell(lie: Lie): void;
  take(method: string): Lie | undefined;
  clear(): void;
}

export function createLies(): Lies {
  let waiting: readonly Lie[] = [];

  return {
    tell(lie) {
      waiting = [...waiting, lie];
    },
    take(method) {
      const next = waiting.find((lie) => lie.method === method);
      waiting = waiting.filter((lie) => lie !== next);
      return next;
    },
    clear() {
      waiting = [];
    },
  };
}
