import { type ReactNode, useState } from "react";
import type { ClientState } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";
import { MenuButton } from "../elements/menu.tsx";
import { clockTime, dayName } from "../text/time.ts";
import { Icon } from "./icons.tsx";

const jumps = [
  { jump: "next", label: "To the next reminder", detail: "A nudge, a preparation or a follow-up of anybody here" },
  { jump: "week", label: "A week ahead", detail: "What is due on the way arrives on the way" },
  {
    jump: "clock-change",
    label: "Past the next clock change",
    detail: "In one leap to the day before it, and from there a week on",
  },
] as const;

/** The playground's clock: only forward, for Slack and the bot alike. Reset does not turn it back; starting again does. */
export function ClockMenu({
  state,
  ahead,
  door,
}: {
  readonly state: ClientState;
  readonly ahead: number;
  readonly door: Door;
}): ReactNode {
  const [moving, setMoving] = useState(false);
  const now = new Date(Date.now() + ahead);
  const said = `${dayName(now, state.me.tz, new Date(0))} ${clockTime(now, state.me.tz)}`;
  const items = jumps.map(({ jump, label, detail }) => ({
    key: jump,
    label,
    detail,
    choose() {
      setMoving(true);
      void door.send({ kind: "clock", jump }).finally(() => setMoving(false));
    },
  }));

  return (
    <MenuButton
      label={moving ? "The clock is moving" : `Clock: ${said}. Move it`}
      className="icon-button labelled clock-button"
      width={320}
      face={
        <>
          <Icon name="clock" /> <span>{moving ? "Moving…" : ahead < 60_000 ? "Now" : said}</span>
        </>
      }
      items={items}
    />
  );
}
