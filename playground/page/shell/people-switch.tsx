import { type ReactNode, useEffect, useState } from "react";
import type { ClientState, Person } from "../../../local-slack/protocol.ts";
import { MenuButton } from "../elements/menu.tsx";
import { clockTime } from "../text/time.ts";
import { Avatar } from "./avatar.tsx";

/** Who the visitor is: everything on the page is what this person sees, in their time zone. */
export function PeopleSwitch({
  state,
  onChoose,
}: {
  readonly state: ClientState;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const now = useNow(state.ahead ?? 0);
  const items = state.people
    .filter((person) => !person.isBot)
    .map((person) => ({
      key: person.id,
      label: <PersonLine person={person} now={now} current={person.id === state.me.id} />,
      current: person.id === state.me.id,
      choose: () => onChoose(person.id),
    }));
  return (
    <div className="people">
      <MenuButton
        label={`Act as: ${state.me.realName}`}
        className="people-button"
        width={340}
        face={
          <>
            <PersonLine person={state.me} now={now} current={false} />
            <span className="chevron" aria-hidden="true" />
          </>
        }
        items={items}
      />
    </div>
  );
}

function PersonLine({
  person,
  now,
  current,
}: {
  readonly person: Person;
  readonly now: Date;
  readonly current: boolean;
}): ReactNode {
  const standing = person.isStranger ? "external" : person.isGuest ? "guest" : person.isAdmin ? "admin" : "";
  const zone = person.tz.split("/").at(-1)?.replaceAll("_", " ") ?? person.tz;
  return (
    <span className="person-line">
      <Avatar person={person} />
      <span className="person-words">
        <span>
          <strong>{person.realName}</strong>
          {standing !== "" && <span className="badge">{standing}</span>}
          {current && <span aria-hidden="true"> ✓</span>}
        </span>
        <small>{person.role}</small>
      </span>
      <span className="person-time" title={person.tz}>
        {clockTime(now, person.tz)}
        <small>{zone}</small>
      </span>
    </span>
  );
}

/** The time of this Slack, which may have been moved ahead of the machine's. */
function useNow(ahead: number): Date {
  const [now, setNow] = useState(() => Date.now());
  const [moved, setMoved] = useState(ahead);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  if (moved !== ahead) {
    setMoved(ahead);
    setNow(Date.now());
  }
  return new Date(now + ahead);
}
