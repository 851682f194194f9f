import { type ReactNode, useState } from "react";
import type { CommandHint } from "../../../local-slack/protocol.ts";
import { readPreference, writePreference } from "../store.ts";
import { Icon } from "./icons.tsx";

const lines: readonly { readonly rest: string; readonly why: string }[] = [
  { rest: "backend mastery 3", why: "read one level" },
  { rest: "compare backend mastery 3 4", why: "what changes" },
  { rest: "search incident", why: "find words" },
  { rest: "bakend mastery", why: "mistype" },
];

/** The first useful thing to type, one press away. The lines follow one another as they are sent. */
export function Suggestions({
  commands,
  sent,
  onChoose,
}: {
  readonly commands: readonly CommandHint[];
  /** What this person has sent here since it was opened. */
  readonly sent: readonly string[];
  readonly onChoose: (text: string) => void;
}): ReactNode {
  const [hidden, setHidden] = useState(() => readPreference("suggestions") === "hidden");
  const command = commands.find((one) => one.command.includes("progression"))?.command;
  if (hidden || command === undefined) return null;
  const next = lines.findIndex((line) => !sent.includes(`${command} ${line.rest}`));
  return (
    <section className="suggestions" aria-label="Things to try">
      <span>Try</span>
      {lines.map((line, index) => (
        <button
          key={line.rest}
          type="button"
          title={line.why}
          className={index === next ? "suggestion next" : "suggestion"}
          onClick={() => onChoose(`${command} ${line.rest}`)}
        >
          <code>{index === 0 ? `${command} ${line.rest}` : line.rest}</code>
        </button>
      ))}
      <button
        type="button"
        className="icon-button"
        aria-label="Hide these"
        onClick={() => {
          setHidden(true);
          writePreference("suggestions", "hidden");
        }}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
