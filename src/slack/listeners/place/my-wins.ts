import type { App } from "@slack/bolt";
import { parseWins } from "../../../command/parse-wins.ts";
import { keptMark } from "../../../evidence/filing-state.ts";
import type { Filing, Owner, Win } from "../../../evidence/types.ts";
import { readerOf } from "../../../place/my-place.ts";
import { localDay } from "../../../wins/days.ts";
import { MY_KEEP, MY_SEE, MY_WINS, WINS_COMMAND } from "../../ids.ts";
import type { MyPage } from "../../place-desk.ts";
import { goneView } from "../../views/wins/not-saved.ts";
import { seenForm } from "../../views/wins/seen.ts";
import { shownModal } from "../../views/wins/shown-modal.ts";
import { decodeWins, NEWEST } from "../../wins-code.ts";
import { ownerOf } from "../envelope.ts";
import { type MyParts, onPress } from "./press.ts";

/** `/wins payments last month`, the pages of that list, and what a person does about words that changed under a win. */
export function registerMyWins(app: App, parts: MyParts): void {
  const { place, home } = parts;
  const { log, catalogue, find, now } = place;

  app.command(WINS_COMMAND, async ({ ack, body, command }) => {
    const owner = ownerOf(body, command.user_id);
    const profile = await log.profile(owner);
    const tz = place.people.known(owner)?.tz ?? profile?.tz ?? null;
    const filter = parseWins(command.text ?? "", catalogue(), readerOf(profile, catalogue()), localDay(now(), tz));
    const { text, blocks } = await place.view(owner, { kind: "wins", page: { ...NEWEST, filter } }, "message");

    await ack({ response_type: "ephemeral", text, blocks: [...blocks] });
  });

  onPress(app, MY_WINS, parts, async (press) => {
    await press.done();
    await press.show({ kind: "wins", page: decodeWins(press.value) });
  });

  async function filingOf(owner: Owner, value: unknown): Promise<{ win: Win; filing: Filing } | undefined> {
    const [, id = "", criterionId = ""] =
      typeof value === "string" ? (/^([0-9a-z]{26})\.(.{1,200})$/s.exec(value) ?? []) : [];
    const win = id === "" ? undefined : await log.get(owner, id);
    const filing = win?.filings.find((one) => one.criterionId === criterionId);
    return win === undefined || filing === undefined ? undefined : { win, filing };
  }

  onPress(app, MY_SEE, parts, async (press, client) => {
    const found = await filingOf(press.owner, press.value);
    await press.done();
    const view =
      found === undefined
        ? shownModal("Not here", goneView())
        : seenForm(found.win, found.filing, { find, frameworks: catalogue().frameworks });
    await client.views.open({ trigger_id: press.trigger, view });
  });

  onPress(app, MY_KEEP, parts, async (press, client) => {
    const found = await filingOf(press.owner, press.value);
    if (found !== undefined) {
      const kept = { ...found.filing, keptAs: keptMark(find(found.filing.criterionId)) };
      await log.file(press.owner, found.win.id, kept);
      found.filing = kept;
    }
    await press.done();
    home.changed(press.owner);
    if (press.inModal && press.viewId !== undefined) {
      const view =
        found === undefined
          ? shownModal("Not here", goneView())
          : seenForm(found.win, found.filing, { find, frameworks: catalogue().frameworks });
      await client.views.update({ view_id: press.viewId, view });
    } else if (!press.inHome) {
      await press.show(CHANGED);
    }
  });
}

const CHANGED: MyPage = { kind: "wins", page: { ...NEWEST, filter: { changed: true } } };
