import type { App, ViewOutput, ViewSubmitAction } from "@slack/bolt";
import type { Owner } from "../../../evidence/types.ts";
import type { OneDesk } from "../../one-desk.ts";
import { oneShown } from "../../views/one-to-ones/forms.ts";
import type { View } from "../../views/render.ts";
import { checkChoiceLater } from "../check-choice.ts";
import { ownerOf } from "../envelope.ts";
import { membersOnlyView } from "./press.ts";

/** A form that came back: what it was about, and what to say. Until its words are on disk it stays open with all of them. */
export interface OneForm {
  readonly owner: Owner;
  readonly view: ViewOutput;
  /** The form's own id: one submission, however often it is delivered. */
  readonly gesture: string;
}

export type FormAnswer =
  | { readonly kind: "errors"; readonly errors: Record<string, string> }
  | { readonly kind: "shown"; readonly title: string; readonly view: View };

export function onForm(app: App, desk: OneDesk, callback: string, run: (form: OneForm) => Promise<FormAnswer>): void {
  app.view<ViewSubmitAction>(callback, async ({ ack, body, view }) => {
    const owner = ownerOf(body, body.user.id);
    const person = await desk.people.glance(owner);
    const answer: FormAnswer =
      (person?.standing ?? "member") === "member"
        ? await run({ owner, view, gesture: `view:${view.id}` })
        : { kind: "shown", title: "Not saved", view: membersOnlyView() };

    if (answer.kind === "errors") {
      await ack({ response_action: "errors", errors: answer.errors });
      return;
    }
    if (person === undefined) {
      checkChoiceLater(desk, owner, async () => desk.changed(owner));
    }
    const show = desk.returns.take(view.id);

    if (show === undefined) {
      await ack({ response_action: "update", view: oneShown(answer.title, answer.view) });
    } else {
      await ack();
      await show(answer.view);
    }
    desk.changed(owner);
  });
}
