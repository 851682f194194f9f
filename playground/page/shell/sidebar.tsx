import { type ReactNode, useEffect, useRef } from "react";
import type { ClientState, Conversation } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";
import { useConfirm } from "../elements/confirm.tsx";
import type { Place } from "../place.ts";
import { Avatar } from "./avatar.tsx";
import { PeopleSwitch } from "./people-switch.tsx";

export function Sidebar({
  state,
  here,
  drawer,
  door,
  go,
  onClose,
}: {
  readonly state: ClientState;
  readonly here: string;
  /** On a narrow page: it lies open over everything else. */
  readonly drawer: boolean;
  readonly door: Door;
  readonly go: (change: Partial<Place>) => void;
  /** With or without the focus given back to where it was opened. */
  readonly onClose: (givesBack: boolean) => void;
}): ReactNode {
  const confirm = useConfirm();
  const self = useRef<HTMLElement>(null);
  useEffect(() => {
    if (drawer) self.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [drawer]);
  const channels = state.conversations.filter((one) => one.kind === "channel");
  const dms = state.conversations.filter((one) => one.kind === "dm");
  const reset = () =>
    confirm(
      {
        title: { type: "plain_text", text: "Start afresh" },
        text: {
          type: "plain_text",
          text: "Every message, view and journal entry of the playground goes. The frameworks stay.",
        },
        confirm: { type: "plain_text", text: "Reset" },
        deny: { type: "plain_text", text: "Keep it" },
        style: "danger",
      },
      () => {
        // Ids start again: nothing that this page remembers is worth keeping.
        void door.send({ kind: "reset" }).then((outcome) => {
          if (outcome.ok) window.location.reload();
        });
      },
    );
  const open = (one: Conversation) => go({ as: state.me.id, in: one.id, tab: "messages" });
  return (
    <nav
      ref={self}
      className="sidebar"
      aria-label="Workspace"
      onKeyDown={(event) => {
        if (drawer && event.key === "Escape") onClose(true);
      }}
      onBlur={(event) => {
        // Whoever goes on with Tab past its end has left it, and would walk under it.
        if (drawer && event.relatedTarget?.closest(".main")) onClose(false);
      }}
    >
      <PeopleSwitch state={state} onChoose={(as) => go({ as, in: "", tab: "messages" })} />
      <div className="sidebar-lists">
        <h2>Channels</h2>
        <ul>
          {channels.map((one) => (
            <Row
              key={one.id}
              one={one}
              current={one.id === here}
              face={<span aria-hidden="true">#</span>}
              onOpen={() => open(one)}
            />
          ))}
        </ul>
        <h2>Direct messages and apps</h2>
        <ul>
          {dms.map((one) => {
            const isBot = one.name === state.bot.realName;
            const person = isBot ? state.bot : state.people.find((someone) => someone.realName === one.name);
            return (
              <Row
                key={one.id}
                one={one}
                current={one.id === here}
                face={<Avatar person={person} small />}
                badge={isBot ? "App" : ""}
                onOpen={() => open(one)}
              />
            );
          })}
        </ul>
      </div>
      <button type="button" className="reset" onClick={reset}>
        Reset the playground
      </button>
    </nav>
  );
}

function Row({
  one,
  current,
  face,
  badge = "",
  onOpen,
}: {
  readonly one: Conversation;
  readonly current: boolean;
  readonly face: ReactNode;
  readonly badge?: string;
  readonly onOpen: () => void;
}): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={one.unread > 0 ? "row unread" : "row"}
        aria-current={current ? "page" : undefined}
        onClick={onOpen}
      >
        <span className="row-face">{face}</span>
        <span className="row-name">{one.name}</span>
        {badge !== "" && <span className="badge">{badge}</span>}
        {one.unread > 0 && (
          <span className="count" role="img" aria-label={`${one.unread} unread`}>
            {one.unread}
          </span>
        )}
      </button>
    </li>
  );
}
