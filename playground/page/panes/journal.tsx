import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ClientState } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";
import { Tabs } from "../elements/tabs.tsx";
import { Icon } from "../shell/icons.tsx";
import { Entry } from "./entry.tsx";
import { FaultSwitches, playing } from "./faults.tsx";
import { useJournal } from "./use-journal.ts";

export function Journal({
  state,
  door,
  pulse,
  takesFocus,
  onClose,
}: {
  readonly state: ClientState;
  readonly door: Door;
  readonly pulse: number;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const [tab, setTab] = useState<"requests" | "faults">("requests");
  const [filter, setFilter] = useState("");
  const self = useRef<HTMLElement>(null);
  // It stands at the end of the page: by key it would be a long way from the button that opens it.
  useEffect(() => {
    if (takesFocus) self.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [takesFocus]);
  const { entries, clear } = useJournal(pulse);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter((entry) => {
    const text = `${entry.direction} ${entry.what} ${entry.response?.status ?? "pending"} ${entry.fault ?? ""} ${JSON.stringify(entry.request)}`;
    return words.every((word) => text.toLowerCase().includes(word));
  });
  const faults = playing(state.faults);
  return (
    <aside
      ref={self}
      className="journal"
      aria-label="Journal"
      onKeyDown={(event) => {
        if (event.key === "Escape" && filter === "") onClose();
      }}
    >
      <div className="journal-head">
        <Tabs
          label="Journal"
          tabs={[
            { key: "requests", face: "Requests" },
            { key: "faults", face: <>Faults{faults > 0 && <span className="count">{faults}</span>}</> },
          ]}
          chosen={tab}
          onChoose={setTab}
        />
        <button type="button" className="icon-button" aria-label="Close the journal" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {tab === "faults" ? (
        <FaultSwitches known={state.faults} door={door} />
      ) : (
        <>
          <div className="journal-bar">
            <input
              className="text-field"
              type="search"
              aria-label="Filter requests"
              placeholder="Filter: views.open, 429, mastery…"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
            <button type="button" className="button" onClick={clear}>
              Clear
            </button>
          </div>
          <ol className="entries" reversed>
            {shown.toReversed().map((entry) => (
              <Entry key={entry.id} entry={entry} tz={state.me.tz} />
            ))}
          </ol>
          {shown.length === 0 && (
            <p className="quiet journal-empty">
              {entries.length === 0 ? "Every request between Slack and the bot will show here." : "No request matches."}
            </p>
          )}
        </>
      )}
    </aside>
  );
}
