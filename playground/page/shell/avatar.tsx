import type { ReactNode } from "react";
import type { Person } from "../../../local-slack/protocol.ts";

export function Avatar({
  person,
  small = false,
}: {
  readonly person: Person | undefined;
  readonly small?: boolean;
}): ReactNode {
  return (
    <span
      className={small ? "avatar small" : "avatar"}
      style={{ background: person?.avatar.colour ?? "#777" }}
      aria-hidden="true"
    >
      {person?.avatar.initials ?? "?"}
    </span>
  );
}
