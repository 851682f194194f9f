import { useCallback, useEffect, useRef, useState } from "react";
import type { JournalEntry } from "../../../local-slack/protocol.ts";
import { loadJournal } from "../door.ts";

const kept = 500;

/** The journal, newest last, looked at whenever the stream announces something. A request under way is asked for again until it has its answer. */
export function useJournal(pulse: number): { readonly entries: readonly JournalEntry[]; clear(): void } {
  const [entries, setEntries] = useState<readonly JournalEntry[]>([]);
  const [cleared, setCleared] = useState(0);
  const known = useRef<readonly JournalEntry[]>([]);

  const look = useCallback(async () => {
    const settled = known.current.find((entry) => entry.response === null)?.id ?? (known.current.at(-1)?.id ?? 0) + 1;
    // A playground that was stopped says so elsewhere on the page.
    const fresh = await loadJournal(settled - 1).catch(() => []);
    if (fresh.length === 0) return;
    const ids = new Set(fresh.map((entry) => entry.id));
    known.current = [...known.current.filter((entry) => !ids.has(entry.id)), ...fresh]
      .sort((a, b) => a.id - b.id)
      .slice(-kept);
    setEntries(known.current);
  }, []);

  useEffect(() => {
    if (pulse >= 0) void look();
  }, [pulse, look]);

  const clear = useCallback(() => setCleared(known.current.at(-1)?.id ?? 0), []);
  return { entries: entries.filter((entry) => entry.id > cleared), clear };
}
