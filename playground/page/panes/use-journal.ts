import { useCallback, useEffect, useRef, useState } from "react";
import type { JournalEntry } from "../../../local-slack/protocol.ts";
import { loadJournal } from "../door.ts";

const kept = 500;

/**
 * The journal, newest last. A request under way is asked for again until it has its answer. The stream announces what changes for a
 * person; a request that changes nothing (a refused call) is not among that, so an open journal also looks by itself.
 */
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
  useEffect(() => {
    const timer = setInterval(() => void look(), 1000);
    return () => clearInterval(timer);
  }, [look]);

  const clear = useCallback(() => setCleared(known.current.at(-1)?.id ?? 0), []);
  return { entries: entries.filter((entry) => entry.id > cleared), clear };
}
