/** Every request in either direction. It is what the journal pane shows and what tests count; it keeps no token. */

import { toJson } from "./payload.ts";
import type { Breach, JournalEntry, Json } from "./protocol.ts";

const kept = 500;
const token = /\bx(?:ox[a-z]|app)-[\w-]+/g;

interface JournalStart {
  readonly direction: JournalEntry["direction"];
  readonly what: string;
  readonly transport: JournalEntry["transport"];
  readonly request: unknown;
  readonly signed: boolean;
  readonly fault?: string | null;
}

/**
 * Completes one entry. `status` 0: no answer came. The function it returns adds what the validator finds once the answer has been
 * understood.
 */
type JournalEnd = (end: {
  readonly status: number;
  readonly body: unknown;
  readonly breaches?: readonly Breach[];
  readonly fault?: string | null;
}) => (breaches: readonly Breach[]) => void;

export interface Journal {
  entries(): readonly JournalEntry[];
  begin(start: JournalStart): JournalEnd;
  /** Calls back at each new or completed entry, until the returned function is called. */
  watch(listener: (entry: JournalEntry) => void): () => void;
  clear(): void;
}

export function createJournal(now: () => number): Journal {
  const entries: JournalEntry[] = [];
  const listeners = new Set<(entry: JournalEntry) => void>();
  let last = 0;

  function tell(entry: JournalEntry): void {
    for (const listener of [...listeners]) listener(entry);
  }

  function replace(entry: JournalEntry): void {
    const at = entries.findIndex((other) => other.id === entry.id);
    if (at !== -1) entries[at] = entry;
    tell(entry);
  }

  return {
    entries: () => [...entries],
    begin(start) {
      last += 1;
      const begun = performance.now();
      const entry: JournalEntry = {
        id: last,
        at: new Date(now()).toISOString(),
        direction: start.direction,
        what: start.what,
        transport: start.transport,
        request: redact(toJson(start.request)),
        response: null,
        signed: start.signed,
        breaches: [],
        fault: start.fault ?? null,
      };
      entries.push(entry);
      if (entries.length > kept) entries.shift();
      tell(entry);
      return (end) => {
        const done: JournalEntry = {
          ...entry,
          response: {
            status: end.status,
            body: redact(toJson(end.body)),
            milliseconds: Math.round((performance.now() - begun) * 10) / 10,
          },
          breaches: end.breaches ?? [],
          fault: end.fault ?? entry.fault,
        };
        replace(done);
        return (breaches) => {
          if (breaches.length > 0) replace({ ...done, breaches });
        };
      };
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      entries.length = 0;
    },
  };
}

function redact(value: Json): Json {
  if (typeof value === "string") return value.replace(token, "[redacted]");
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(redact);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "token" ? "[redacted]" : redact(inner)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
