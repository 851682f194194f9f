import type { App } from "@slack/bolt";
import type { Framework, Topic } from "../../../catalogue/types.ts";
import type { Owner } from "../../../evidence/types.ts";
import { focusNow, isTarget, MOST_FOCUS, toggledFocus, wordingOf } from "../../../place/focus.ts";
import { MY_FOCUS, MY_NOTE, MY_NOTE_FORM, MY_OPPORTUNITY } from "../../ids.ts";
import { onScreen, readOnScreen, type TopicScreen } from "../../screen.ts";
import { MOST_NOTE, NOTE, noteForm } from "../../views/home/note-form.ts";
import { ownerOf } from "../envelope.ts";
import { type MyParts, onPress, type Press } from "./press.ts";

const MOST_FOCUSED = `Three things at most are in focus, so that it stays one. Take one of the ${MOST_FOCUS} out first.`;
const MOST_FORMS = 500;
const GONE = "That is no longer in the framework, so nothing has changed.";

/** Focus, and "no opportunity yet": saved at a press, taken back by the same button, with a note when the person wants to add one. */
export function registerNotes(app: App, parts: MyParts): void {
  const { place, home } = parts;
  const { log, catalogue, find } = place;
  const focusOf = async (owner: Owner) => focusNow(await log.focus(owner), find);
  const noteOf = async (owner: Owner, id: string | null) =>
    (await log.opportunityNotes(owner)).find(({ criterionId }) => (find(criterionId)?.id ?? criterionId) === id);

  /** What a button on a topic's page is about; undefined when it is not there any more, or never was. */
  function aboutOf(value: unknown) {
    const { what, screen } = readOnScreen(value, catalogue());
    if (screen.kind !== "topic") return { screen, target: undefined };
    const framework = catalogue().frameworks.find(({ path }) => path === screen.framework);
    const topic = framework?.topics.find(({ name }) => name === screen.topic);
    const criterionId = what === "topic" ? null : what;
    const there =
      framework !== undefined &&
      topic !== undefined &&
      (criterionId === null || wordingOf(topic, criterionId) !== null);
    return { screen, target: there ? { framework, topic, criterionId, on: screen } : undefined };
  }

  /** Messages that a form was opened from, to be drawn again when it is saved. Home is drawn anyway. */
  const returns = new Map<string, () => Promise<void>>();

  function keepReturn(form: string | undefined, press: Press, screen: TopicScreen): void {
    if (form === undefined || press.inHome) return;
    for (const old of returns.keys()) {
      if (returns.size < MOST_FORMS) break;
      returns.delete(old);
    }
    returns.set(form, () => press.show(screen));
  }

  onPress(app, MY_FOCUS, parts, async (press) => {
    const { screen, target } = aboutOf(press.value);
    const focus = target === undefined ? undefined : toggledFocus(await focusOf(press.owner), target);
    if (focus !== undefined) await log.saveFocus(press.owner, focus);
    await press.done();
    if (!press.inHome) home.changed(press.owner);
    await press.show(screen, target === undefined ? GONE : focus === undefined ? MOST_FOCUSED : undefined);
  });

  onPress(app, MY_OPPORTUNITY, parts, async (press) => {
    const { screen, target } = aboutOf(press.value);
    const id = target?.criterionId ?? null;
    if (id !== null) {
      const noted = await noteOf(press.owner, id);
      if (noted !== undefined) await log.removeOpportunityNote(press.owner, noted.criterionId);
      else await log.saveOpportunityNote(press.owner, id, null);
    }
    await press.done();
    if (!press.inHome) home.changed(press.owner);
    await press.show(screen, id === null ? GONE : undefined);
  });

  onPress(app, `${MY_NOTE}-opportunity`, parts, async (press, client) => {
    const { screen, target } = aboutOf(press.value);
    const id = target?.criterionId ?? null;
    const note = (await noteOf(press.owner, id))?.note ?? null;
    await press.done();
    if (target === undefined || id === null) {
      await press.show(screen, GONE);
      return;
    }
    const view = noteForm({
      title: "No opportunity yet",
      about: wordingOf(target.topic, id) ?? "",
      label: "Why, in your own words",
      value: note,
      metadata: `o|${onScreen(id, target.on)}`,
    });
    const opened = await client.views.open({ trigger_id: press.trigger, view });
    keepReturn(opened.view?.id, press, target.on);
  });

  for (const ending of ["focus", "topic"]) {
    onPress(app, `${MY_NOTE}-${ending}`, parts, async (press, client) => {
      const { screen, target } = aboutOf(press.value);
      const focused = (await focusOf(press.owner)).find((one) => target !== undefined && isTarget(one, target));
      await press.done();
      if (target === undefined || focused === undefined) {
        await press.show(screen, GONE);
        return;
      }
      const view = noteForm({
        title: "Note on the focus",
        about: focused.wording ?? target.topic.title,
        label: "What you want to pay attention to",
        value: focused.note,
        metadata: `f|${onScreen(target.criterionId ?? "topic", target.on)}`,
      });
      const opened = await client.views.open({ trigger_id: press.trigger, view });
      keepReturn(opened.view?.id, press, target.on);
    });
  }

  app.view(MY_NOTE_FORM, async ({ ack, body, view }) => {
    const owner = ownerOf(body, body.user.id);
    const about: unknown = view.private_metadata;
    const [, kind = "", value = ""] = typeof about === "string" ? (/^([of])\|(.{1,600})$/s.exec(about) ?? []) : [];
    const { target } = aboutOf(value);
    const typed = view.state.values[NOTE]?.[NOTE]?.value ?? "";
    const note = typed.trim() === "" ? null : typed.slice(0, MOST_NOTE);
    const member = (place.people.known(owner)?.standing ?? "member") === "member";

    if (target !== undefined && member) await saveNote(kind, target, note, owner);
    await ack();
    home.changed(owner);
    const show = returns.get(view.id);
    returns.delete(view.id);
    await show?.();
  });

  async function saveNote(
    kind: string,
    target: { framework: Framework; topic: Topic; criterionId: string | null; on: TopicScreen },
    note: string | null,
    owner: Owner,
  ): Promise<void> {
    if (kind === "o" && target.criterionId !== null) {
      const noted = await noteOf(owner, target.criterionId);
      await log.saveOpportunityNote(owner, noted?.criterionId ?? target.criterionId, note);
    } else if (kind === "f") {
      const focus = await focusOf(owner);
      await log.saveFocus(
        owner,
        focus.map((one) => (isTarget(one, target) ? { ...one, note } : one)),
      );
    }
  }
}
