/** `reactions.*`, and the one way a reaction is put on a message, which people share. */

import { textAt } from "../payload.ts";
import type { StoredMessage } from "../workspace.ts";
import type { World } from "../world.ts";
import {
  type Call,
  done,
  type Method,
  messagePayload,
  missing,
  type Reply,
  refuse,
  visibleConversation,
} from "./reply.ts";

export const reactionMethods: { readonly [name: string]: Method } = {
  "reactions.add": { scopes: ["reactions:write"], run: (call) => change(call, addReaction) },
  "reactions.remove": { scopes: ["reactions:write"], run: (call) => change(call, removeReaction) },
  "reactions.get": { scopes: ["reactions:read"], run: get },
};

type ReactionError = "already_reacted" | "no_reaction" | "invalid_name";

/** undefined: done. */
export function addReaction(message: StoredMessage, user: string, name: string): ReactionError | undefined {
  if (!/^[\w+'-]+(::skin-tone-[2-6])?$/.test(name)) return "invalid_name";
  const found = message.reactions.find((reaction) => reaction.name === name);
  if (found === undefined) message.reactions.push({ name, users: [user] });
  else if (found.users.includes(user)) return "already_reacted";
  else found.users.push(user);
  return undefined;
}

/** undefined: done. */
export function removeReaction(message: StoredMessage, user: string, name: string): ReactionError | undefined {
  const found = message.reactions.find((reaction) => reaction.name === name);
  if (found === undefined || !found.users.includes(user)) return "no_reaction";
  found.users.splice(found.users.indexOf(user), 1);
  if (found.users.length === 0) message.reactions.splice(message.reactions.indexOf(found), 1);
  return undefined;
}

function change(call: Call, apply: typeof addReaction): Reply {
  const { args, world } = call;
  const name = textAt(args, "name");
  if (name === undefined) return missing("name");
  const found = findMessage(world, textAt(args, "channel"), textAt(args, "timestamp"));
  if (typeof found === "string") return refuse(found);
  const error = apply(found.message, world.bot.id, name);
  if (error !== undefined) return refuse(error);
  world.changed();
  return done();
}

function get({ args, world }: Call): Reply {
  const found = findMessage(world, textAt(args, "channel"), textAt(args, "timestamp"));
  if (typeof found === "string") return refuse(found);
  return done({ type: "message", channel: found.channel, message: messagePayload(world, found.message) });
}

function findMessage(world: World, channel: string | undefined, ts: string | undefined) {
  const conversation = visibleConversation(world, channel);
  if (conversation === undefined) return "channel_not_found";
  const message = conversation.messages.find((other) => other.ts === ts && other.onlyFor === null);
  return message === undefined ? "message_not_found" : { channel: conversation.id, message };
}
