import { type ReactNode, useState } from "react";
import type { JournalEntry } from "../../../local-slack/protocol.ts";
import { Breaches } from "../blocks/shout.tsx";
import { clockTime } from "../text/time.ts";
import { entrySubject } from "./entry-subject.ts";

export function Entry({ entry, tz }: { readonly entry: JournalEntry; readonly tz: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const { response } = entry;
  const subject = entrySubject(entry);
  const failed = response !== null && (response.status === 0 || response.status >= 400 || isRefusal(response.body));
  return (
    <li className="entry" data-testid="journal-entry">
      <button type="button" className="entry-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span
          className={`arrow ${entry.direction}`}
          title={entry.direction === "to-bot" ? "Slack to the bot" : "The bot to Slack"}
        >
          {entry.direction === "to-bot" ? "→ bot" : "← bot"}
        </span>
        <span className="entry-what">
          <span className="entry-kind">{entry.what.replace("POST /slack/events · ", "")}</span>
          {subject !== "" && <span className="entry-subject">{subject}</span>}
        </span>
        <span className="entry-marks">
          {entry.breaches.length > 0 && <span className="mark-bad">{entry.breaches.length} invalid</span>}
          {entry.fault !== null && <span className="mark-fault">{entry.fault}</span>}
          <span className={failed ? "status bad" : "status"}>
            {response === null ? "…" : response.status === 0 ? "no answer" : response.status}
          </span>
          <span className="ms">{response === null ? "" : `${Math.round(response.milliseconds)} ms`}</span>
        </span>
      </button>
      {open && (
        <div className="entry-body">
          <p className="quiet">
            {clockTime(new Date(entry.at), tz)} · {entry.at} · {entry.what}
            {entry.signed ? " · signed" : ""}
          </p>
          <Breaches breaches={entry.breaches} what="message" />
          <h3>Request</h3>
          <pre className="pre">{JSON.stringify(entry.request, null, 2)}</pre>
          {response !== null && (
            <>
              <h3>Answer</h3>
              <pre className="pre">{JSON.stringify(response.body, null, 2)}</pre>
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** The Web API says no with a 200. */
function isRefusal(body: JournalEntry["request"]): boolean {
  return typeof body === "object" && body !== null && !Array.isArray(body) && "ok" in body && body["ok"] === false;
}
