/** `auth.*`, `team.*`, `bots.*`, `users.*` and `dnd.*`: who is who. */

import { flagAt, textAt } from "../payload.ts";
import type { ScenarioPerson } from "../scenario.ts";
import type { World } from "../world.ts";
import { type Call, done, type Method, page, type Reply, refuse } from "./reply.ts";

export const peopleMethods: { readonly [name: string]: Method } = {
  "auth.test": { scopes: [], run: authTest },
  "team.info": { scopes: ["team:read"], run: ({ world }) => done({ team: { ...world.scenario.team, icon: {} } }) },
  "bots.info": { scopes: ["users:read"], run: botsInfo },
  "users.info": { scopes: ["users:read"], run: usersInfo },
  "users.list": { scopes: ["users:read"], run: usersList },
  "users.profile.get": { scopes: ["users.profile:read"], run: profileGet },
  "dnd.info": { scopes: ["dnd:read"], run: dndInfo },
};

function authTest({ world }: Call): Reply {
  const { team, app } = world.scenario;
  return done({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: world.bot.name,
    team_id: team.id,
    user_id: world.bot.id,
    bot_id: app.botId,
    is_enterprise_install: false,
  });
}

function botsInfo({ args, world }: Call): Reply {
  const { app } = world.scenario;
  const asked = textAt(args, "bot");
  if (asked !== undefined && asked !== app.botId) return refuse("bot_not_found");
  return done({
    bot: { id: app.botId, deleted: false, name: world.bot.name, app_id: app.id, user_id: world.bot.id, icons: {} },
  });
}

function usersInfo({ args, world }: Call): Reply {
  const person = world.workspace.findPerson(textAt(args, "user") ?? "");
  return person === undefined
    ? refuse("user_not_found")
    : done({ user: userPayload(world, person, flagAt(args, "include_locale")) });
}

function usersList({ args, world }: Call): Reply {
  const members = [...world.workspace.people(), world.bot];
  const cut = page(members, args, 1000);
  if (cut === undefined) return refuse("invalid_cursor");
  const withLocale = flagAt(args, "include_locale");
  return done({
    members: cut.items.map((person) => userPayload(world, person, withLocale)),
    cache_ts: Math.floor(world.now() / 1000),
    response_metadata: { next_cursor: cut.cursor },
  });
}

function profileGet({ args, world }: Call): Reply {
  const person = world.workspace.findPerson(textAt(args, "user") ?? world.bot.id);
  return person === undefined ? refuse("user_not_found") : done({ profile: profile(world, person) });
}

function dndInfo({ args, world }: Call): Reply {
  const person = world.workspace.findPerson(textAt(args, "user") ?? world.bot.id);
  if (person === undefined) return refuse("user_not_found");
  const until = Math.floor((person.quietUntil ?? 0) / 1000);
  // Of somebody else Slack says only when the silence begins and ends, and nothing of a snooze.
  return until * 1000 > world.now()
    ? done({ dnd_enabled: true, next_dnd_start_ts: Math.floor(world.now() / 1000) - 60, next_dnd_end_ts: until })
    : done({ dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 });
}

/** A user object. Slack gives no zone for a deactivated account, and the locale only when asked. */
export function userPayload(world: World, person: ScenarioPerson, withLocale: boolean) {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    color: person.avatar.colour.slice(1),
    ...(person.deleted
      ? {}
      : {
          tz: person.tz,
          tz_label: zoneName(person.tz, "long", world.now()),
          tz_offset: zoneOffset(person.tz, world.now()),
          is_admin: person.isAdmin,
          is_owner: person.isOwner,
          is_primary_owner: false,
          is_restricted: person.isGuest,
          is_ultra_restricted: person.isUltraGuest,
        }),
    profile: profile(world, person),
    is_bot: person.isBot,
    is_app_user: false,
    updated: Math.floor(world.now() / 1000),
    is_email_confirmed: person.email !== "",
    who_can_share_contact_card: "EVERYONE",
    ...(person.isStranger ? { is_stranger: true } : {}),
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

/** The address only with the scope for it. */
function profile(world: World, person: ScenarioPerson) {
  const [first = "", ...rest] = person.realName.split(" ");
  return {
    title: person.role,
    phone: "",
    skype: "",
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: first,
    last_name: rest.join(" "),
    ...statusFields(world, person),
    avatar_hash: person.id.toLowerCase(),
    team: person.teamId,
    ...(world.scopes.has("users:read.email") ? { email: person.email } : {}),
  };
}

/** Slack takes a status away when its time is over. */
function statusFields(world: World, { status }: ScenarioPerson) {
  return status == null || (status.until !== null && status.until <= world.now())
    ? { status_text: "", status_emoji: "", status_expiration: 0 }
    : {
        status_text: status.text,
        status_emoji: status.emoji,
        status_expiration: status.until === null ? 0 : Math.floor(status.until / 1000),
      };
}

function zoneName(tz: string, style: "long" | "longOffset", at: number): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: tz, timeZoneName: style }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? tz;
}

/** Seconds east of UTC at this moment. */
function zoneOffset(tz: string, at: number): number {
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(zoneName(tz, "longOffset", at));
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === "-" ? -seconds : seconds;
}
