import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ClientState } from "../../../local-slack/protocol.ts";
import { Icon } from "./icons.tsx";

/** What Slack itself would say here, until it is dismissed or the person goes on. */
export function Notices({
  state,
  here,
  sent,
}: {
  readonly state: ClientState;
  readonly here: string;
  readonly sent: number;
}): ReactNode {
  const [seen, setSeen] = useState(-1);
  const latest = useRef(-1);
  latest.current = state.notices.at(-1)?.id ?? -1;
  useEffect(() => {
    if (sent > 0) setSeen(latest.current);
  }, [sent]);
  const shown = state.notices
    .filter((notice) => notice.id > seen && (notice.conversation === null || notice.conversation === here))
    .slice(-2);
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className="notice" data-testid="notice">
          <span className="notice-who">Slack</span>
          <span>{notice.text}</span>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => setSeen(notice.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
