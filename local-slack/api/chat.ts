/** `chat.*`: what the bot says. */

import { breachDetails, messageBreaches } from "../breaches.ts";
import { isBlock, isPayload, type Payload, parseJson, structureAt, textAt } from "../payload.ts";
import type { Block, Breach } from "../protocol.ts";
import type { StoredConversation } from "../workspace.ts";
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

const longestPost = 40_000;
const longestUpdate = 4_000;

type Content =
  | {
      readonly ok: true;
      readonly text: string;
      readonly blocks: readonly Block[] | undefined;
      readonly breaches: readonly Breach[];
    }
  | { readonly ok: false; readonly reply: Reply; readonly breaches: readonly Breach[] };

/** Reads and checks text and blocks; also for `response_url` and the answer to a command. */
export function readContent(payload: Payload, longest = longestPost): Content {
  const text = textAt(payload, "text") ?? "";
  const given = payload["blocks"];
  const blocks =
    given === undefined || given === null ? undefined : typeof given === "string" ? parseJson(given) : given;
  if (given !== undefined && given !== null && !Array.isArray(blocks)) {
    return { ok: false, reply: refuse("invalid_blocks_format"), breaches: [] };
  }
  if (text.length > longest) return { ok: false, reply: refuse("msg_too_long"), breaches: [] };
  const { slack, ours } = messageBreaches({ ...payload, ...(blocks === undefined ? {} : { blocks }), text });
  if (slack.length > 0)
    return { ok: false, reply: refuse("invalid_blocks", breachDetails(slack)), breaches: [...slack, ...ours] };
  const list = Array.isArray(blocks) ? blocks.filter(isBlock) : undefined;
  const attachments = structureAt(payload, "attachments");
  if (text === "" && (list ?? []).length === 0 && !(Array.isArray(attachments) && attachments.length > 0)) {
    return { ok: false, reply: refuse("no_text"), breaches: ours };
  }
  return { ok: true, text, blocks: list, breaches: ours };
}

export const chatMethods: { readonly [name: string]: Method } = {
  "chat.postMessage": { scopes: ["chat:write"], run: postMessage },
  "chat.postEphemeral": { scopes: ["chat:write"], run: postEphemeral },
  "chat.update": { scopes: ["chat:write"], run: update },
  "chat.delete": { scopes: ["chat:write"], run: remove },
  "chat.getPermalink": { scopes: [], run: getPermalink },
};

function postMessage({ args, world, breached }: Call): Reply {
  const target = textAt(args, "channel");
  if (target === undefined) return missing("channel");
  const conversation = postTarget(world, target);
  if (conversation === undefined) return refuse("channel_not_found");
  if (!conversation.members.has(world.bot.id) && !world.scopes.has("chat:write.public"))
    return refuse("not_in_channel");
  const content = readChecked(args, breached);
  if (!content.ok) return content.reply;
  const metadata = structureAt(args, "metadata");
  if (args["metadata"] !== undefined && !isMetadata(metadata)) return refuse("invalid_metadata_format");
  const message = world.workspace.post(conversation, {
    user: world.bot.id,
    text: content.text,
    blocks: content.blocks ?? [],
    breaches: content.breaches,
    metadata,
    threadTs: textAt(args, "thread_ts") ?? null,
  });
  world.changed();
  return done({ channel: conversation.id, ts: message.ts, message: messagePayload(world, message) });
}

function postEphemeral({ args, world, breached }: Call): Reply {
  const channel = textAt(args, "channel");
  const user = textAt(args, "user");
  if (channel === undefined || user === undefined) return missing(channel === undefined ? "channel" : "user");
  const conversation = postTarget(world, channel);
  if (conversation === undefined) return refuse("channel_not_found");
  if (!conversation.members.has(world.bot.id)) return refuse("not_in_channel");
  if (!conversation.members.has(user)) return refuse("user_not_in_channel");
  const content = readChecked(args, breached);
  if (!content.ok) return content.reply;
  const { ts } = world.workspace.post(conversation, {
    user: world.bot.id,
    text: content.text,
    blocks: content.blocks ?? [],
    breaches: content.breaches,
    onlyFor: user,
  });
  world.changed();
  return done({ message_ts: ts });
}

function update({ args, world, breached }: Call): Reply {
  const found = ownMessage(args, world, "cant_update_message");
  if (!found.ok) return found.reply;
  const { conversation, message } = found;
  const content = readChecked(args, breached, longestUpdate);
  if (!content.ok) return content.reply;
  message.text = content.text;
  message.breaches = content.breaches;
  if (content.blocks !== undefined) message.blocks = world.workspace.withBlockIds(content.blocks);
  const metadata = structureAt(args, "metadata");
  if (isMetadata(metadata)) message.metadata = metadata;
  message.editedAt = world.workspace.nextTs();
  world.changed();
  return done({
    channel: conversation.id,
    ts: message.ts,
    text: message.text,
    message: messagePayload(world, message),
  });
}

function remove({ args, world }: Call): Reply {
  const found = ownMessage(args, world, "cant_delete_message");
  if (!found.ok) return found.reply;
  const { conversation, message } = found;
  conversation.messages.splice(conversation.messages.indexOf(message), 1);
  world.changed();
  return done({ channel: conversation.id, ts: message.ts });
}

function getPermalink({ args, world }: Call): Reply {
  const conversation = visibleConversation(world, textAt(args, "channel"));
  if (conversation === undefined) return refuse("channel_not_found");
  const message = conversation.messages.find(
    ({ ts, onlyFor }) => ts === textAt(args, "message_ts") && onlyFor === null,
  );
  if (message === undefined) return refuse("message_not_found");
  const permalink = `https://${world.scenario.team.domain}.slack.com/archives/${conversation.id}/p${message.ts.replace(".", "")}`;
  return done({ channel: conversation.id, permalink });
}

function readChecked(args: Payload, breached: Call["breached"], longest = longestPost): Content {
  const content = readContent(args, longest);
  breached(content.breaches);
  return content;
}

/** A conversation id, `#name`, a name, or a person's id, which opens the DM. */
function postTarget(world: World, target: string): StoredConversation | undefined {
  const person = world.workspace.people().find(({ id, deleted }) => id === target && !deleted);
  if (person !== undefined) return world.workspace.openDm(person.id);
  const name = target.replace(/^#/, "");
  return (
    visibleConversation(world, target) ??
    world.workspace.conversations().find((other) => other.kind === "channel" && !other.isPrivate && other.name === name)
  );
}

function ownMessage(args: Payload, world: World, notOwn: string) {
  const conversation = visibleConversation(world, textAt(args, "channel"));
  if (conversation === undefined) return { ok: false as const, reply: refuse("channel_not_found") };
  const message = conversation.messages.find(({ ts, onlyFor }) => ts === textAt(args, "ts") && onlyFor === null);
  if (message === undefined) return { ok: false as const, reply: refuse("message_not_found") };
  if (!message.byBot) return { ok: false as const, reply: refuse(notOwn) };
  return { ok: true as const, conversation, message };
}

function isMetadata(value: unknown): value is Payload {
  return isPayload(value) && typeof value["event_type"] === "string" && isPayload(value["event_payload"]);
}
