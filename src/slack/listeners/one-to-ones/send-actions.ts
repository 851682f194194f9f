import type { App } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import type { Owner } from "../../../evidence/types.ts";
import { prepare } from "../../../one-to-ones/prepare.ts";
import type { Copy } from "../../../one-to-ones/types.ts";
import type { TakenBack } from "../../copy-post.ts";
import { ONE_PREVIEW, ONE_RECEIVE, ONE_SEND, ONE_SENT, ONE_STOP, ONE_WITHDRAW } from "../../ids.ts";
import type { OneDesk } from "../../one-desk.ts";
import {
  type CannotSend,
  cannotSendView,
  copyView,
  emptyCopyView,
  isEmptyCopy,
  neverArrivedView,
  notYetView,
  previewView,
  receivedView,
  receivingView,
  sentListView,
  sentView,
  stoppedView,
  takenBackView,
  tooOldView,
  withdrawnView,
} from "../../views/one-to-ones/copy.ts";
import { goneView } from "../../views/one-to-ones/list.ts";
import type { View } from "../../views/render.ts";
import { onOne } from "./press.ts";

/** From one person to another: never without a preview, never more than the preview, and only to somebody who may get it. */
export function registerSendActions(app: App, desk: OneDesk): void {
  const { book, copies, people, nameOf } = desk;

  onOne(app, desk, ONE_PREVIEW, async ({ owner, id, day, show }) => {
    const found = await desk.find(owner, id, day);
    if (found === undefined) {
      await show(goneView());
      return;
    }
    const { one, turn } = found;
    const about = { oneToOne: id, day: turn.day, to: one.with };
    const why = await cannotSend(desk, owner, one.with);
    const preparation = await prepare(desk, owner, one, turn);

    if (why !== undefined) await show(cannotSendView(about, why, nameOf));
    else if (isEmptyCopy(preparation)) await show(emptyCopyView(`${id}.${turn.day}`));
    else {
      const me = await people.glance(owner);
      const copy = await book.keepCopy(owner, {
        ...about,
        view: copyView(preparation, me?.name ?? owner.user, nameOf),
      });
      await show(previewView(copy, laidOut(copy), nameOf));
    }
  });

  onOne(app, desk, ONE_SEND, async ({ owner, value, done, show }) => {
    const [, id = "", oneToOne = "", day = ""] = SEND.exec(value) ?? [];
    const copy = await book.copy(owner, id);
    const why = copy === undefined ? undefined : await cannotSend(desk, owner, copy.to);
    if (copy === undefined) await show((await desk.find(owner, oneToOne)) ? tooOldView({ oneToOne, day }) : goneView());
    else if (copy.state === "imported") await show(goneView());
    else if (copy.state === "withdrawn") await show(withdrawnView(copy, nameOf));
    else if (why !== undefined) await show(cannotSendView(copy, why, nameOf));
    else {
      const claimed = await book.claimCopy(owner, id);
      await done();
      await (claimed ? copies.send(owner, copy, await messageOf(desk, owner, copy)) : copies.settled(owner, id));
      const state = (await book.copy(owner, id))?.state;
      if (state === "preview") await show(cannotSendView(copy, "refused", nameOf));
      else await show(state === "withdrawn" ? withdrawnView(copy, nameOf) : sentView(copy, nameOf));
    }
  });

  onOne(app, desk, ONE_WITHDRAW, async ({ owner, id, client, done, show }) => {
    const copy = await book.copy(owner, id);
    if (copy === undefined || copy.state === "imported") {
      await show(goneView());
      return;
    }
    await done();
    await people.look({ team: owner.team, user: copy.to });
    const instead = takenBackView((await people.glance(owner))?.name ?? "Somebody");
    const became = await copies.takeBack(owner, id, instead, client);
    await show(became === undefined ? goneView() : afterwards[became](copy, nameOf));
  });

  onOne(app, desk, ONE_SENT, async ({ owner, id, show }) => {
    const found = await desk.find(owner, id);
    if (found === undefined) {
      await show(goneView());
      return;
    }
    const sent = await book.sentCopies(owner, id);
    await Promise.all([...new Set(sent.map(({ to }) => to))].map((user) => people.glance({ team: owner.team, user })));
    await show(sentListView(found.one, sent, nameOf));
  });

  onOne(app, desk, ONE_STOP, async ({ owner, value, tell }) => {
    if (!USER.test(value)) return;
    await book.receive(owner, value, false);
    const person = await people.look({ team: owner.team, user: value });
    await tell(stoppedView({ id: value, name: person?.name ?? "that person" }));
  });

  onOne(app, desk, ONE_RECEIVE, async ({ owner, value, show }) => {
    if (!USER.test(value)) return;
    await book.receive(owner, value, true);
    await show(receivingView((await people.glance({ team: owner.team, user: value }))?.name ?? "that person"));
  });
}

const afterwards: Readonly<Record<TakenBack, (copy: Copy, nameOf: OneDesk["nameOf"]) => View>> = {
  withdrawn: withdrawnView,
  "not-yet": notYetView,
  "never-arrived": neverArrivedView,
};

/** Of the copy, and of what it can be prepared from again once it is no longer kept. */
const SEND = /^([0-9a-z]{26})(?:\.([0-9a-z]{26})\.(\d{4}-\d\d-\d\d))?$/;

const USER = /^[UW][A-Z0-9]{1,30}$/;

/** Of the same workspace, no guest, no app, and still there. Whether they take such messages at all is theirs alone to know. */
async function cannotSend({ people }: OneDesk, owner: Owner, to: string): Promise<CannotSend | undefined> {
  const person = await people.look({ team: owner.team, user: to });
  if (person === undefined) return "unknown";
  return person.unreachable ?? (person.standing === "member" ? undefined : person.standing);
}

async function messageOf({ people }: OneDesk, owner: Owner, copy: Copy): Promise<View> {
  const name = people.nameOf(owner.user) ?? (await people.glance(owner))?.name ?? owner.user;
  return receivedView(laidOut(copy), { id: owner.user, name });
}

/** As it was kept: blocks that this program made. */
function laidOut({ view }: Copy): View {
  return { text: view.text, blocks: view.blocks as readonly KnownBlock[] as KnownBlock[] };
}
