/** One call of a Web API method: what the bot sent, and what it gets. */

import type { Payload } from "../payload.ts";
import type { Breach } from "../protocol.ts";
import type { StoredConversation, StoredMessage } from "../workspace.ts";
import type { World } from "../world.ts";

export interface Reply {
  readonly ok: boolean;
  readonly [key: string]: unknown;
}

export interface Call {
  readonly args: Payload;
  readonly world: World;
  /** Base of the addresses that answers contain, without a slash at the end: `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Note what the validator found, for the journal. */
  readonly breached: (breaches: readonly Breach[]) => void;
}

export interface Method {
  /** The call needs one of these scopes; empty: none. */
  readonly scopes: readonly string[] | ((call: Call) => readonly string[]);
  readonly run: (call: Call) => Reply;
}

export function done(payload: Payload = {}): Reply {
  return { ok: true, ...payload };
}

export function refuse(error: string, details: Payload = {}): Reply {
  return { ok: false, error, ...details };
}

export function missing(...fields: readonly string[]): Reply {
  return refuse("invalid_arguments", {
    response_metadata: { messages: fields.map((field) => `[ERROR] missing required field: ${field}`) },
  });
}

/** A message as the API shows it. */
export function messagePayload(world: World, message: StoredMessage): Payload {
  const { scenario } = world;
  return {
    user: message.user,
    type: "message",
    ts: message.ts,
    text: message.text,
    team: world.workspace.findPerson(message.user)?.teamId ?? scenario.team.id,
    ...(message.byBot
      ? {
          bot_id: scenario.app.botId,
          app_id: scenario.app.id,
          bot_profile: {
            id: scenario.app.botId,
            app_id: scenario.app.id,
            user_id: message.user,
            name: world.bot.name,
            deleted: false,
            team_id: scenario.team.id,
          },
        }
      : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.editedAt === null ? {} : { edited: { user: message.user, ts: message.editedAt } }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.files.length > 0
      ? { files: message.files.map(({ id, name, title, content }) => ({ id, name, title, size: content.length })) }
      : {}),
    ...(message.reactions.length > 0
      ? {
          reactions: message.reactions.map(({ name, users }) => ({ name, users: [...users], count: users.length })),
        }
      : {}),
  };
}

/** A conversation that the bot may know of, by its id. */
export function visibleConversation(world: World, id: string | undefined): StoredConversation | undefined {
  const found = id === undefined ? undefined : world.workspace.findConversation(id);
  if (found === undefined || (found.isPrivate && !found.members.has(world.bot.id))) return undefined;
  return found;
}

/** Cuts a list as `limit` and `cursor` ask. */
export function page<T>(
  items: readonly T[],
  args: Payload,
  fallback: number,
): { readonly items: readonly T[]; readonly cursor: string } | undefined {
  const cursor = args["cursor"];
  const start = typeof cursor === "string" && cursor !== "" ? readCursor(cursor) : 0;
  if (start === undefined) return undefined;
  const asked = Number(args["limit"] ?? fallback);
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 1000) : fallback;
  const end = start + limit;
  return { items: items.slice(start, end), cursor: end < items.length ? btoa(`next:${end}`) : "" };
}

function readCursor(cursor: string): number | undefined {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8"));
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
