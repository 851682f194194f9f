import type { Messenger } from "../src/nudges/messenger.ts";
import type { NudgeBook } from "../src/nudges/nudge-book.ts";

/**
 * Every call of the engine to its book or to Slack has two numbered steps: before it is made, and after it was made but before the answer is
 * read. At the chosen step the process ends: in this process nothing is ever answered again, in a child it is killed.
 */
export interface CrashPoint {
  /** So many steps from now. */
  arm(steps: number): void;
  readonly dead: boolean;
  guard<T extends object>(target: T): T;
}

const never = new Promise<never>(() => undefined);

export function createCrashPoint(onCrash: () => void): CrashPoint {
  let left = Number.POSITIVE_INFINITY;
  let dead = false;

  /** true: this is the end. */
  function step(): boolean {
    left -= 1;
    if (left <= 0 && !dead) {
      dead = true;
      onCrash();
    }
    return dead;
  }

  return {
    arm(steps) {
      left = steps;
    },
    get dead() {
      return dead;
    },
    guard: (target) =>
      new Proxy(target, {
        get(of, name) {
          const value: unknown = Reflect.get(of, name);
          if (typeof value !== "function") return value;
          return async (...given: readonly unknown[]) => {
            if (step()) return never;
            const answer: unknown = await value.apply(of, given);
            return step() ? never : answer;
          };
        },
      }),
  };
}

/** What a test takes away to see the ledger turn red. */
export interface Without {
  readonly claim?: boolean;
  readonly reconciling?: boolean;
  readonly expiry?: boolean;
}

/** Whoever comes may send, whoever else is at it. */
export function withoutClaim(book: NudgeBook): NudgeBook {
  return {
    ...book,
    async begin(...given) {
      await book.begin(...given);
      return "begun";
    },
  };
}

/** What is in doubt is sent again. */
export function withoutReconciling(messenger: Messenger): Messenger {
  return { send: messenger.send, findDelivery: async () => ({ kind: "absent" }) };
}
