import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClientState } from "../../local-slack/protocol.ts";
import { type Door, loadState, send } from "./door.ts";

export interface Client {
  readonly state: ClientState | null;
  readonly door: Door;
  /** False while the playground does not answer. */
  readonly connected: boolean;
  /** Counts every announcement of the stream, for whoever else must look again. */
  readonly pulse: number;
}

/** Everything that the person `as` (nobody has this id: `onNobody`) can see, asked for again whenever the local Slack says that something changed. */
export function useClientState(as: string, complain: (text: string) => void, onNobody: () => void): Client {
  const [state, setState] = useState<ClientState | null>(null);
  const [connected, setConnected] = useState(true);
  const [pulse, setPulse] = useState(0);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const next = await loadState(as);
      if (next === null) {
        onNobody();
        return null;
      }
      // An older answer that comes late must not undo a newer one.
      if (mine === asked.current) setState(next);
      setConnected(true);
      return next;
    } catch {
      setConnected(false);
      return null;
    }
  }, [as, onNobody]);

  useEffect(() => {
    void refresh();
    const stream = new EventSource(`/door/stream?as=${encodeURIComponent(as)}`);
    let waiting = false;
    const announce = () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        setPulse((count) => count + 1);
        void refresh();
      }, 16);
    };
    stream.onmessage = announce;
    stream.onopen = () => {
      setConnected(true);
      announce();
    };
    stream.onerror = () => setConnected(false);
    return () => stream.close();
  }, [as, refresh]);

  const me = state?.me.id ?? as;
  const door = useMemo<Door>(
    () => ({
      send: async (act) => {
        const outcome = await send(me, act);
        if (act.kind === "suggest") return outcome;
        const next = await refresh();
        // Where something was pressed it says so itself, and what Slack would say stands in the conversation already.
        const told = act.kind === "action" || act.kind === "submit";
        if (!outcome.ok && !told && !next?.notices.some((notice) => notice.text === outcome.error))
          complain(outcome.error);
        return outcome;
      },
    }),
    [me, refresh, complain],
  );
  return { state, door, connected, pulse };
}
