import type { ReactNode } from "react";
import type { ClientState } from "../../../local-slack/protocol.ts";
import { Icon } from "./icons.tsx";

/** What Slack itself would say here, until it is dismissed or the person goes on. */
export function Notices({
  state,
  here,
  seen,
  onSeen,
}: {
  readonly state: ClientState;
  readonly here: string;
  /** Up to which notice everything was read or dismissed. */
  readonly seen: number;
  readonly onSeen: (id: number) => void;
}): ReactNode {
  const shown = state.notices
    .filter((notice) => notice.id > seen && (notice.conversation === null || notice.conversation === here))
    .slice(-2);
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className="notice" data-testid="notice">
          <span className="notice-who">Slack</span>
          <span>{notice.text}</span>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => onSeen(notice.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
