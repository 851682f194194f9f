import type { WebClient } from "@slack/web-api";
import type { Owner } from "../../../evidence/types.ts";
import { localDay } from "../../../wins/days.ts";
import { WIN_LOG } from "../../ids.ts";
import type { View } from "../../views/render.ts";
import { EMPTY_FORM, type FormWin, formView } from "../../views/wins/form.ts";
import { refusedView } from "../../views/wins/not-saved.ts";
import { shownModal } from "../../views/wins/shown-modal.ts";
import { sentenceView } from "../../views/wins/win-text.ts";
import type { WinDesk } from "../../win-desk.ts";
import { type FormFor, writeFormFor } from "./form-state.ts";

type NewForm = Pick<Extract<FormFor, { for: "new" }>, "origin" | "source"> & {
  readonly writtenAt?: number;
  readonly text?: string;
  readonly remark?: string;
};

/** Opens the form for a new win and resolves to its id; where Slack does not open it in time, `instead` says so. */
export async function openForm(
  desk: WinDesk,
  client: WebClient,
  owner: Owner,
  trigger: string,
  { origin, source, writtenAt, text = "", remark }: NewForm,
  instead: (view: View) => Promise<unknown>,
): Promise<string | undefined> {
  const standing = desk.people.known(owner)?.standing ?? "member";
  const tz = await zoneOf(desk, owner);
  const form = formView(
    { ...EMPTY_FORM, text, source, happenedOn: writtenAt === undefined ? null : localDay(writtenAt, tz) },
    {
      title: "Log a win",
      submit: "Save",
      metadata: writeFormFor({ for: "new", origin, source, writtenAt: writtenAt ?? null }),
      nameOf: desk.nameOf,
      today: localDay(desk.now(), tz),
      tz,
      ...(remark === undefined ? {} : { remark }),
    },
  );
  const view = standing === "member" ? form : shownModal("Log a win", refusedView(standing, text));
  try {
    const opened = await client.views.open({ trigger_id: trigger, view });
    return opened.view?.id;
  } catch {
    await instead(formClosedView());
    return undefined;
  }
}

/** The form filled with a win or a draft. Undefined where Slack did not open it. */
export async function openFilled(
  desk: WinDesk,
  client: WebClient,
  owner: Owner,
  trigger: string,
  asked: { readonly win: FormWin; readonly for: FormFor; readonly title: string; readonly above: boolean },
): Promise<string | undefined> {
  const tz = await zoneOf(desk, owner);
  const view = formView(asked.win, {
    title: asked.title,
    submit: "Save",
    metadata: writeFormFor(asked.for),
    nameOf: desk.nameOf,
    today: localDay(desk.now(), tz),
    tz,
  });
  try {
    const call = { trigger_id: trigger, view };
    const opened = asked.above ? await client.views.push(call) : await client.views.open(call);
    return opened.view?.id;
  } catch {
    return undefined;
  }
}

export function formClosedView(): View {
  return sentenceView(
    "The form did not open: Slack gives a press three seconds, and this one took longer. Press again, or type your win after /win.",
    { label: "Open the form", action: WIN_LOG, value: "new" },
  );
}

export async function zoneOf({ people, log }: WinDesk, owner: Owner): Promise<string | null> {
  return people.known(owner)?.tz ?? (await log.profile(owner))?.tz ?? null;
}
