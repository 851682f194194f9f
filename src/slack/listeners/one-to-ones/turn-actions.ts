import type { App } from "@slack/bolt";
import { instantOn } from "../../../nudges/time/local-day.ts";
import { nextSlot } from "../../../nudges/time/next-slot.ts";
import { planMeeting } from "../../../one-to-ones/plans.ts";
import { prepare } from "../../../one-to-ones/prepare.ts";
import { isDay, readable } from "../../../one-to-ones/set-up.ts";
import type { OneToOne, TurnNotes } from "../../../one-to-ones/types.ts";
import { dayThere, lastTurn, nextTurn, ruleOf, turnOn } from "../../../one-to-ones/when.ts";
import {
  ONE_AGREED,
  ONE_AGREED_FORM,
  ONE_EDIT,
  ONE_EDIT_FORM,
  ONE_MOVE,
  ONE_MOVE_FORM,
  ONE_NO_FOLLOW_UP,
  ONE_PREPARE,
  ONE_SKIP,
  ONE_UNSKIP,
} from "../../ids.ts";
import type { OneDesk } from "../../one-desk.ts";
import { agreedForm, editForm, FIELD, moveForm } from "../../views/one-to-ones/forms.ts";
import { goneView } from "../../views/one-to-ones/list.ts";
import { agreedView, movedView, noFollowUpView, skippedView } from "../../views/one-to-ones/turn.ts";
import { chosenAll, chosenDay, chosenTime, readAbout, typed, writeAbout } from "./form-fields.ts";
import { onOne } from "./press.ts";
import { type FormAnswer, onForm } from "./submitted.ts";

const gone: FormAnswer = { kind: "shown", title: "Not here", view: goneView() };

