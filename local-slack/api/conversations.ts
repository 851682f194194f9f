/** `conversations.*`: where the bot may look. */

import { flagAt, textAt } from "../payload.ts";
import type { StoredConversation } from "../workspace.ts";
import type { World } from "../world.ts";
import {
  type Call,
  done,
  type Method,
  messagePayload,
  page,
  type Reply,
  refuse,
  visibleConversation,
} from "./reply.ts";

export const conversationMethods: { readonly [name: string]: Method } = {
  "conversations.list": { scopes: listScopes, run: list },
  "conversations.info": { scopes: (call) => byKind(call, "read"), run: info },
  "conversations.members": { scopes: (call) => byKind(call, "read"), run: members },
  "conversations.history": { scopes: (call) => byKind(call, "history"), run: history },
  "conversations.open": { scopes: ["im:write"], run: open },
  "conversations.join": { scopes: ["channels:join"], run: join },
};

const familyOfType = new Map([
  ["public_channel", "channels"],
  ["private_channel", "groups"],
  ["mpim", "mpim"],
  ["im", "im"],
]);

function askedTypes({ args }: Call): readonly string[] {
  return (textAt(args, "types") ?? "public_channel").split(",").map((type) => type.trim());
}

function listScopes(call: Call): readonly string[] {
  return askedTypes(call).flatMap((type) => {
    const family = familyOfType.get(type);
    return family === undefined ? [] : [`${family}:read`];
  });
}

function byKind({ args, world }: Call, right: "read" | "history"): readonly string[] {
  const conversation = world.workspace.findConversation(textAt(args, "channel") ?? "");
  if (conversation?.kind === "dm") return [`im:${right}`];
  return conversation?.isPrivate === true ? [`groups:${right}`] : [`channels:${right}`];
}

function list(call: Call): Reply {
  const { world, args } = call;
  const types = askedTypes(call);
  if (types.some((type) => !familyOfType.has(type))) return refuse("invalid_types");
  const known = world.workspace.conversations().filter((conversation) => {
    if (conversation.isPrivate && !conversation.members.has(world.bot.id)) return false;
    return types.includes(typeOf(conversation));
  });
  const cut = page(known, args, 100);
  if (cut === undefined) return refuse("invalid_cursor");
  return done({
    channels: cut.items.map((conversation) => ({
      ...conversationPayload(world, conversation),
      ...(conversation.kind === "channel" ? { num_members: conversation.members.size } : {}),
    })),
    response_metadata: { next_cursor: cut.cursor },
  });
}

function info({ args, world }: Call): Reply {
  const conversation = visibleConversation(world, textAt(args, "channel"));
  if (conversation === undefined) return refuse("channel_not_found");
  const channel = conversationPayload(world, conversation);
  return done({
    channel: flagAt(args, "include_num_members") ? { ...channel, num_members: conversation.members.size } : channel,
  });
}

function members({ args, world }: Call): Reply {
  const conversation = visibleConversation(world, textAt(args, "channel"));
  if (conversation === undefined) return refuse("channel_not_found");
  const cut = page([...conversation.members], args, 100);
  if (cut === undefined) return refuse("invalid_cursor");
  return done({ members: cut.items, response_metadata: { next_cursor: cut.cursor } });
}

function history({ args, world }: Call): Reply {
  const conversation = visibleConversation(world, textAt(args, "channel"));
  if (conversation === undefined) return refuse("channel_not_found");
  if (!conversation.members.has(world.bot.id)) return refuse("not_in_channel");
  const oldest = Number(textAt(args, "oldest") ?? 0);
  const latest = Number(textAt(args, "latest") ?? Number.POSITIVE_INFINITY);
  const inclusive = flagAt(args, "inclusive");
  const shown = conversation.messages
    .filter(({ ts, onlyFor, threadTs }) => {
      if (onlyFor !== null || threadTs !== null) return false;
      const at = Number(ts);
      return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
    })
    .sort((one, other) => Number(other.ts) - Number(one.ts));
  const cut = page(shown, args, 100);
  if (cut === undefined) return refuse("invalid_cursor");
  const withMetadata = flagAt(args, "include_all_metadata");
  return done({
    messages: cut.items.map((message) => {
      const { metadata, ...rest } = messagePayload(world, message);
      return withMetadata && metadata !== undefined ? { ...rest, metadata } : rest;
    }),
    has_more: cut.cursor !== "",
    pin_count: 0,
    ...(cut.cursor === "" ? {} : { response_metadata: { next_cursor: cut.cursor } }),
  });
}

function open({ args, world }: Call): Reply {
  const channel = textAt(args, "channel");
  const users = (textAt(args, "users") ?? "").split(",").filter((user) => user !== "");
  if (channel === undefined && users.length === 0) return refuse("users_list_not_supplied");
  if (users.length > 1) return refuse("not_enough_users");
  const dm = channel === undefined ? openWith(world, users[0] ?? "") : visibleConversation(world, channel);
  if (dm === undefined) return refuse(channel === undefined ? "user_not_found" : "channel_not_found");
  return done({
    channel: flagAt(args, "return_im") ? conversationPayload(world, dm) : { id: dm.id },
  });
}

function openWith(world: World, user: string): StoredConversation | undefined {
  const person = world.workspace.people().find(({ id, deleted }) => id === user && !deleted);
  return person === undefined ? undefined : world.workspace.openDm(person.id);
}

function join({ args, world }: Call): Reply {
  const conversation = visibleConversation(world, textAt(args, "channel"));
  if (conversation === undefined) return refuse("channel_not_found");
  if (conversation.kind !== "channel") return refuse("method_not_supported_for_channel_type");
  conversation.members.add(world.bot.id);
  return done({ channel: conversationPayload(world, conversation) });
}

function typeOf(conversation: StoredConversation): string {
  if (conversation.kind === "dm") return "im";
  return conversation.isPrivate ? "private_channel" : "public_channel";
}

function conversationPayload(world: World, conversation: StoredConversation) {
  const common = {
    id: conversation.id,
    created: conversation.created,
    is_archived: false,
    is_org_shared: false,
    context_team_id: world.scenario.team.id,
    updated: conversation.created * 1000,
  };
  if (conversation.kind === "dm") {
    return { ...common, is_im: true, user: conversation.name, is_user_deleted: false, priority: 0 };
  }
  const shared = [...conversation.members].some((id) => world.workspace.findPerson(id)?.isStranger === true);
  return {
    ...common,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: !conversation.isPrivate,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: conversation.isPrivate,
    is_general: conversation.name === "general",
    is_shared: shared,
    is_ext_shared: shared,
    is_pending_ext_shared: false,
    unlinked: 0,
    creator: world.scenario.people[0]?.id ?? world.bot.id,
    is_member: conversation.members.has(world.bot.id),
    topic: { value: conversation.topic, creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
    previous_names: [],
  };
}
