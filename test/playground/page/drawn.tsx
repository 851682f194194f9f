import { renderToStaticMarkup } from "react-dom/server";
import { Blocks } from "../../../playground/page/blocks/block.tsx";
import type { Shape } from "../../../playground/page/shape.ts";
import { type Directory, DirectoryContext } from "../../../playground/page/text/directory.ts";

const directory: Directory = {
  people: [
    {
      id: "U1",
      name: "maya",
      realName: "Maya Stone",
      role: "Engineer",
      tz: "Europe/London",
      isAdmin: false,
      isGuest: false,
      isStranger: false,
      isBot: false,
      avatar: { initials: "MS", colour: "#444" },
    },
  ],
  conversations: [{ id: "C1", kind: "channel", name: "backend" }],
  me: "U2",
  tz: "Europe/London",
  ahead: 0,
};

/** The markup that the page makes of these blocks. */
export function drawn(...blocks: readonly Shape[]): string {
  return renderToStaticMarkup(
    <DirectoryContext value={directory}>
      <Blocks blocks={blocks} />
    </DirectoryContext>,
  );
}

/** One element in an actions block. */
export function drawnElement(element: Shape): string {
  return drawn({ type: "actions", block_id: "b", elements: [{ action_id: "a", ...element }] });
}

/** One element in an input block. */
export function drawnInput(element: Shape, block: Shape = {}): string {
  const label = { type: "plain_text", text: "What happened" };
  return drawn({ type: "input", block_id: "b", label, element: { action_id: "a", ...element }, ...block });
}

export function plain(text: string): Shape {
  return { type: "plain_text", text };
}

export function mrkdwn(text: string): Shape {
  return { type: "mrkdwn", text };
}

export function option(text: string, value = text): Shape {
  return { text: plain(text), value };
}
