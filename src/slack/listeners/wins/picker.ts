import type { App, BlockAction, ViewSubmitAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Catalogue, Framework } from "../../../catalogue/types.ts";
import type { Owner, Win } from "../../../evidence/types.ts";
import { findCriteria, type Placed, placeOf } from "../../../wins/find-criteria.ts";
import { filingOf } from "../../../wins/receipt.ts";
import { PICK_CRITERION, PICK_FRAMEWORK, PICK_LEVEL, PICK_TOPIC, WIN_ADD, WIN_PICK } from "../../ids.ts";
import { decodeIntent, encodeIntent } from "../../intent-code.ts";
import { goneView } from "../../views/wins/not-saved.ts";
import { criterionOption, pickerView } from "../../views/wins/picker.ts";
import { shownModal } from "../../views/wins/shown-modal.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import type { WinDesk } from "../../win-desk.ts";
import { ownerOf, winIdOf } from "../envelope.ts";
import { codeOf } from "../surface.ts";
import { zoneOf } from "./open-form.ts";
import { pressedAt } from "./place.ts";

const MOST_OPTIONS = 100;

/** Topic, level, criterion: one press each, or a few letters of the sentence. */
export function registerPicker(app: App, desk: WinDesk): void {
  app.action<BlockAction>(WIN_ADD, async ({ ack, action, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const at = pressedAt(body, { client, respond, desk });
    const win = await desk.log.get(owner, winIdOf(action));
    await ack();

    const view = win === undefined ? undefined : await firstPicker(desk, owner, win);
    if (view === undefined) {
      const why = win === undefined ? goneView() : sentenceView("There is no framework with criteria here yet.");
      await at.replace("Not here", why);
      return;
    }
    const call = { trigger_id: body.trigger_id, view };
    const opened = at.kind === "modal" ? await client.views.push(call) : await client.views.open(call);
    if (opened.view?.id !== undefined) {
      desk.returns.keep(opened.view.id, at.showChange);
    }
  });

  app.action<BlockAction>(/^pick\.(framework|topic|level|criterion)$/, async ({ ack, action, body, client }) => {
    await ack();
    const owner = ownerOf(body, body.user.id);
    const before = readPlace(body.view?.private_metadata ?? "", desk.catalogue());
    const win = before === undefined ? undefined : await desk.log.get(owner, before.win);

    if (before === undefined || win === undefined || body.view === undefined) {
      return;
    }
    const { place, chosen } = moved(before, "action_id" in action ? action.action_id : "", codeOf(action), desk);
    await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: draw(desk, win, place, chosen, await zoneOf(desk, owner)),
    });
  });

  app.options<"block_suggestion">(
    { type: "block_suggestion", action_id: PICK_CRITERION },
    async ({ ack, body, payload }) => {
      const place = readPlace(body.view?.private_metadata ?? "", desk.catalogue());
      const found = place === undefined ? [] : findCriteria(place.framework, place, payload.value ?? "", MOST_OPTIONS);

      await ack({ options: found.map((one) => criterionOption(one, place?.framework ?? { levelPrefix: "" })) });
    },
  );

  app.view<ViewSubmitAction>(WIN_PICK, async ({ ack, body, view }) => {
    const owner = ownerOf(body, body.user.id);
    const place = readPlace(view.private_metadata, desk.catalogue());
    const [block = "", fields = {}] =
      Object.entries(view.state.values).find(([, one]) => one[PICK_CRITERION] !== undefined) ?? [];
    const id = fields[PICK_CRITERION]?.selected_option?.value ?? "";
    const filing =
      place === undefined ? undefined : filingOf(id, desk.catalogue(), place.framework.path, new Date(desk.now()));

    if (filing === undefined && block !== "") {
      await ack({
        response_action: "errors",
        errors: { [block]: "This criterion is no longer in the framework. Choose another." },
      });
      return;
    }
    const win = filing === undefined || place === undefined ? undefined : await desk.log.file(owner, place.win, filing);
    if (win === undefined) {
      await ack({ response_action: "update", view: shownModal("Not here", goneView()) });
      return;
    }
    desk.changed(owner);
    const show = desk.returns.take(body.view.id);
    if (show === undefined) {
      await ack({
        response_action: "update",
        view: shownModal("Added", await desk.receipt(owner, win, { title: "Added" })),
      });
      return;
    }
    await ack();
    await show({ owner, win, title: "Added" });
  });
}