/** What can be done about one turn of a 1:1. */
export function registerTurnActions(app: App, desk: OneDesk): void {
  const { book, nameOf, now } = desk;

  /**
   * The turn that words about what was agreed belong to. Of one that has not begun nothing was agreed: they belong to the last. A day that is
   * past stays one, whatever the rule became since.
   */
  function dayOfWords(one: OneToOne, notes: readonly TurnNotes[], day: string): string | undefined {
    const turn = turnOn(one, notes, day);

    if (turn !== undefined && turn.at > now()) {
      return lastTurn(one, notes, now())?.day ?? day;
    }
    return turn !== undefined || (isDay(day) && day < dayThere(one.zone, now())) ? day : undefined;
  }

  onOne(app, desk, ONE_PREPARE, async ({ owner, id, day, show }) => show(await desk.preparation(owner, id, day)));

  onOne(app, desk, ONE_EDIT, async ({ owner, id, day, open, show }) => {
    const found = await desk.find(owner, id, day);
    if (found === undefined) {
      await show(goneView());
      return;
    }
    const preparation = await prepare(desk, owner, found.one, found.turn);
    await open(editForm(preparation, writeAbout({ id, day: found.turn.day }), nameOf));
  });

  onForm(app, desk, ONE_EDIT_FORM, async ({ owner, view }) => {
    const { id = "", day } = readAbout(view);
    const found = await desk.find(owner, id, day);
    if (found === undefined) return gone;
    const { one, turn } = found;
    const shown = await prepare(desk, owner, one, turn);
    const left = new Set(chosenAll(view, FIELD.leftIn));

    for (const point of shown.points) {
      const block = FIELD.point(point.id);
      if (view.state.values[block] === undefined) continue;
      const words = readable(typed(view, block));
      if (words === undefined) await book.closePoint(owner, point.id);
      else if (words !== point.text) await book.changePoint(owner, point.id, words);
    }
    await book.noteTurn(owner, id, turn.day, {
      remark: readable(typed(view, FIELD.remark)) ?? null,
      ...(view.state.values[FIELD.leftIn] === undefined
        ? {}
        : { leftOut: shown.wins.map((win) => win.id).filter((win) => !left.has(win)) }),
    });
    return { kind: "shown", title: "Saved", view: await desk.preparation(owner, id, turn.day, "Saved.") };
  });

  onOne(app, desk, ONE_SKIP, async ({ owner, id, day, show }) => {
    const one = await book.get(owner, id);
    if (one === undefined || turnOn(one, await book.turns(owner, id), day) === undefined) {
      await show(goneView());
      return;
    }
    await book.noteTurn(owner, id, day, { skipped: true });
    await planMeeting(desk, owner, one);
    const next = nextTurn(one, await book.turns(owner, id), now());
    await desk.find(owner, id);
    await show(skippedView({ oneToOne: one, nameOf, now: now() }, day, next));
    desk.changed(owner);
  });

  onOne(app, desk, ONE_UNSKIP, async ({ owner, id, day, show }) => {
    const one = await book.get(owner, id);
    if (one !== undefined && isDay(day)) {
      await book.noteTurn(owner, id, day, { skipped: false });
      await planMeeting(desk, owner, one);
    }
    await show(await desk.preparation(owner, id, day, "On again."));
    desk.changed(owner);
  });

  onOne(app, desk, ONE_MOVE, async ({ owner, id, day, open, show }) => {
    const found = await desk.find(owner, id, day);
    if (found === undefined) await show(goneView());
    else await open(moveForm(found.one, found.turn, writeAbout({ id, day: found.turn.day }), nameOf));
  });

  onForm(app, desk, ONE_MOVE_FORM, async ({ owner, view }) => {
    const { id = "", day = "" } = readAbout(view);
    const one = await book.get(owner, id);
    const notes = await book.turns(owner, id);
    const turn = one === undefined ? undefined : turnOn(one, notes, day);
    if (one === undefined || turn === undefined) return gone;
    const to = { day: chosenDay(view, FIELD.day) ?? "", time: chosenTime(view, FIELD.time) ?? "" };
    const timeOk = /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(to.time);
    const at = isDay(to.day) && timeOk ? instantOn(one.zone, Temporal.PlainDate.from(to.day), to.time) : undefined;
    const own = instantOn(one.zone, Temporal.PlainDate.from(day), one.time) ?? 0;

    if (at === undefined || at <= now()) {
      return { kind: "errors", errors: { [FIELD.day]: "Choose a day and time that are still to come." } };
    }
    if (at === turn.at) {
      return { kind: "errors", errors: { [FIELD.day]: "That is when it takes place already." } };
    }
    if (at >= nextSlot(ruleOf(one), own).at) {
      return {
        kind: "errors",
        errors: { [FIELD.day]: "The one after takes place before that. Skip this one instead." },
      };
    }
    await book.noteTurn(owner, id, day, { moved: to, skipped: false });
    await planMeeting(desk, owner, one);
    desk.look();
    const found = await desk.find(owner, id, day);
    return found === undefined
      ? gone
      : { kind: "shown", title: "Moved", view: movedView({ oneToOne: one, nameOf, now: now() }, found.turn) };
  });

  onOne(app, desk, ONE_AGREED, async ({ owner, id, day, open, show }) => {
    const one = await book.get(owner, id);
    const notes = one === undefined ? [] : await book.turns(owner, id);
    const about = one === undefined ? undefined : dayOfWords(one, notes, day);
    if (about === undefined) await show(goneView());
    else
      await open(agreedForm(writeAbout({ id, day: about }), notes.find((turn) => turn.day === about)?.agreed ?? null));
  });

  onForm(app, desk, ONE_AGREED_FORM, async ({ owner, view }) => {
    const { id = "", day = "" } = readAbout(view);
    const agreed = readable(typed(view, FIELD.words));
    const one = await book.get(owner, id);
    if (agreed === undefined) return { kind: "errors", errors: { [FIELD.words]: "Write a line, or close this." } };
    if (one === undefined || dayOfWords(one, await book.turns(owner, id), day) !== day) return gone;
    await desk.find(owner, id);
    await book.noteTurn(owner, id, day, { agreed });
    return { kind: "shown", title: "Written down", view: agreedView({ oneToOne: one, nameOf }, { day, agreed }) };
  });

  onOne(app, desk, ONE_NO_FOLLOW_UP, async ({ owner, id, show }) => {
    const one = await book.change(owner, id, { followUp: false });
    if (one !== undefined) await planMeeting(desk, owner, one);
    await desk.find(owner, id);
    await show(one === undefined ? goneView() : noFollowUpView({ oneToOne: one, nameOf }));
  });
}
