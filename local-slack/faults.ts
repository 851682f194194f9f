/** The faults that are switched on, and how many more calls they last. */

import type { Faults } from "./protocol.ts";

const noFaults: Faults = {
  rateLimit: null,
  serverError: null,
  hang: false,
  loseReply: false,
  tokenRevoked: false,
  duplicateEvents: false,
  methods: [],
  remaining: null,
};

/** What is played on one call. `name` is what the journal says. */
export type Fault =
  | { readonly kind: "token-revoked" | "hang" | "lose-reply"; readonly name: string }
  | { readonly kind: "rate-limit"; readonly name: string; readonly seconds: number }
  | { readonly kind: "server-error"; readonly name: string; readonly status: number };

export interface FaultBox {
  current(): Faults;
  set(faults: Partial<Faults>): void;
  clear(): void;
  /** The fault for one call of this method, counted; null when there is none. */
  takeCall(method: string): Fault | null;
  /** Whether this event is to be delivered twice, counted. */
  takeDuplicate(): boolean;
}

export function createFaultBox(): FaultBox {
  let faults = noFaults;

  function count(): void {
    if (faults.remaining === null) return;
    const remaining = faults.remaining - 1;
    faults = remaining > 0 ? { ...faults, remaining } : noFaults;
  }

  return {
    current: () => faults,
    set(change) {
      faults = { ...faults, ...change };
    },
    clear() {
      faults = noFaults;
    },
    takeCall(method) {
      if (faults.methods.length > 0 && !faults.methods.includes(method)) return null;
      const fault = chooseFault(faults);
      if (fault !== null) count();
      return fault;
    },
    takeDuplicate() {
      if (!faults.duplicateEvents) return false;
      count();
      return true;
    },
  };
}

function chooseFault(faults: Faults): Fault | null {
  if (faults.tokenRevoked) return { kind: "token-revoked", name: "token revoked" };
  if (faults.rateLimit !== null) {
    return { kind: "rate-limit", name: `429, Retry-After ${faults.rateLimit}`, seconds: faults.rateLimit };
  }
  if (faults.serverError !== null) {
    return { kind: "server-error", name: `status ${faults.serverError}`, status: faults.serverError };
  }
  if (faults.hang) return { kind: "hang", name: "no answer" };
  if (faults.loseReply) return { kind: "lose-reply", name: "answer lost" };
  return null;
}
