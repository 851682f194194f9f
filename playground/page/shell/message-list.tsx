import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import type { ClientState, Conversation, Message } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";
import { useDirectory } from "../text/directory.ts";
import { dayKey, dayName, toDate } from "../text/time.ts";
import { MessageRow } from "./message-row.tsx";

const groupedWithin = 5 * 60_000;

export function MessageList({
  state,
  here,
  door,
  sent,
}: {
  readonly state: ClientState;
  readonly here: Conversation;
  readonly door: Door;
  readonly sent: number;
}): ReactNode {
  const { tz, ahead } = useDirectory();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const now = new Date(Date.now() + ahead);

  useEffect(() => {
    if (sent > 0) atEnd.current = true;
  }, [sent]);
  useLayoutEffect(() => {
    const list = box.current;
    if (list === null) return;
    const follow = () => {
      if (!atEnd.current) return;
      const last = list.querySelector<HTMLElement>("article:last-of-type");
      const top = last === null ? 0 : last.getBoundingClientRect().top - list.getBoundingClientRect().top;
      // An answer taller than the window is read from its beginning.
      const tall = last !== null && last.offsetHeight > list.clientHeight;
      list.scrollTop = tall ? list.scrollTop + top : list.scrollHeight;
    };
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(list);
    for (const child of list.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className="messages"
      onScroll={(event) => {
        const list = event.currentTarget;
        atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
      }}
    >
      <div
        className="messages-inner"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={`Messages in ${here.name}`}
      >
        <Beginning here={here} bot={state.bot.realName} />
        {here.messages.map((message, index) => {
          const before = here.messages[index - 1];
          const newDay = before === undefined || dayKey(toDate(before.ts), tz) !== dayKey(toDate(message.ts), tz);
          return (
            <Fragment key={`${message.ts} ${message.ephemeral}`}>
              {newDay && (
                <div className="day">
                  <span>{dayName(toDate(message.ts), tz, now)}</span>
                </div>
              )}
              <MessageRow
                state={state}
                channel={here.id}
                message={message}
                grouped={!newDay && before !== undefined && belongsTo(before, message)}
                door={door}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

function belongsTo(before: Message, message: Message): boolean {
  const gap = toDate(message.ts).getTime() - toDate(before.ts).getTime();
  return before.user === message.user && !before.ephemeral && !message.ephemeral && gap < groupedWithin;
}

function Beginning({ here, bot }: { readonly here: Conversation; readonly bot: string }): ReactNode {
  if (here.kind === "dm") {
    return (
      <div className="beginning">
        <strong>{here.name}</strong>
        <p>{here.name === bot ? "This is between you and the app." : `This is between you and ${here.name}.`}</p>
      </div>
    );
  }
  return (
    <div className="beginning">
      <strong>#{here.name}</strong>
      <p>{here.topic === "" ? "This is where the channel begins." : here.topic}</p>
    </div>
  );
}
