import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Owner } from "../../../evidence/types.ts";
import { gatherExport } from "../../../export/gather.ts";
import { takeIn } from "../../../export/take-in.ts";
import { MY_FORGET, MY_IMPORT, MY_IMPORT_FORM } from "../../ids.ts";
import { HOME } from "../../screen.ts";
import { sendExport } from "../../send-export.ts";
import { importedSentence, importForm, JSON_TEXT, PART } from "../../views/home/import-form.ts";
import { shownModal } from "../../views/wins/shown-modal.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import { ownerOf } from "../envelope.ts";
import { type MyParts, onPress } from "./press.ts";

/** Everything out, everything in, everything gone. */
export function registerMyData(app: App, parts: MyParts): void {
  const { place, home, ones } = parts;
  const { log } = place;

  onPress(app, MY_FORGET, parts, async (press) => {
    if (press.value === "no") {
      await press.done();
      await press.show(press.inHome ? HOME : { kind: "me" });
      return;
    }
    if (press.value !== "yes") {
      await press.done();
      await press.show({ kind: "forget" });
      return;
    }
    const wins = await log.forget(press.owner);
    parts.held.forget(press.owner);
    await press.done();
    home.forget(press.owner);
    await press.show({ kind: "forgotten", wins });
  });

  onPress(app, MY_IMPORT, parts, async (press, client) => {
    await press.done();
    await client.views.open({ trigger_id: press.trigger, view: importForm() });
  });

  app.view(MY_IMPORT_FORM, async ({ ack, body, view }) => {
    const owner = ownerOf(body, body.user.id);
    const { values } = view.state;
    const json = Object.keys(values)
      .filter((block) => PART.test(block))
      .toSorted((a, b) => Number(a.slice(5)) - Number(b.slice(5)))
      .map((block) => values[block]?.[JSON_TEXT]?.value ?? "")
      .join("");

    if ((place.people.known(owner)?.standing ?? "member") !== "member") {
      await ack({
        response_action: "update",
        view: shownModal("Import", sentenceView("Nothing is stored for guests, so nothing was imported.")),
      });
      return;
    }
    const taken = await takeIn(owner, json, ones);

    if (taken.kind === "unreadable") {
      const why = taken.reasons.slice(0, 3).join(" ").slice(0, 1500);
      await ack({ response_action: "errors", errors: { "part-1": `Nothing was imported. ${why}` } });
      return;
    }
    await ack({ response_action: "update", view: shownModal("Imported", sentenceView(importedSentence(taken))) });
    home.changed(owner);
  });
}

/** After the answer is out: gathers and uploads. Nothing for those who store nothing. */
export function exportLater(owner: Owner, { place, later, ones }: MyParts, client: WebClient): void {
  later.run("send an export", async () => {
    const person = await place.people.look(owner);
    if (person !== undefined && person.standing !== "member") {
      const { text, blocks } = sentenceView("Nothing is stored for guests, so there is nothing to send.");
      await client.chat.postMessage({ channel: owner.user, text, blocks: [...blocks] });
    } else {
      const exported = await gatherExport(owner, ones);
      for (const { with: user } of exported.oneToOnes) await place.people.look({ team: owner.team, user });
      await sendExport(owner, exported, client, (user) => place.people.nameOf(user) ?? undefined);
    }
  });
}
