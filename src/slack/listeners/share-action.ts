import type { App, BlockAction } from "@slack/bolt";
import { RespondError } from "@slack/bolt";
import { SHARE_CANCEL, SHARE_POST, SHARE_PREVIEW, SHARE_WITHDRAW } from "../ids.ts";
import { encodeIntent } from "../intent-code.ts";
import { createRepeats } from "../transport/repeats.ts";
import { answerView } from "../views/answer.ts";
import type { View } from "../views/render.ts";
import { cardMark, couldNotPostView, notOwnerView, sharedCardView, sharePreviewView } from "../views/share.ts";
import type { Desk } from "./desk.ts";
import { ownerOf } from "./envelope.ts";
import { PROGRESSION } from "./progression-command.ts";
import { canShareIn, channelOf, codeOf } from "./surface.ts";

/** Nothing reaches a channel without a press on a button that says so, after a preview of exactly what will stand there. */
export function registerShareAction(app: App, desk: Desk): void {
  /** A preview is posted once, however often its button is pressed. */
  const posts = createRepeats(Date.now);
  const asker = (body: BlockAction) => ({ ...ownerOf(body, body.user.id), command: PROGRESSION });

  app.action<BlockAction>(SHARE_PREVIEW, async ({ ack, action, body, respond }) => {
    await ack();
    const answer = await desk.code(codeOf(action), asker(body));

    await respond({ replace_original: true, ...message(sharePreviewView(answer, channelOf(body).name)) });
  });

  app.action<BlockAction>(SHARE_CANCEL, async ({ ack, action, body, respond }) => {
    await ack();
    const answer = await desk.code(codeOf(action), asker(body));

    await respond({
      replace_original: true,
      ...message(answerView(answer, { kind: "message", canShare: canShareIn(body.channel?.id) })),
    });
  });

  app.action<BlockAction>(SHARE_POST, async ({ ack, action, body, respond }) => {
    await ack();
    const { mark, code } = previewed(codeOf(action));
    const answer = await desk.code(code, asker(body));

    if (encodeIntent(answer.intent) !== code) {
      // What was previewed is gone by now: that is told to the person, not to the channel.
      const gone = answerView(answer, { kind: "message", canShare: false });

      await respond({ replace_original: true, ...message(gone) });
      return;
    }
    if (cardMark(answer) !== mark) {
      await respond({ replace_original: true, ...message(sharePreviewView(answer, channelOf(body).name, true)) });
      return;
    }
    const card = sharedCardView(answer, { id: body.user.id, name: body.user.name ?? body.user.id });

    await posts.once(`${body.channel?.id} ${body.container["message_ts"]} ${body.user.id}`, async () => {
      try {
        await respond({ response_type: "in_channel", replace_original: false, ...message(card) });
      } catch (error) {
        if (!(error instanceof RespondError)) {
          throw error;
        }
        await respond({ replace_original: true, ...message(couldNotPostView()) });
        return;
      }
      await respond({ delete_original: true });
    });
  });

  app.action<BlockAction>(SHARE_WITHDRAW, async ({ ack, action, body, respond }) => {
    await ack();
    if (codeOf(action) === body.user.id) {
      await respond({ delete_original: true });
    } else {
      await respond({ response_type: "ephemeral", replace_original: false, ...message(notOwnerView()) });
    }
  });
}

function previewed(value: unknown): { readonly mark: string; readonly code: string } {
  const [, mark = "", code = ""] =
    typeof value === "string" ? (/^(?:([\w-]{16})~)?(.{1,500})$/s.exec(value) ?? []) : [];
  return { mark, code };
}

function message({ text, blocks }: View) {
  return { text, blocks: [...blocks] };
}
