import type { ReactNode } from "react";
import type { ShortcutHint } from "../../../local-slack/protocol.ts";
import { MenuButton } from "../elements/menu.tsx";
import { offeredReactions } from "../text/emoji.ts";
import { Emoji } from "../text/rich-words.tsx";
import { Icon } from "./icons.tsx";

export function MessageTools({
  shortcuts,
  onReact,
  onShortcut,
}: {
  readonly shortcuts: readonly ShortcutHint[];
  readonly onReact: (name: string) => void;
  readonly onShortcut: (callbackId: string) => void;
}): ReactNode {
  const entries = shortcuts
    .filter((one) => one.kind === "message")
    .map((one) => ({ key: one.callbackId, label: one.name, choose: () => onShortcut(one.callbackId) }));
  return (
    <div className="message-tools" role="toolbar" aria-label="Message actions">
      <MenuButton
        label="Add a reaction"
        className="icon-button"
        face={<Icon name="smile" />}
        items={offeredReactions.map((name) => ({
          key: name,
          label: (
            <>
              <Emoji name={name} /> {name.replaceAll("_", " ")}
            </>
          ),
          choose: () => onReact(name),
        }))}
      />
      <MenuButton label="More message shortcuts" className="icon-button" face={<Icon name="more" />} items={entries} />
    </div>
  );
}
