import type { ReactNode } from "react";
import type { CommandHint } from "../../../local-slack/protocol.ts";

export function CommandMenu({
  id,
  commands,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly commands: readonly CommandHint[];
  readonly active: number;
  readonly onChoose: (command: CommandHint) => void;
}): ReactNode {
  return (
    <div id={id} role="listbox" aria-label="Commands" className="command-menu" tabIndex={-1}>
      {commands.map((one, index) => (
        <div
          key={one.command}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="command-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
          onKeyDown={(event) => {
            if (event.key === "Enter") onChoose(one);
          }}
        >
          <span>
            <strong>{one.command}</strong> <span className="quiet">{one.usageHint}</span>
          </span>
          <small>{one.description}</small>
        </div>
      ))}
    </div>
  );
}
