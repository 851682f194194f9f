import type { App, MessageShortcut } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Owner } from "../../../evidence/types.ts";
import { MOST_WORDS, readable } from "../../../one-to-ones/set-up.ts";
import { ONE_POINT, ONE_POINT_FORM, ONE_WHICH, POINT_SHORTCUT } from "../../ids.ts";
import type { OneDesk } from "../../one-desk.ts";
import { handedText } from "../../rich-text/handed-text.ts";
import { FIELD, oneShown, pointForm } from "../../views/one-to-ones/forms.ts";
import { goneView } from "../../views/one-to-ones/list.ts";
import { noMeetingView } from "../../views/one-to-ones/no-meeting.ts";
import { pointAddedView } from "../../views/one-to-ones/turn.ts";
import type { View } from "../../views/render.ts";
import { ownerOf } from "../envelope.ts";
import { chosen, readAbout, typed, writeAbout } from "./form-fields.ts";
import { membersOnlyView, onOne } from "./press.ts";
import { onForm } from "./submitted.ts";

/** Points from anywhere: a button, a message, a typed line. */
export function registerPoints(app: App, desk: OneDesk): void {
  const { book, nameOf } = desk;

  onOne(app, desk, ONE_POINT, async ({ owner, id, open, show }) => {
    const one = await book.get(owner, id);
    if (one === undefined) {
      await show(goneView());
      return;
    }
    await desk.people.glance({ team: owner.team, user: one.with });
    await open(pointForm(writeAbout({}), { ones: [one], words: "", source: null }, nameOf));
  });

  onForm(app, desk, ONE_POINT_FORM, async ({ owner, view, gesture }) => {
    const words = readable(typed(view, FIELD.words));
    if (words === undefined) return { kind: "errors", errors: { [FIELD.words]: "Write a line, or close this." } };
    const permalink = readAbout(view).permalink ?? null;
    const added = await addPoint(desk, owner, chosen(view, FIELD.which) ?? "", { words, permalink, gesture });
    return { kind: "shown", title: "Point added", view: added ?? goneView() };
  });

  onOne(app, desk, ONE_WHICH, async ({ owner, value, show }) => {
    const [, id = "", draftId = ""] = /^([0-9a-z]{26})\.([0-9a-z]{26})$/.exec(value) ?? [];
    const draft = await desk.log.draft(owner, draftId);
    const point = { words: draft?.text ?? "", permalink: null, gesture: `draft:${draftId}` };
    const added = draft === undefined ? undefined : await addPoint(desk, owner, id, point);
    if (added !== undefined) await desk.log.dropDraft(owner, draftId);
    await show(added ?? goneView());
  });

  app.shortcut<MessageShortcut>(
    { callback_id: POINT_SHORTCUT, type: "message_action" },
    async ({ ack, body, client }) => {
      await ack();
      const owner = ownerOf(body, body.user.id);
      const { message, channel } = body;
      const byBot = "bot_id" in message && message["bot_id"] !== undefined;
      const words = byBot ? "" : handedText(message.text ?? "", desk.people.learnName);
      const thread = typeof message["thread_ts"] === "string" ? message["thread_ts"] : undefined;
      await openPoint(desk, client, body.trigger_id, {
        owner,
        words,
        permalink: desk.permalink(channel.id, message.ts, thread),
        author: message.user ?? null,
      });
    },
  );
}

interface Handed {
  readonly owner: Owner;
  readonly words: string;
  readonly permalink: string | null;
  readonly author: string | null;
}

/** The form with these words in it, for whichever 1:1 they are meant. Too many for one input: the first, and the link leads to the rest. */
async function openPoint(
  desk: OneDesk,
  client: WebClient,
  trigger: string,
  { owner, words, permalink, author }: Handed,
): Promise<void> {
  const ones = await desk.book.list(owner);
  const member = (desk.people.known(owner)?.standing ?? "member") === "member";
  const link = permalink === null ? {} : { permalink };
  const view = !member
    ? oneShown("Not saved", membersOnlyView())
    : ones.length === 0
      ? oneShown("Add a point", noMeetingView(words, desk.nameOf))
      : pointForm(
          writeAbout(link),
          { ones, words: words.slice(0, MOST_WORDS), source: permalink, author },
          desk.nameOf,
        );

  await client.views.open({ trigger_id: trigger, view });
}

/** Undefined where that 1:1 is not the owner's. */
export async function addPoint(
  desk: OneDesk,
  owner: Owner,
  id: string,
  point: { readonly words: string; readonly permalink: string | null; readonly gesture: string },
): Promise<View | undefined> {
  const { words: text, permalink, gesture } = point;
  const added = await desk.book.addPoint(owner, id, { text, permalink }, gesture);
  const found = await desk.find(owner, id);

  if (added === undefined || found === undefined) {
    return undefined;
  }
  desk.changed(owner);
  return pointAddedView({ oneToOne: found.one, nameOf: desk.nameOf }, added.text, found.turn);
}
