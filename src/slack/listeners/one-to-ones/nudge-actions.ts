import type { App } from "@slack/bolt";
import { instantOn } from "../../../nudges/time/local-day.ts";
import type { Weekday } from "../../../nudges/time/rule.ts";
import { isZone, zoneNamed } from "../../../nudges/time/rule.ts";
import type { WorkingHours } from "../../../nudges/time/working-hours.ts";
import { lessOften, type NudgeSettings, settingsProblems } from "../../../one-to-ones/nudge-settings.ts";
import { askAgain, nudgeDue, planAllMeetings, planNudge } from "../../../one-to-ones/plans.ts";
import { isDay } from "../../../one-to-ones/set-up.ts";
import { dayThere } from "../../../one-to-ones/when.ts";
import {
  NUDGE_FORM,
  NUDGE_LESS,
  NUDGE_NEXT_WEEK,
  NUDGE_RESUME,
  NUDGE_SETTINGS,
  NUDGE_STOP,
  NUDGE_TOMORROW,
} from "../../ids.ts";
import type { OneDesk } from "../../one-desk.ts";
import {
  lessOftenView,
  resumedNudgesView,
  snoozedView,
  stoppedNudgesView,
  unfitNudgesView,
} from "../../views/nudges/nudge.ts";
import { SETTING, settingsErrors, settingsForm } from "../../views/nudges/settings-form.ts";
import { chosen, chosenAll, chosenDay, chosenTime, typed } from "./form-fields.ts";
import { onOne } from "./press.ts";
import { type OneForm, onForm } from "./submitted.ts";

/** The buttons of a nudge, each of which says in its place what it did, and the settings. */
export function registerNudgeActions(app: App, desk: OneDesk): void {
  const { plans, now } = desk;

  const snooze = (action: string, days: (settings: NudgeSettings) => number) =>
    onOne(app, desk, action, async ({ owner, show }) => {
      const settings = await desk.settings(owner);
      const due = settings.on ? await askAgain(desk, owner, settings, days(settings)) : undefined;
      await show(due === undefined ? stoppedNudgesView() : snoozedView(due, settings));
      desk.changed(owner);
    });

  snooze(NUDGE_TOMORROW, () => 1);
  snooze(NUDGE_NEXT_WEEK, ({ weekday, zone }) => {
    const today = Temporal.PlainDate.from(dayThere(zone, now()));
    return 7 - today.dayOfWeek + weekday;
  });

  onOne(app, desk, NUDGE_LESS, async ({ owner, value, show }) => {
    const before = await desk.settings(owner);
    // How often it was when this button was made: the second press of a double click finds it done, and changes nothing.
    const [, then = `${before.weeks}`] = /^nudge\.([124])$/.exec(value) ?? [];
    const weeks = before.weeks > Number(then) ? before.weeks : lessOften(before);
    const settings = { ...before, weeks };
    const changed = before.on && weeks !== before.weeks;
    const due = changed ? await planNudge(desk, owner, settings) : await nudgeDue(desk, owner);
    await show(due === null ? stoppedNudgesView() : lessOftenView(settings, due, changed));
    desk.changed(owner);
  });

  onOne(app, desk, NUDGE_STOP, async ({ owner, show }) => {
    await planNudge(desk, owner, { ...(await desk.settings(owner)), on: false });
    await show(stoppedNudgesView());
    desk.changed(owner);
  });

  onOne(app, desk, NUDGE_RESUME, async ({ owner, show }) => {
    const before = await desk.settings(owner);
    const paused = before.pausedUntil !== null && before.pausedUntil > now();
    const settings = { ...before, on: true, pausedUntil: paused ? before.pausedUntil : null };
    const fits = settingsProblems(settings, await plans.workingHours(owner), now()).length === 0;
    const due = fits ? await planNudge(desk, owner, settings) : null;
    await show(due === null ? (fits ? stoppedNudgesView() : unfitNudgesView()) : resumedNudgesView(settings, due));
    desk.changed(owner);
  });

  onOne(app, desk, NUDGE_SETTINGS, async ({ owner, open }) => {
    const settings = await desk.settings(owner);
    const { pausedUntil, zone } = settings;
    const pausedOn = pausedUntil === null || pausedUntil <= now() ? null : dayThere(zone, pausedUntil);
    await open(settingsForm(settings, await plans.workingHours(owner), pausedOn, desk.unseen()));
  });

  onForm(app, desk, NUDGE_FORM, async (form) => {
    const { owner } = form;
    const { settings, hours: days } = readSettings(form, await desk.settings(owner));
    const { zone } = settings;
    const hours = { ...days, zone, zoneChosen: zone !== (await desk.zoneOf(owner)) };
    const problems = settingsProblems(settings, hours, now());
    if (problems.length > 0) return { kind: "errors", errors: settingsErrors(problems) };

    await plans.saveWorkingHours(owner, hours, now());
    await planAllMeetings(desk, owner);
    const due = await planNudge(desk, owner, settings);
    desk.look();
    const view = due === null ? stoppedNudgesView() : resumedNudgesView(settings, due);
    return { kind: "shown", title: "Nudge settings", view };
  });
}

function readSettings({ view }: OneForm, before: NudgeSettings): { settings: NudgeSettings; hours: WorkingHours } {
  const often = chosen(view, SETTING.often);
  const weeks = ([1, 2, 4] as const).find((one) => `${one}` === often) ?? before.weeks;
  const wanted = typed(view, SETTING.zone).trim();
  const zone = zoneNamed(wanted) ?? wanted;
  const pause = chosenDay(view, SETTING.pause);
  const pausedUntil =
    pause === null || !isZone(zone)
      ? null
      : isDay(pause)
        ? (instantOn(zone, Temporal.PlainDate.from(pause), "00:00") ?? 0)
        : 0;

  return {
    settings: {
      on: often === "1" || often === "2" || often === "4",
      weeks,
      weekday: weekdayOf(chosen(view, SETTING.weekday)) ?? before.weekday,
      time: chosenTime(view, SETTING.time) ?? "",
      zone,
      pausedUntil,
    },
    hours: {
      days: chosenAll(view, SETTING.days)
        .map(weekdayOf)
        .filter((day) => day !== undefined)
        .toSorted((a, b) => a - b),
      from: chosenTime(view, SETTING.from) ?? "",
      to: chosenTime(view, SETTING.to) ?? "",
    },
  };
}

function weekdayOf(value: string | null): Weekday | undefined {
  return ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => `${day}` === value);
}
