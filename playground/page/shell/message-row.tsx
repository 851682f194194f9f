import { type ReactNode, useMemo } from "react";
import type { ClientState, Container, Message } from "../../../local-slack/protocol.ts";
import { Blocks } from "../blocks/block.tsx";
import { Breaches, Failure } from "../blocks/shout.tsx";
import type { Door } from "../door.ts";
import { SurfaceContext, useSurfaceKeeper } from "../surface/surface.ts";
import { useDirectory } from "../text/directory.ts";
import { Emoji } from "../text/rich-words.tsx";
import { clockTime, fullTime, toDate } from "../text/time.ts";
import { Mrkdwn } from "../text/words.tsx";
import { Avatar } from "./avatar.tsx";
import { Files } from "./files.tsx";
import { Icon } from "./icons.tsx";
import { MessageTools } from "./message-tools.tsx";

const noErrors = {};

export function MessageRow({
  state,
  channel,
  message,
  grouped,
  door,
}: {
  readonly state: ClientState;
  readonly channel: string;
  readonly message: Message;
  readonly grouped: boolean;
  readonly door: Door;
}): ReactNode {
  const { people, tz, me } = useDirectory();
  const { ts, ephemeral } = message;
  const container = useMemo<Container>(() => ({ kind: "message", channel, ts }), [channel, ts]);
  const { surface, failure } = useSurfaceKeeper(door, container, message.blocks, noErrors);
  const author = people.find((one) => one.id === message.user);
  const at = toDate(ts);
  const isBot = message.user === state.bot.id;
  const react = (emoji: string, remove: boolean) => void door.send({ kind: "react", channel, ts, emoji, remove });

  return (
    <article
      className={`message${grouped ? " grouped" : ""}${ephemeral ? " ephemeral" : ""}`}
      aria-label={`${author?.realName ?? message.user}, ${clockTime(at, tz)}`}
      data-ts={ts}
      data-landing=""
    >
      {ephemeral && (
        <div className="only-you">
          <Icon name="eye" /> Only visible to you
        </div>
      )}
      {grouped ? (
        <time className="gutter-time" title={fullTime(at, tz)}>
          {clockTime(at, tz)}
        </time>
      ) : (
        <Avatar person={author} />
      )}
      <div className="message-body">
        {!grouped && (
          <div className="message-head">
            <strong>{author?.realName ?? message.user}</strong>
            {isBot && <span className="badge">App</span>}
            <time title={fullTime(at, tz)}>{clockTime(at, tz)}</time>
          </div>
        )}
        <SurfaceContext value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            <div className="message-text">
              <Mrkdwn text={message.text} />
            </div>
          )}
        </SurfaceContext>
        {message.files !== undefined && <Files files={message.files} />}
        {message.edited && !ephemeral && <span className="edited">(edited)</span>}
        <Failure text={failure} />
        <Breaches breaches={message.breaches} what="message" />
        {message.reactions.length > 0 && (
          <div className="reactions">
            {message.reactions.map((reaction) => {
              const mine = reaction.users.includes(me);
              const names = reaction.users.map((id) => people.find((one) => one.id === id)?.realName ?? id).join(", ");
              return (
                <button
                  key={reaction.name}
                  type="button"
                  className="reaction"
                  aria-pressed={mine}
                  title={`${names} reacted with :${reaction.name}:`}
                  onClick={() => react(reaction.name, mine)}
                >
                  <Emoji name={reaction.name} /> {reaction.users.length}
                </button>
              );
            })}
          </div>
        )}
      </div>
      {!ephemeral && (
        <MessageTools
          shortcuts={state.shortcuts}
          onReact={(name) =>
            react(
              name,
              message.reactions.some((one) => one.name === name && one.users.includes(me)),
            )
          }
          onShortcut={(callbackId) => void door.send({ kind: "shortcut", callbackId, message: { channel, ts } })}
        />
      )}
    </article>
  );
}
