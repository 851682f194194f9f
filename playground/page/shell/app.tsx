import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ConfirmKeeper } from "../elements/confirm.tsx";
import { useLanding } from "../landing.ts";
import { Journal } from "../panes/journal.tsx";
import { usePlace } from "../place.ts";
import { readPreference, writePreference } from "../store.ts";
import { type Directory, DirectoryContext } from "../text/directory.ts";
import { useClientState } from "../use-client-state.ts";
import { ClockMenu } from "./clock-menu.tsx";
import { Conversation } from "./conversation.tsx";
import { Icon, Mark } from "./icons.tsx";
import { Modals } from "./modals.tsx";
import { Sidebar } from "./sidebar.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { type Toast, Toasts } from "./toasts.tsx";

/** Long enough to read a sentence twice. */
const toastMs = 8000;

export function App(): ReactNode {
  useLanding();
  const [place, go] = usePlace();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const complain = useCallback((text: string) => {
    setToasts((all) => [...all.slice(-2), { id: (all.at(-1)?.id ?? 0) + 1, text }]);
  }, []);
  useEffect(() => {
    if (toasts.length === 0) return;
    const timer = setTimeout(() => setToasts((all) => all.slice(1)), toastMs);
    return () => clearTimeout(timer);
  }, [toasts]);
  // An address from another workspace: its first person is as good as any.
  const leave = useCallback(() => go({ as: "", in: "" }), [go]);
  const { state, door, connected, pulse } = useClientState(place.as, complain, leave);
  const [seenNotice, setSeenNotice] = useState(-1);
  const [drawer, setDrawer] = useState(false);
  const [journal, setJournal] = useState(() => readPreference("journal") === "open");
  const drawerButton = useRef<HTMLButtonElement>(null);
  const journalButton = useRef<HTMLButtonElement>(null);
  // One that stands open from the last time leaves the focus to the composer.
  const journalTurned = useRef(false);
  const directory = useMemo<Directory>(
    () => ({
      people: state === null ? [] : [...state.people.filter((one) => one.id !== state.bot.id), state.bot],
      conversations: state?.conversations ?? [],
      me: state?.me.id ?? "",
      tz: state?.me.tz ?? "UTC",
      ahead: state?.ahead ?? 0,
    }),
    [state],
  );

  if (state === null) {
    return (
      <div className="starting" role="status">
        <Mark />
        {connected ? "Opening the workspace…" : "The playground does not answer. Is it still running?"}
      </div>
    );
  }

  const here = state.conversations.find((one) => one.id === place.in) ?? state.conversations[0];
  const closeDrawer = (givesBack: boolean) => {
    if (drawer && givesBack) drawerButton.current?.focus();
    setDrawer(false);
  };
  const toggleJournal = () => {
    journalTurned.current = true;
    journalButton.current?.focus();
    setJournal(!journal);
    writePreference("journal", journal ? "closed" : "open");
  };

  return (
    <DirectoryContext value={directory}>
      <ConfirmKeeper>
        <div className={`app${journal ? " with-journal" : ""}${drawer ? " drawer-open" : ""}`}>
          <header className="top">
            <button
              ref={drawerButton}
              type="button"
              className="icon-button drawer-button"
              aria-label="Channels and people"
              aria-expanded={drawer}
              onClick={() => setDrawer(!drawer)}
            >
              <Icon name="menu" />
            </button>
            <Mark />
            <strong className="team">{state.team.name}</strong>
            <span className="top-note">Playground: a local Slack, the real bot</span>
            <span className="transport" title="How the bot is connected">
              {state.transport === "http" ? "Signed HTTP" : "Socket Mode"}
            </span>
            {state.ahead !== null && <ClockMenu state={state} ahead={state.ahead} door={door} />}
            <ThemeSwitch />
            <button
              ref={journalButton}
              type="button"
              className="icon-button labelled"
              aria-pressed={journal}
              onClick={toggleJournal}
            >
              <Icon name="journal" /> Journal
            </button>
          </header>
          <Sidebar
            state={state}
            here={here?.id ?? ""}
            drawer={drawer}
            door={door}
            go={(change) => {
              closeDrawer(true);
              go(change);
            }}
            onClose={closeDrawer}
          />
          <button
            type="button"
            className="scrim"
            aria-label="Close the list"
            tabIndex={-1}
            onClick={() => closeDrawer(true)}
          />
          {here === undefined ? (
            <main className="main">No conversations.</main>
          ) : (
            <Conversation
              key={`${state.me.id} ${here.id}`}
              state={state}
              here={here}
              tab={place.tab}
              door={door}
              go={go}
              seenNotice={seenNotice}
              onSeenNotice={setSeenNotice}
            />
          )}
          {journal && (
            <Journal
              state={state}
              door={door}
              pulse={pulse}
              takesFocus={journalTurned.current}
              onClose={toggleJournal}
            />
          )}
        </div>
        <Modals views={state.modals} door={door} />
        <Toasts
          toasts={connected ? toasts : [{ id: 0, text: "The connection to the playground was lost. Trying again…" }]}
          onDismiss={(id) => setToasts((all) => all.filter((one) => one.id !== id))}
        />
      </ConfirmKeeper>
    </DirectoryContext>
  );
}
