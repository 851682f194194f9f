import { Fragment, type ReactNode } from "react";
import { keyed } from "../keyed.ts";
import { isShape, readNumber, readString } from "../shape.ts";
import { useDirectory } from "./directory.ts";
import { type Piece, parseMrkdwn, type Span } from "./mrkdwn.ts";
import { Broadcast, ChannelMention, Emoji, SafeLink, UserMention } from "./rich-words.tsx";
import { clockTime, dayName } from "./time.ts";

/** A text object: mrkdwn or plain text. */
export function Words({ value }: { readonly value: unknown }): ReactNode {
  if (!isShape(value)) return null;
  const text = readString(value["text"]);
  if (value["type"] === "mrkdwn") return <Mrkdwn text={text} verbatim={value["verbatim"] === true} />;
  return <PlainWords text={text} emoji={value["emoji"] !== false} />;
}

export function PlainWords({ text, emoji = true }: { readonly text: string; readonly emoji?: boolean }): ReactNode {
  return text.split(emoji ? /(:[a-z0-9_+'-]+:)/ : /(?!)/).map((part, index) => {
    const key = `${index}${part}`;
    if (index % 2 === 1) return <Emoji key={key} name={part.slice(1, -1)} />;
    return <Fragment key={key}>{part}</Fragment>;
  });
}

export function Mrkdwn({ text, verbatim = false }: { readonly text: string; readonly verbatim?: boolean }): ReactNode {
  return keyed(parseMrkdwn(text, verbatim)).map(([key, piece]) => <PieceView key={key} piece={piece} />);
}

function PieceView({ piece }: { readonly piece: Piece }): ReactNode {
  if (piece.kind === "pre") return <pre className="pre">{piece.text}</pre>;
  const lines = keyed(piece.lines).map(([key, line], index) => (
    <Fragment key={key}>
      {index > 0 && <br />}
      <Spans spans={line} />
    </Fragment>
  ));
  return piece.kind === "quote" ? <blockquote>{lines}</blockquote> : <span className="lines">{lines}</span>;
}

function Spans({ spans }: { readonly spans: readonly Span[] }): ReactNode {
  return keyed(spans).map(([key, span]) => <SpanView key={key} span={span} />);
}

function SpanView({ span }: { readonly span: Span }): ReactNode {
  switch (span.kind) {
    case "text":
      return span.text;
    case "code":
      return <code>{span.text}</code>;
    case "emoji":
      return <Emoji name={span.text} />;
    case "strong":
      return (
        <strong>
          <Spans spans={span.children} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Spans spans={span.children} />
        </em>
      );
    case "del":
      return (
        <del>
          <Spans spans={span.children} />
        </del>
      );
    case "link":
      return <SafeLink href={span.href}>{span.label}</SafeLink>;
    case "user":
      return <UserMention id={span.id} />;
    case "channel":
      return <ChannelMention id={span.id} label={span.label} />;
    case "special":
      return <Special id={span.id} label={span.label} />;
  }
}

function Special({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  const { tz, ahead } = useDirectory();
  if (id.startsWith("date^")) {
    const seconds = readNumber(Number(id.split("^")[1]));
    if (seconds === null) return label;
    const at = new Date(seconds * 1000);
    return `${dayName(at, tz, new Date(Date.now() + ahead))} ${clockTime(at, tz)}`;
  }
  if (id.startsWith("subteam^")) return <Broadcast range={label.replace(/^@/, "") || "group"} />;
  return <Broadcast range={id} />;
}
