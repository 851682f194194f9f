import type { ReactNode } from "react";
import { keyed } from "../keyed.ts";
import { isShape, readNumber, readString, type Shape } from "../shape.ts";
import { useDirectory } from "../text/directory.ts";
import { Broadcast, ChannelMention, Emoji, SafeLink, UserMention } from "../text/rich-words.tsx";
import { clockTime, fullTime } from "../text/time.ts";
import { Shout } from "./shout.tsx";

export function RichRuns({ elements }: { readonly elements: readonly Shape[] }): ReactNode {
  return keyed(elements).map(([key, element]) => <RichRun key={key} element={element} />);
}

function RichRun({ element }: { readonly element: Shape }): ReactNode {
  const { tz } = useDirectory();
  const style = isShape(element["style"]) ? element["style"] : {};
  switch (element["type"]) {
    case "text":
      return <Styled style={style}>{readString(element["text"])}</Styled>;
    case "link": {
      const url = readString(element["url"]);
      const text = readString(element["text"]);
      return (
        <SafeLink href={url}>
          <Styled style={style}>{text === "" ? url : text}</Styled>
        </SafeLink>
      );
    }
    case "emoji":
      return <Emoji name={readString(element["name"])} />;
    case "user":
      return <UserMention id={readString(element["user_id"])} />;
    case "channel":
      return <ChannelMention id={readString(element["channel_id"])} label="" />;
    case "usergroup":
      return <Broadcast range={readString(element["usergroup_id"])} />;
    case "broadcast":
      return <Broadcast range={readString(element["range"])} />;
    case "team":
      return <span className="mention">{readString(element["team_id"])}</span>;
    case "color":
      return <code>{readString(element["value"])}</code>;
    case "date": {
      const seconds = readNumber(element["timestamp"]);
      if (seconds === null) return readString(element["fallback"]);
      const at = new Date(seconds * 1000);
      return <time title={clockTime(at, tz)}>{fullTime(at, tz)}</time>;
    }
    default:
      return <Shout what="text part" type={readString(element["type"])} value={element} />;
  }
}

function Styled({ style, children }: { readonly style: Shape; readonly children: ReactNode }): ReactNode {
  let node = children;
  if (style["code"] === true) node = <code>{node}</code>;
  if (style["strike"] === true) node = <del>{node}</del>;
  if (style["underline"] === true) node = <u>{node}</u>;
  if (style["italic"] === true) node = <em>{node}</em>;
  if (style["bold"] === true) node = <strong>{node}</strong>;
  if (style["highlight"] === true || style["client_highlight"] === true) node = <mark>{node}</mark>;
  return node;
}
