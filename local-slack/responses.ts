/** What the bot answers to an interaction: in the acknowledgement of a command, or later through a `response_url`. */

import { readContent } from "./api/chat.ts";
import { type Reply, refuse } from "./api/reply.ts";
import { flagAt, isPayload, type Payload, textAt } from "./payload.ts";
import type { Breach } from "./protocol.ts";
import type { ResponseTarget } from "./response-urls.ts";
import type { World } from "./world.ts";

export interface ResponseResult {
  readonly status: number;
  readonly body: Reply | "ok";
  readonly breaches: readonly Breach[];
}

/** Applies one answer at its target: a new message, a replacement or a deletion. */
export function applyResponse(world: World, target: ResponseTarget, payload: Payload): ResponseResult {
  const conversation = world.workspace.findConversation(target.channel);
  if (conversation === undefined) return failed("channel_not_found");
  const original = target.ts === null ? undefined : conversation.messages.find(({ ts }) => ts === target.ts);
  if (flagAt(payload, "delete_original")) {
    if (original === undefined || !original.byBot) return failed("message_not_found");
    conversation.messages.splice(conversation.messages.indexOf(original), 1);
    world.changed();
    return { status: 200, body: "ok", breaches: [] };
  }
  const content = readContent(payload);
  if (!content.ok) return { status: 400, body: content.reply, breaches: content.breaches };
  if (flagAt(payload, "replace_original") && target.ts !== null) {
    if (original === undefined || !original.byBot) return failed("message_not_found");
    original.text = content.text;
    original.blocks = world.workspace.withBlockIds(content.blocks ?? []);
    original.breaches = content.breaches;
    original.editedAt = world.workspace.nextTs();
  } else {
    const inChannel = textAt(payload, "response_type") === "in_channel";
    world.workspace.post(conversation, {
      user: world.bot.id,
      text: content.text,
      blocks: content.blocks ?? [],
      breaches: content.breaches,
      ...(inChannel ? {} : { onlyFor: target.user }),
    });
  }
  world.changed();
  return { status: 200, body: "ok", breaches: content.breaches };
}

/** `POST /response/<id>`. */
export function answerThroughUrl(world: World, id: string, payload: unknown): ResponseResult {
  const use = world.responseUrls.use(id);
  if (!use.ok) return { status: 404, body: refuse(use.error), breaches: [] };
  if (!isPayload(payload)) return failed("invalid_payload", 400);
  return applyResponse(world, use.target, payload);
}

/** The body of a command's acknowledgement, as a message; undefined: nothing to show. */
export function commandAnswer(body: unknown): Payload | undefined {
  if (typeof body === "string") return body === "" ? undefined : { text: body };
  if (!isPayload(body)) return undefined;
  return body["text"] === undefined && body["blocks"] === undefined ? undefined : body;
}

function failed(error: string, status = 404): ResponseResult {
  return { status, body: refuse(error), breaches: [] };
}
