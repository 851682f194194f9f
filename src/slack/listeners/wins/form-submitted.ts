import type { AckFn, App, ViewResponseAction, ViewSubmitAction } from "@slack/bolt";
import { parseNewWin } from "../../../evidence/parse-new-win.ts";
import type { Owner } from "../../../evidence/types.ts";
import { StoreBusyError, StoreFullError } from "../../../store/store-errors.ts";
import type { Handed } from "../../../wins/captured.ts";
import { localDay } from "../../../wins/days.ts";
import { WIN_FORM } from "../../ids.ts";
import { BLOCK } from "../../views/wins/form.ts";
import { goneView, handBack } from "../../views/wins/not-saved.ts";
import { shownModal } from "../../views/wins/shown-modal.ts";
import { checkWhoLater, type Reply, type WinDesk } from "../../win-desk.ts";
import { isForeign, ownerOf } from "../envelope.ts";
import { chosenFilings, fileAs } from "./form-criteria.ts";
import { type FormFields, type FormFor, formErrors, readForm, readFormFor } from "./form-state.ts";
import { zoneOf } from "./open-form.ts";

type Ack = AckFn<ViewResponseAction>;
interface Submitted {
  readonly desk: WinDesk;
  readonly owner: Owner;
  readonly body: ViewSubmitAction;
  readonly fields: FormFields;
  readonly ack: Ack;
}

/** The form comes back. Until its words are on disk it stays open with all of them, whatever is wrong. */
export function registerFormSubmitted(app: App, desk: WinDesk): void {
  app.view<ViewSubmitAction>(WIN_FORM, async ({ ack, body, client, view }) => {
    const owner = ownerOf(body, body.user.id);
    const fields = readForm(view);
    const form = readFormFor(view.private_metadata);
    const submitted: Submitted = { desk, owner, body, fields, ack };

    try {
      if (form?.for === "new") {
        await submitNew(submitted, form, (modal) => client.views.update({ view_id: view.id, view: modal }));
      } else if (form?.for === "draft") {
        await submitDraft(submitted, form.id);
      } else {
        await submitChange(submitted, form?.id ?? "");
      }
    } catch (error) {
      if (!(error instanceof StoreBusyError || error instanceof StoreFullError)) throw error;
      await ack(stays(fields, unsavedSentence(error instanceof StoreBusyError ? "busy" : "full")));
    }
  });
}

async function submitNew(
  submitted: Submitted,
  form: Extract<FormFor, { for: "new" }>,
  update: (modal: ReturnType<typeof shownModal>) => Promise<unknown>,
): Promise<void> {
  const { desk, owner, body, fields, ack } = submitted;
  const filings = await chosenFilings(submitted);

  if (filings === undefined) {
    await ack(criterionGone());
    return;
  }
  const handed: Handed = {
    owner,
    ...fields,
    filings,
    origin: form.origin,
    source: form.source,
    writtenAt: form.writtenAt ?? desk.now(),
    gesture: `view:${body.view.id}`,
    foreign: isForeign(body, owner.team),
  };
  const reply = await desk.capture(handed, { canShare: false });
  const { captured } = reply;
  const show = captured.kind === "saved" ? desk.returns.take(body.view.id) : undefined;

  if (show === undefined || captured.kind !== "saved") {
    await ack(await answerTo(submitted, reply));
  } else {
    await ack();
    await show({ owner, win: captured.win, title: "Saved" });
  }
  checkWhoLater(desk, handed, reply.captured, (view) => update(shownModal("Not saved", view)));
}

async function answerTo({ desk, owner, fields }: Submitted, reply: Reply): Promise<ViewResponseAction> {
  const { captured, view } = reply;

  switch (captured.kind) {
    case "invalid":
      return { response_action: "errors", errors: formErrors(captured.reasons, fields.parts) };
    case "too-long":
      return stays(fields, tooLongSentence(captured.draft.text.length));
    case "unsaved":
      return stays(fields, unsavedSentence(captured.because));
    case "refused":
      return { response_action: "update", view: shownModal("Not saved", view) };
    case "repeat": {
      if (!captured.differs) return { response_action: "update", view: shownModal("Already saved", view) };
      const remark = "This message is a win already. Edit it here; the words you just typed are below, to copy.";
      const known = await desk.receipt(owner, captured.win, { title: "Already saved", quiet: true, remark });
      const yours = handBack("What you typed:", fields.text);
      return {
        response_action: "update",
        view: shownModal("Already saved", { blocks: [...known.blocks, ...yours.blocks] }),
      };
    }
    default:
      return { response_action: "update", view: shownModal("Saved", view) };
  }
}

