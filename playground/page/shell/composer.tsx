import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { CommandHint, ShortcutHint } from "../../../local-slack/protocol.ts";
import { MenuButton } from "../elements/menu.tsx";
import { CommandMenu } from "./command-menu.tsx";
import { Icon } from "./icons.tsx";

/** Lines sent since the page was opened, in every conversation, as ↑ finds them. */
const history: string[] = [];

export function Composer({
  label,
  commands,
  shortcuts,
  draft,
  onDraft,
  onSend,
  onShortcut,
}: {
  readonly label: string;
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onShortcut: (callbackId: string) => void;
}): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const menuId = useId();
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const [past, setPast] = useState<number | null>(null);
  const typed = draft.trimStart();
  const matching = /^\/\S*$/.test(typed) ? commands.filter((one) => one.command.startsWith(typed.toLowerCase())) : [];
  const menu = !closed && matching.length > 0 && past === null;
  const hint = commands.find((one) => typed.startsWith(`${one.command} `) || typed === one.command);
  const at = Math.min(active, matching.length - 1);

  useEffect(() => {
    field.current?.focus();
  }, []);
  useEffect(() => {
    const area = field.current;
    if (draft === "" || area === null || document.activeElement === area) return;
    // The text was put here by a press elsewhere: Enter should now send it.
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, [draft]);

  const write = (text: string) => {
    setClosed(false);
    setActive(0);
    setPast(null);
    onDraft(text);
  };
  const submit = () => {
    const text = draft.trim();
    if (text === "") return;
    history.push(text);
    setPast(null);
    onSend(text);
  };
  const recall = (step: -1 | 1) => {
    const next = (past ?? history.length) + step;
    if (next < 0) return;
    setPast(next >= history.length ? null : next);
    onDraft(history[next] ?? "");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const picked = matching[at];
    const completes = menu && picked !== undefined && picked.command !== typed;
    if (event.key === "ArrowDown" && menu) setActive((at + 1) % matching.length);
    else if (event.key === "ArrowUp" && menu) setActive((at - 1 + matching.length) % matching.length);
    else if ((event.key === "Enter" || event.key === "Tab") && completes && !event.shiftKey)
      write(`${picked.command} `);
    else if (event.key === "Escape" && menu) setClosed(true);
    else if (event.key === "Enter" && !event.shiftKey) submit();
    else if (event.key === "ArrowUp" && (draft === "" || past !== null) && history.length > 0) recall(-1);
    else if (event.key === "ArrowDown" && past !== null) recall(1);
    else return;
    event.preventDefault();
  };

  return (
    <div className="composer">
      {menu && <CommandMenu id={menuId} commands={matching} active={at} onChoose={(one) => write(`${one.command} `)} />}
      <textarea
        ref={field}
        data-landing="last"
        rows={Math.min(8, draft.split("\n").length)}
        aria-label={label}
        placeholder={label}
        value={draft}
        aria-autocomplete="list"
        aria-controls={menu ? menuId : undefined}
        aria-activedescendant={menu ? `${menuId}-${at}` : undefined}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKey}
      />
      <div className="composer-bar">
        <MenuButton
          label="Shortcuts and commands"
          className="icon-button"
          face={<Icon name="bolt" />}
          items={[
            ...shortcuts
              .filter((one) => one.kind === "global")
              .map((one) => ({
                key: one.callbackId,
                label: one.name,
                detail: "Shortcut",
                choose: () => onShortcut(one.callbackId),
              })),
            ...commands.map((one) => ({
              key: one.command,
              label: one.command,
              detail: one.description,
              choose: () => write(`${one.command} `),
            })),
          ]}
        />
        <span className="composer-hint">
          {hint === undefined || menu ? (
            <span className="quiet">Enter sends · Shift+Enter starts a line · ↑ recalls</span>
          ) : (
            <>
              <code>{hint.command}</code> {hint.usageHint} <span className="quiet">{hint.description}</span>
            </>
          )}
        </span>
        <button type="button" className="send" aria-label="Send" disabled={draft.trim() === ""} onClick={submit}>
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
