import type { Person } from "../wins/people.ts";
import { awayUntil, type SlackStatus } from "./away-status.ts";

/** A person as `users.info` and `user_change` hand them over; any of it may be missing. */
export interface SlackUser {
  readonly id?: string | undefined;
  readonly team_id?: string | undefined;
  readonly name?: string | undefined;
  readonly real_name?: string | undefined;
  readonly tz?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly is_bot?: boolean | undefined;
  readonly is_restricted?: boolean | undefined;
  readonly is_ultra_restricted?: boolean | undefined;
  readonly is_stranger?: boolean | undefined;
  readonly profile?: (SlackStatus & { readonly display_name?: string | undefined }) | undefined;
}

/** `home`: the workspace whose token we hold. */
export function toPerson(user: SlackUser, id: string, home: string): Person {
  const stranger = user.is_stranger === true || (user.team_id ?? home) !== home;
  const guest = user.is_restricted === true || user.is_ultra_restricted === true;
  const unreachable = user.deleted === true ? "deactivated" : user.is_bot === true ? "bot" : undefined;
  const away = awayUntil(user.profile ?? {});

  return {
    standing: stranger ? "stranger" : guest ? "guest" : "member",
    tz: user.tz ?? null,
    name: user.profile?.display_name || user.real_name || user.name || id,
    ...(unreachable === undefined ? {} : { unreachable }),
    ...(away === undefined ? {} : { awayUntil: away }),
  };
}