interface PickerPlace {
  readonly win: string;
  readonly framework: Framework;
  readonly topic: string | null;
  readonly level: number | null;
}

async function firstPicker(desk: WinDesk, owner: Owner, win: Win): Promise<ModalView | undefined> {
  const profile = await desk.log.profile(owner);
  const frameworks = withTopics(desk.catalogue());
  const framework = frameworks.find(({ path }) => path === profile?.framework) ?? frameworks[0];

  return framework === undefined
    ? undefined
    : draw(desk, win, { win: win.id, framework, topic: null, level: null }, null, await zoneOf(desk, owner));
}

function draw(desk: WinDesk, win: Win, place: PickerPlace, chosen: Placed | null, tz: string | null): ModalView {
  return pickerView(win, {
    ...place,
    frameworks: withTopics(desk.catalogue()),
    chosen,
    metadata: writePlace(place),
    nameOf: desk.nameOf,
    tz,
  });
}

/** The place after a menu was used. What does not belong to the catalogue of now changes nothing. */
function moved(
  place: PickerPlace,
  action: string,
  code: unknown,
  desk: WinDesk,
): { readonly place: PickerPlace; readonly chosen: Placed | null } {
  if (action === PICK_CRITERION) {
    return { place, chosen: typeof code === "string" ? (placeOf(place.framework, code) ?? null) : null };
  }
  if (action === PICK_LEVEL) {
    const level = typeof code === "string" && /^[1-9]\d?$/.test(code) ? Number(code) : null;
    return { place: { ...place, level }, chosen: null };
  }
  const decoded = decodeIntent(code, desk.catalogue());
  const intent = "intent" in decoded ? decoded.intent : null;
  if (action === PICK_FRAMEWORK && intent?.kind === "framework") {
    const framework = desk.catalogue().frameworks.find(({ path }) => path === intent.framework) ?? place.framework;
    return { place: { ...place, framework, topic: null, level: null }, chosen: null };
  }
  const topic = action === PICK_TOPIC && intent?.kind === "topic" ? intent.topic : null;
  return { place: { ...place, topic }, chosen: null };
}

/** `<winId> <level> <code of a framework or a topic>`. */
function writePlace({ win, framework: { path }, topic, level }: PickerPlace): string {
  const code = encodeIntent(
    topic === null
      ? { kind: "framework", framework: path, page: 1 }
      : { kind: "topic", framework: path, topic, page: 1 },
  );
  return `${win} ${level ?? 0} ${code}`;
}

function readPlace(metadata: unknown, catalogue: Catalogue): PickerPlace | undefined {
  const [, win = "", level = "", code] =
    typeof metadata === "string" ? (/^([0-9a-z]{26}) (\d{1,2}) ([\w.-]{1,75})$/.exec(metadata) ?? []) : [];
  const decoded = decodeIntent(code, catalogue);
  const intent = "intent" in decoded ? decoded.intent : null;
  const path = intent?.kind === "framework" || intent?.kind === "topic" ? intent.framework : null;
  const framework = catalogue.frameworks.find((one) => one.path === path);

  return framework === undefined
    ? undefined
    : { win, framework, topic: intent?.kind === "topic" ? intent.topic : null, level: Number(level) || null };
}

function withTopics({ frameworks }: Catalogue): readonly Framework[] {
  return frameworks.filter(({ kind }) => kind === "topics");
}