async function submitChange({ desk, owner, body, fields, ack }: Submitted, id: string): Promise<void> {
  const win = await desk.log.get(owner, id);

  if (win === undefined) {
    await ack({ response_action: "update", view: shownModal("Not saved", afterAll(goneView().blocks, fields)) });
    return;
  }
  const today = localDay(desk.now(), await zoneOf(desk, owner));
  const parsed = parseNewWin({ ...fields, happenedOn: fields.happenedOn ?? win.happenedOn, origin: win.origin }, today);

  if (parsed.reasons !== undefined) {
    await ack({ response_action: "errors", errors: formErrors(parsed.reasons, fields.parts) });
    return;
  }
  const { text, happenedOn, outcome = null, note = null, people = [], links = [] } = parsed.win;
  const filings = await chosenFilings({ desk, owner, fields }, win.filings);

  if (filings === undefined) {
    await ack(criterionGone());
    return;
  }
  const edited = await desk.log.edit(owner, id, { text, happenedOn, outcome, note, people, links });

  const changed = edited === undefined ? undefined : await fileAs(desk, owner, edited, filings);

  if (changed === undefined) {
    await ack({ response_action: "update", view: shownModal("Not saved", afterAll(goneView().blocks, fields)) });
    return;
  }
  desk.changed(owner);
  const show = desk.returns.take(body.view.id);
  const receipt = await desk.receipt(owner, changed, { title: "Changed", quiet: changed.filings.length > 0 });

  if (show === undefined) {
    await ack({ response_action: "update", view: shownModal("Changed", receipt) });
    return;
  }
  await ack();
  await show({ owner, win: changed, title: "Changed" });
}

async function submitDraft(submitted: Submitted, id: string): Promise<void> {
  const { desk, owner, body, fields, ack } = submitted;
  const draft = await desk.log.draft(owner, id);
  const filings = await chosenFilings(submitted);

  if (filings === undefined) {
    await ack(criterionGone());
    return;
  }
  const handed: Handed = {
    owner,
    ...fields,
    filings,
    origin: draft?.origin ?? "modal",
    source: draft?.source ?? { permalink: null, messageKey: null, author: null },
    writtenAt: desk.now(),
    gesture: `view:${body.view.id}`,
  };

  if (fields.text.length > 12_000) {
    await ack(stays(fields, tooLongSentence(fields.text.length)));
    return;
  }
  const reply = await desk.capture(handed, { canShare: false });

  if (reply.captured.kind === "saved") {
    await desk.log.dropDraft(owner, id);
  }
  await ack(await answerTo(submitted, reply));
}

function criterionGone(): ViewResponseAction {
  const sentence = "One of these is no longer in any framework. Take it out, or choose another.";
  return { response_action: "errors", errors: { [BLOCK.criteria]: sentence } };
}

function stays({ parts }: FormFields, sentence: string): ViewResponseAction {
  return { response_action: "errors", errors: { [BLOCK.text(Math.max(1, parts))]: sentence } };
}

function tooLongSentence(length: number): string {
  return `These are ${length.toLocaleString("en-GB")} characters, and a win holds 12,000. Take some out, or save it in two.`;
}

function unsavedSentence(because: "busy" | "full"): string {
  return because === "busy"
    ? "The database is busy. Nothing is lost: press Save again in a moment."
    : "The disk of this Progression is full, so this cannot be saved yet. Copy your words before you close this.";
}

/** A form that can no longer be saved still gives its words back. */
function afterAll(blocks: ReturnType<typeof goneView>["blocks"], { text }: FormFields) {
  return { blocks: [...blocks, ...handBack("What you typed:", text).blocks] };
}
