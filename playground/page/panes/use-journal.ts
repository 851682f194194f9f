import { useCallback, useEffect, useRef, useState } from "react";
import type { JournalEntry } from "../../../local-slack/protocol.ts";
import { loadJournal } from "../door.ts";

const kept = 500;

/** The journal, newest last. A request under way is asked for again until it has its answer. */
export function useJournal(pulse: number): { readonly entries: readonly JournalEntry[]; clear(): void } {
  const [entries, setEntries] = useState<readonly JournalEntry[]>([]);
  const [cleared, setCleared] = useState(0);
  const known = useRef<readonly JournalEntry[]>([]);

  useEffect(() => {
    // Named so that the look happens at each announcement.
    if (pulse < 0) return;
    let current = true;
    const settled = known.current.find((entry) => entry.response === null)?.id ?? (known.current.at(-1)?.id ?? 0) + 1;
    void loadJournal(settled - 1).then(
      (fresh) => {
        if (!current) return;
        const ids = new Set(fresh.map((entry) => entry.id));
        known.current = [...known.current.filter((entry) => !ids.has(entry.id)), ...fresh]
          .sort((a, b) => a.id - b.id)
          .slice(-kept);
        setEntries(known.current);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [pulse]);

  const clear = useCallback(() => setCleared(known.current.at(-1)?.id ?? 0), []);
  return { entries: entries.filter((entry) => entry.id > cleared), clear };
}
