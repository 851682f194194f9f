import type { App } from "@slack/bolt";
import { planMeeting, unplanMeeting } from "../../../one-to-ones/plans.ts";
import { isDay, newTerms, parseTerms } from "../../../one-to-ones/set-up.ts";
import { dayThere, isPausedNow, nextTurn } from "../../../one-to-ones/when.ts";
import {
  ONE_CHANGE,
  ONE_LIST,
  ONE_PAUSE,
  ONE_PAUSE_FORM,
  ONE_REMOVE,
  ONE_REMOVE_NOW,
  ONE_RESUME,
  ONE_SET_UP,
  ONE_SET_UP_FORM,
} from "../../ids.ts";
import type { OneDesk } from "../../one-desk.ts";
import { FIELD, pauseForm } from "../../views/one-to-ones/forms.ts";
import { goneView, removeView } from "../../views/one-to-ones/list.ts";
import { setUpForm, TERM, termsErrors } from "../../views/one-to-ones/set-up-form.ts";
import { pausedView } from "../../views/one-to-ones/turn.ts";
import { nameIn } from "../../views/one-to-ones/words.ts";
import { chosen, chosenDay, chosenNumber, chosenTime, chosenUser, readAbout, writeAbout } from "./form-fields.ts";
import { onOne } from "./press.ts";
import { onForm } from "./submitted.ts";

/** Setting up, changing, pausing and removing. */
export function registerListActions(app: App, desk: OneDesk): void {
  const { book, nameOf, now } = desk;

  onOne(app, desk, ONE_LIST, async ({ owner, value, show }) => {
    const [, page = "1"] = /^all\.(\d{1,3})$/.exec(value) ?? [];
    await show(await desk.list(owner, undefined, Number(page)));
  });

  onOne(app, desk, ONE_SET_UP, async ({ owner, open }) => {
    await open(setUpForm(newTerms(await desk.zoneOf(owner), now()), writeAbout({}), true));
  });

  onOne(app, desk, ONE_CHANGE, async ({ owner, id, open, show }) => {
    const one = await book.get(owner, id);
    if (one === undefined) await show(goneView());
    else await open(setUpForm(one, writeAbout({ id }), false, await desk.hereOf(owner, one)));
  });

  onForm(app, desk, ONE_SET_UP_FORM, async ({ owner, view, gesture }) => {
    const { id } = readAbout(view);
    const known = id === undefined ? undefined : await book.get(owner, id);
    const here = known === undefined ? await desk.zoneOf(owner) : await desk.hereOf(owner, known);
    const zone = chosen(view, TERM.zone) === here ? here : (known?.zone ?? here);
    const parsed = parseTerms(
      {
        with: chosenUser(view, TERM.with),
        often: chosen(view, TERM.often),
        firstOn: chosenDay(view, TERM.firstOn),
        time: chosenTime(view, TERM.time),
        zone,
        durationMinutes: chosenNumber(view, TERM.duration),
        leadMinutes: chosenNumber(view, TERM.lead),
        followUp: chosen(view, TERM.followUp) === "yes",
      },
      owner.user,
      dayThere(zone, now()),
      known,
    );

    if (parsed.reasons !== undefined) return { kind: "errors", errors: termsErrors(parsed.reasons) };
    if (id !== undefined && known === undefined) return { kind: "shown", title: "Not here", view: goneView() };
    const other = await desk.people.glance({ team: owner.team, user: parsed.terms.with });
    if (other?.unreachable === "bot") return { kind: "errors", errors: termsErrors(["with"]) };
    const saved =
      known === undefined
        ? await book.create(owner, parsed.terms, gesture)
        : await book.change(owner, known.id, parsed.terms);
    if (saved !== undefined) await planMeeting(desk, owner, saved);
    desk.look();
    return { kind: "shown", title: "Your 1:1s", view: await desk.list(owner, "Saved.") };
  });

  onOne(app, desk, ONE_REMOVE, async ({ owner, id, show }) => {
    const one = await book.get(owner, id);
    await show(one === undefined ? goneView() : removeView(one, (await book.points(owner, id)).length, nameOf));
  });

  onOne(app, desk, ONE_REMOVE_NOW, async ({ owner, id, show }) => {
    // First its reminders: what is removed must not be found by one of them.
    await unplanMeeting(desk, owner, id);
    const removed = await book.remove(owner, id);
    await show(await desk.list(owner, removed ? "Removed." : "It was not here any more."));
    desk.changed(owner);
  });

  onOne(app, desk, ONE_PAUSE, async ({ owner, id, open, show }) => {
    const found = await desk.find(owner, id);
    if (found === undefined) {
      await show(goneView());
      return;
    }
    const { one } = found;
    const inAMonth = Temporal.PlainDate.from(dayThere(one.zone, now())).add({ weeks: 4 }).toString();
    await open(pauseForm(writeAbout({ id }), inAMonth, nameIn(nameOf, one.with)));
  });

  onForm(app, desk, ONE_PAUSE_FORM, async ({ owner, view }) => {
    const one = await book.get(owner, readAbout(view).id ?? "");
    const day = chosenDay(view, FIELD.day) ?? "";
    if (one === undefined) return { kind: "shown", title: "Not here", view: goneView() };
    if (!isDay(day) || day <= dayThere(one.zone, now())) {
      return { kind: "errors", errors: { [FIELD.day]: "Choose a day that is still to come." } };
    }
    // A pause that is made longer began when it began.
    const pausedAt = isPausedNow(one, now()) ? one.pausedAt : new Date(now()).toISOString();
    const pause = { pausedUntil: day, pausedAt };
    const oneToOne = { ...one, ...pause };
    await book.change(owner, one.id, pause);
    await planMeeting(desk, owner, oneToOne);
    const next = nextTurn(oneToOne, await book.turns(owner, one.id), now());
    return { kind: "shown", title: "Paused", view: pausedView({ oneToOne, nameOf, now: now() }, next) };
  });

  onOne(app, desk, ONE_RESUME, async ({ owner, id, show }) => {
    const paused = await book.get(owner, id);
    const today = paused === undefined ? null : dayThere(paused.zone, now());
    const one = await book.change(owner, id, { pausedUntil: today });
    if (one !== undefined) await planMeeting(desk, owner, one);
    desk.look();
    await show(await desk.list(owner, one === undefined ? "It was not here any more." : "On again."));
    desk.changed(owner);
  });
}
