import type { App, BlockAction } from "@slack/bolt";
import type { Framework } from "../../../catalogue/types.ts";
import type { Filing, Owner, Win } from "../../../evidence/types.ts";
import { findCriteria } from "../../../wins/find-criteria.ts";
import { filingOf } from "../../../wins/receipt.ts";
import { FORM_CRITERIA, WIN_FORM } from "../../ids.ts";
import { plain } from "../../views/controls.ts";
import { BLOCK, chosenWordings, WORDING } from "../../views/wins/form.ts";
import { criterionOption } from "../../views/wins/picker.ts";
import type { WinDesk } from "../../win-desk.ts";
import { ownerOf } from "../envelope.ts";
import type { FormFields } from "./form-state.ts";

const MOST_OPTIONS = 100;
const ANYWHERE = { topic: null, level: null };

/** The field for criteria in the form: searched in the person's framework, else in all of them. */
export function registerFormCriteria(app: App, desk: WinDesk): void {
  app.options<"block_suggestion">(
    { type: "block_suggestion", action_id: FORM_CRITERIA },
    async ({ ack, body, payload }) => {
      const frameworks = await frameworksOf(desk, ownerOf(body, body.user.id));
      const options = new Map(
        frameworks.flatMap((framework) =>
          findCriteria(framework, ANYWHERE, payload.value ?? "", MOST_OPTIONS).map((one) => {
            const option = criterionOption(one, framework);
            return [option.value, option] as const;
          }),
        ),
      );
      await ack({ options: [...options.values()].slice(0, MOST_OPTIONS) });
    },
  );

  app.action<BlockAction>(FORM_CRITERIA, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    if (view?.type !== "modal" || view.callback_id !== WIN_FORM) {
      return;
    }
    const wordings = await wordingsOf(desk, ownerOf(body, body.user.id), idsOf(action));
    const blocks = view.blocks.filter((block) => block.block_id?.startsWith(WORDING) !== true);
    const after = blocks.findIndex((block) => block.block_id === BLOCK.criteria) + 1;

    // The form as it stands, with nothing but the wordings changed: what was typed stays in it.
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: {
        type: "modal",
        callback_id: WIN_FORM,
        private_metadata: view.private_metadata,
        title: plain(view.title.text),
        submit: plain(view.submit?.text ?? "Save"),
        close: plain(view.close?.text ?? "Cancel"),
        blocks: [...blocks.slice(0, after), ...chosenWordings(wordings), ...blocks.slice(after)],
      },
    });
  });
}

/** What is chosen in a form, as filings; those that a win has already stay as they were. Undefined when one is in no framework any more. */
export async function chosenFilings(
  { desk, owner, fields }: { readonly desk: WinDesk; readonly owner: Owner; readonly fields: FormFields },
  before: readonly Filing[] = [],
): Promise<Filing[] | undefined> {
  const preferred = (await desk.log.profile(owner))?.framework ?? null;
  const filings = fields.criteria.map(
    (id) =>
      before.find(({ criterionId }) => criterionId === id) ??
      filingOf(id, desk.catalogue(), preferred, new Date(desk.now())),
  );
  const found = filings.filter((one) => one !== undefined);

  return found.length === filings.length ? found : undefined;
}

/** The win filed under these and no others. */
export async function fileAs(
  { log }: WinDesk,
  owner: Owner,
  win: Win,
  filings: readonly Filing[],
): Promise<Win | undefined> {
  const has = (list: readonly Filing[], id: string) => list.some(({ criterionId }) => criterionId === id);
  let now: Win | undefined = win;

  for (const { criterionId } of win.filings) {
    if (!has(filings, criterionId)) now = await log.unfile(owner, win.id, criterionId);
  }
  for (const filing of filings) {
    if (!has(win.filings, filing.criterionId)) now = await log.file(owner, win.id, filing);
  }
  return now;
}

async function frameworksOf(desk: WinDesk, owner: Owner): Promise<readonly Framework[]> {
  const path = (await desk.log.profile(owner))?.framework ?? null;
  const all = desk.catalogue().frameworks.filter(({ kind }) => kind === "topics");
  const own = all.filter((one) => one.path === path);

  return own.length > 0 ? own : all;
}

async function wordingsOf(desk: WinDesk, owner: Owner, ids: readonly string[]): Promise<string[]> {
  const preferred = (await desk.log.profile(owner))?.framework ?? null;
  return ids.flatMap((id) => filingOf(id, desk.catalogue(), preferred, new Date(desk.now()))?.wording ?? []);
}

function idsOf(action: object): string[] {
  const chosen = "selected_options" in action && Array.isArray(action.selected_options) ? action.selected_options : [];
  return chosen.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "value" in one && typeof one.value === "string" ? [one.value] : [],
  );
}
