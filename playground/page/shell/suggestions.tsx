import { type ReactNode, useState } from "react";
import type { CommandHint } from "../../../local-slack/protocol.ts";
import { readPreference, writePreference } from "../store.ts";
import { Icon } from "./icons.tsx";

const lines = [
  { line: "/progression backend mastery 3", why: "Read one level" },
  { line: "/win Led the rollback and wrote it up", why: "Save what you did" },
  { line: "/wins", why: "What you saved" },
  { line: "/progression compare backend mastery 3 4", why: "What changes" },
  { line: "/progression search incident", why: "Find words" },
];
/** A long line is sent whole and shown by its beginning; the command that all begin with is shown once. */
const MOST_SHOWN = 21;

function shown(line: string, index: number): string {
  const short = index === 0 ? line : line.replace(/^\/progression /, "");
  return short.length > MOST_SHOWN + 6 && index > 0 ? `${short.slice(0, MOST_SHOWN).trimEnd()}…` : short;
}

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
  const known = lines.filter(({ line }) => commands.some(({ command }) => command === line.split(" ")[0]));
  if (hidden || known.length === 0) return null;
  const next = known.findIndex(({ line }) => !sent.includes(line));
  return (
    <section className="suggestions" aria-label="Things to try">
      <span>Try</span>
      {known.map(({ line, why }, index) => (
        <button
          key={line}
          type="button"
          title={`${why}: ${line}`}
          aria-label={line}
          className={index === next ? "suggestion next" : "suggestion"}
          onClick={() => onChoose(line)}
          onFocus={({ currentTarget }) => {
            // Not under a pointer: the line would move away before the press is a click.
            if (currentTarget.matches(":focus-visible"))
              currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" });
          }}
        >
          <code>{shown(line, index)}</code>
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
