import type { App } from "@slack/bolt";
import type { Profile } from "../../../evidence/types.ts";
import { MY_EMOJI, MY_FRAMEWORK, MY_LEVEL, MY_SCREEN, MY_SET_UP, MY_SUB_LEVEL } from "../../ids.ts";
import { decodeIntent } from "../../intent-code.ts";
import type { MyPage } from "../../place-desk.ts";
import { decodeScreen, HOME, readOnScreen, type Screen } from "../../screen.ts";
import { type MyParts, onPress, type Press } from "./press.ts";

/** Set-up and settings: each choice is saved when it is made, and leads on. */
export function registerChoices(app: App, parts: MyParts): void {
  const { place, home } = parts;
  const { log, catalogue, people, now } = place;

  async function save({ owner, done, inHome }: Press, changes: Partial<Profile>): Promise<void> {
    const tz = people.known(owner)?.tz ?? null;
    await log.saveProfile(owner, { ...changes, ...(tz === null ? {} : { tz }) });
    await done();
    if (!inHome) home.changed(owner);
  }

  const at = () => new Date(now()).toISOString();

  onPress(app, MY_SCREEN, parts, async (press) => {
    await press.done();
    await press.show(decodeScreen(press.value, catalogue()));
  });

  onPress(app, MY_FRAMEWORK, parts, async (press) => {
    const { what, screen } = readOnScreen(press.value, catalogue());
    const decoded = decodeIntent(what, catalogue());
    const path = "intent" in decoded && decoded.intent.kind === "framework" ? decoded.intent.framework : null;
    const framework = catalogue().frameworks.find((one) => one.path === path);

    if (framework === undefined) {
      await press.done();
      await press.show(screen, "That framework is no longer here. Choose another.");
      return;
    }
    const before = await log.profile(press.owner);
    const other = before?.framework !== framework.path;
    await save(press, {
      framework: framework.path,
      ...(other && before?.level !== undefined && (before.level ?? 0) > framework.levels
        ? { level: null, subLevel: null }
        : {}),
      setUpAt: before?.setUpAt ?? at(),
    });
    await press.show(screen.kind === "settings" ? screen : { kind: "set-up", step: "level" });
  });

  onPress(app, MY_LEVEL, parts, async (press) => {
    const { what, screen } = readOnScreen(press.value, catalogue());
    const profile = await log.profile(press.owner);
    const framework = catalogue().frameworks.find(({ path }) => path === profile?.framework);
    const level = /^[1-9]\d{0,3}$/.test(what) ? Number(what) : null;
    const there = what === "none" || (level !== null && framework !== undefined && level <= framework.levels);

    if (there) await save(press, level === null ? { level, subLevel: null } : { level });
    else await press.done();
    await press.show(
      screen.kind === "settings" ? screen : { kind: "set-up", step: "nudges" },
      there ? undefined : "That level is no longer in your framework, so nothing has changed.",
    );
  });

  onPress(app, MY_SUB_LEVEL, parts, async (press) => {
    const { what, screen } = readOnScreen(press.value, catalogue());
    if (/^[A-E]$/.test(what)) await save(press, { subLevel: what });
    else if (what === "none") await save(press, { subLevel: null });
    else await press.done();
    await press.show(settingsOr(screen));
  });

  onPress(app, MY_EMOJI, parts, async (press) => {
    const { what, screen } = readOnScreen(press.value, catalogue());
    if (what === "on" || what === "off") await save(press, { emojiCapture: what === "on" });
    else await press.done();
    await press.show(settingsOr(screen));
  });

  onPress(app, MY_SET_UP, parts, async (press) => {
    await save(press, { setUpAt: at() });
    await press.show(press.inHome ? HOME : { kind: "me" });
  });
}

function settingsOr(screen: Screen): MyPage {
  return screen.kind === "set-up" ? screen : { kind: "settings" };
}
