/** Uploading a file in Slack's three steps, and canvases, which are only kept. */

import { isPayload, listAt, payloadAt, textAt } from "../payload.ts";
import type { StoredFile } from "../workspace.ts";
import type { World } from "../world.ts";
import { type Call, done, type Method, missing, type Reply, refuse, visibleConversation } from "./reply.ts";

export const fileMethods: { readonly [name: string]: Method } = {
  "files.getUploadURLExternal": { scopes: ["files:write"], run: getUploadUrl },
  "files.completeUploadExternal": { scopes: ["files:write"], run: complete },
  "canvases.create": { scopes: ["canvases:write"], run: createCanvas },
};

function getUploadUrl({ args, world, origin }: Call): Reply {
  const name = textAt(args, "filename");
  const length = Number(textAt(args, "length"));
  if (name === undefined) return missing("filename");
  if (!Number.isInteger(length) || length <= 0) return missing("length");
  const id = `F${crypto.randomUUID().replaceAll("-", "").slice(0, 10).toUpperCase()}`;
  world.uploads.set(id, { name, length, content: undefined });
  return done({ upload_url: `${origin}/upload/${id}`, file_id: id });
}

function complete({ args, world }: Call): Reply {
  const asked = listAt(args, "files").filter(isPayload);
  if (asked.length === 0) return missing("files");
  const files: StoredFile[] = [];
  for (const one of asked) {
    const id = textAt(one, "id") ?? "";
    const upload = world.uploads.get(id);
    if (upload?.content === undefined) return refuse("file_not_found");
    files.push({ id, name: upload.name, title: textAt(one, "title") ?? upload.name, content: upload.content });
  }
  const target = textAt(args, "channel_id");
  if (target !== undefined) {
    const conversation = visibleConversation(world, target);
    if (conversation === undefined) return refuse("channel_not_found");
    if (!conversation.members.has(world.bot.id)) return refuse("not_in_channel");
    world.workspace.post(conversation, {
      user: world.bot.id,
      text: textAt(args, "initial_comment") ?? "",
      files,
      threadTs: textAt(args, "thread_ts") ?? null,
    });
    world.changed();
  }
  for (const file of files) world.uploads.delete(file.id);
  return done({ files: files.map(({ id, title }) => ({ id, title })) });
}

/** Takes the bytes of an upload; the answer is the HTTP status and text. */
export function receiveUpload(
  world: World,
  id: string,
  body: string,
): { readonly status: number; readonly text: string } {
  const upload = world.uploads.get(id);
  if (upload === undefined) return { status: 404, text: "file_not_found" };
  upload.content = body;
  return { status: 200, text: `OK - ${Buffer.byteLength(body)}` };
}

function createCanvas({ args, world }: Call): Reply {
  const id = `F${crypto.randomUUID().replaceAll("-", "").slice(0, 10).toUpperCase()}`;
  const markdown = textAt(payloadAt(args, "document_content"), "markdown") ?? "";
  world.canvases.set(id, { title: textAt(args, "title") ?? "", markdown });
  return done({ canvas_id: id });
}
