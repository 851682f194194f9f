import type { ReactNode } from "react";
import { useDirectory } from "./directory.ts";
import { findEmoji } from "./emoji.ts";

export function Emoji({ name }: { readonly name: string }): ReactNode {
  const character = findEmoji(name);
  if (character === null) return `:${name}:`;
  return (
    <span className="emoji" role="img" aria-label={name.replaceAll("_", " ")}>
      {character}
    </span>
  );
}

/** Only web and mail addresses become links; anything else, `javascript:` above all, stays text. */
export function SafeLink({ href, children }: { readonly href: string; readonly children: ReactNode }): ReactNode {
  if (!isSafe(href)) {
    return (
      <span className="dead-link" title={`Not a link that Slack would follow: ${href}`}>
        {children}
      </span>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

export function isSafe(href: string): boolean {
  const url = URL.parse(href);
  return url !== null && ["http:", "https:", "mailto:"].includes(url.protocol);
}

export function UserMention({ id }: { readonly id: string }): ReactNode {
  const { people, me } = useDirectory();
  const person = people.find((one) => one.id === id);
  return <span className={id === me ? "mention mention-me" : "mention"}>@{person?.realName ?? id}</span>;
}

export function ChannelMention({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  const channel = useDirectory().conversations.find((one) => one.id === id);
  return <span className="mention">#{channel?.name ?? (label === "" ? id : label)}</span>;
}

/** A mention that would notify people: drawn so that nobody can overlook that it would. */
export function Broadcast({ range }: { readonly range: string }): ReactNode {
  return (
    <span className="mention mention-loud" title="In Slack this would notify people">
      @{range}
    </span>
  );
}
