import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ClientState, Conversation as Talk } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";
import { Tabs } from "../elements/tabs.tsx";
import { landLast } from "../landing.ts";
import type { Place } from "../place.ts";
import { Avatar } from "./avatar.tsx";
import { Composer } from "./composer.tsx";
import { Home } from "./home.tsx";
import { MessageList } from "./message-list.tsx";
import { Notices } from "./notices.tsx";
import { Suggestions } from "./suggestions.tsx";

export function Conversation({
  state,
  here,
  tab,
  door,
  go,
  seenNotice,
  onSeenNotice,
}: {
  readonly state: ClientState;
  readonly here: Talk;
  readonly tab: Place["tab"];
  readonly door: Door;
  readonly go: (change: Partial<Place>) => void;
  readonly seenNotice: number;
  readonly onSeenNotice: (id: number) => void;
}): ReactNode {
  const [draft, setDraft] = useDraft(`${state.me.id} ${here.id}`);
  const [sent, setSent] = useState<readonly string[]>([]);
  const withBot = here.kind === "dm" && here.name === state.bot.realName;
  const atHome = withBot && tab === "home";
  const name = here.kind === "channel" ? `#${here.name}` : here.name;

  const unread = here.unread > 0;
  const seen = useRef("");
  useEffect(() => {
    // Once on opening it, also with nothing new: that is how the app learns that its messages were opened.
    const opening = seen.current !== `${here.id} ${atHome}`;
    seen.current = `${here.id} ${atHome}`;
    if (!atHome && (unread || opening)) void door.send({ kind: "read", channel: here.id });
  }, [unread, here.id, atHome, door]);
  useEffect(() => {
    if (atHome) void door.send({ kind: "home" });
  }, [atHome, door]);
  useEffect(() => {
    document.title = `${name} · ${state.team.name} playground`;
  }, [name, state.team.name]);

  const submit = (text: string) => {
    setDraft("");
    setSent([...sent, text]);
    onSeenNotice(state.notices.at(-1)?.id ?? -1);
    void door.send({ kind: text.startsWith("/") ? "command" : "message", channel: here.id, text });
  };

  return (
    <main className="main" aria-label={name}>
      <div className="main-head">
        {here.kind === "dm" && (
          <Avatar person={withBot ? state.bot : state.people.find((one) => one.realName === here.name)} small />
        )}
        <h1>{name}</h1>
        {withBot && <span className="badge">App</span>}
        <span className="topic">{here.topic}</span>
      </div>
      {withBot && (
        <Tabs
          label={here.name}
          tabs={[
            { key: "home", face: "Home" },
            { key: "messages", face: "Messages" },
          ]}
          chosen={atHome ? "home" : "messages"}
          onChoose={(next) => go({ as: state.me.id, in: here.id, tab: next })}
        />
      )}
      {atHome ? (
        <Home view={state.home} door={door} />
      ) : (
        <>
          <button type="button" className="button skip" onClick={landLast}>
            Skip the messages
          </button>
          <MessageList state={state} here={here} door={door} sent={sent.length} />
          <div className="foot">
            <Notices state={state} here={here.id} seen={seenNotice} onSeen={onSeenNotice} />
            <Suggestions commands={state.commands} sent={sent} onChoose={setDraft} />
            <Composer
              label={`Message ${name}`}
              commands={state.commands}
              shortcuts={state.shortcuts}
              draft={draft}
              onDraft={setDraft}
              onSend={submit}
              onShortcut={(callbackId) => void door.send({ kind: "shortcut", callbackId, message: null })}
            />
          </div>
        </>
      )}
    </main>
  );
}

/** What was begun in a conversation waits there until this page is left. */
const drafts = new Map<string, string>();

function useDraft(key: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => drafts.get(key) ?? "");
  const keep = (text: string) => {
    drafts.set(key, text);
    setDraft(text);
  };
  return [draft, keep];
}
