import type { ReactNode } from "react";
import type { Breach } from "../../../local-slack/protocol.ts";

/** What the page cannot draw is said aloud: a silent gap would look like a bot that works. */
export function Shout({
  what,
  type,
  value,
}: {
  readonly what: "block" | "element" | "text part";
  readonly type: string;
  readonly value: unknown;
}): ReactNode {
  return (
    <div className="shout" role="alert" data-testid="shout">
      <strong>
        The playground cannot draw this {what}: <code>{type === "" ? "(no type)" : type}</code>
      </strong>
      <details>
        <summary>Its JSON</summary>
        <pre className="pre">{JSON.stringify(value, null, 2)}</pre>
      </details>
    </div>
  );
}

export function Breaches({
  breaches,
  what,
}: {
  readonly breaches: readonly Breach[];
  readonly what: "message" | "view";
}): ReactNode {
  if (breaches.length === 0) return null;
  return (
    <div className="shout" role="alert" data-testid="breaches">
      <strong>Slack would refuse this {what}</strong>
      <ul>
        {breaches.map((breach) => (
          <li key={`${breach.pointer} ${breach.code} ${breach.message}`}>
            <code>{breach.pointer}</code> {breach.message} <span className="quiet">{breach.code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A press that had no effect says why, where it was pressed. */
export function Failure({ text }: { readonly text: string | null }): ReactNode {
  if (text === null) return null;
  return (
    <p className="failure" role="alert">
      {text}
    </p>
  );
}
