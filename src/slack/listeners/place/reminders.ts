import type { App } from "@slack/bolt";
import { type NudgeSettings, settingsProblems } from "../../../one-to-ones/nudge-settings.ts";
import { planNudge } from "../../../one-to-ones/plans.ts";
import { newTerms } from "../../../one-to-ones/set-up.ts";
import { MY_NUDGE_DAY, MY_NUDGE_HOUR, MY_NUDGE_OFF, MY_ONE } from "../../ids.ts";
import { readOnScreen } from "../../screen.ts";
import { setUpForm } from "../../views/one-to-ones/set-up-form.ts";
import { writeAbout } from "../one-to-ones/form-fields.ts";
import { type MyParts, onPress, type Press } from "./press.ts";

/** The steps of set-up that offer nudges and a 1:1: the same choices as in their own places, and on with the next step after them. */
export function registerReminderSteps(app: App, parts: MyParts): void {
  const { ones, home, place } = parts;

  type Read = (what: string, time: string) => Partial<NudgeSettings> | null;

  async function choose(press: Press, read: Read) {
    const { what, screen } = readOnScreen(press.value, place.catalogue());
    const before = await ones.settings(press.owner);
    const hours = await ones.plans.workingHours(press.owner);
    const chosen = read(what, before.time >= hours.from && before.time < hours.to ? before.time : hours.from);
    const settings = { ...before, pausedUntil: null, ...chosen };
    const fits = chosen !== null && settingsProblems(settings, hours, ones.now()).length === 0;

    if (fits) await planNudge(ones, press.owner, settings);
    await press.done();
    ones.look();
    if (!press.inHome) home.changed(press.owner);
    await press.show(
      screen.kind === "set-up" ? screen : { kind: "set-up", step: "nudges" },
      fits ? undefined : "That does not lie within your working hours any more, so nothing has changed.",
    );
  }

  onPress(app, MY_NUDGE_DAY, parts, (press) =>
    choose(press, (what, time) => {
      const weekday = ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => `${day}` === what);
      return weekday === undefined ? null : { on: true, weekday, time };
    }),
  );
  onPress(app, MY_NUDGE_HOUR, parts, (press) => choose(press, (time) => ({ on: true, time })));
  onPress(app, MY_NUDGE_OFF, parts, (press) => choose(press, () => ({ on: false })));

  onPress(app, MY_ONE, parts, async (press, client) => {
    await press.done();
    const terms = newTerms(await ones.zoneOf(press.owner), ones.now());
    const view = setUpForm(terms, writeAbout({}), true);
    const opened = await client.views.open({ trigger_id: press.trigger, view });
    const form = opened.view?.id;
    // In Home the form says itself what it did, over the step that is drawn again.
    if (form !== undefined && !press.inHome) {
      ones.returns.keep(form, () => press.show({ kind: "set-up", step: "one-to-one" }));
    }
  });
}
