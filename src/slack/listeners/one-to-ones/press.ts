import type { App, BlockAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Owner } from "../../../evidence/types.ts";
import type { OneDesk } from "../../one-desk.ts";
import { paragraph } from "../../rich-text/line.ts";
import { oneShown } from "../../views/one-to-ones/forms.ts";
import { told } from "../../views/one-to-ones/words.ts";
import type { View } from "../../views/render.ts";
import { checkChoiceLater } from "../check-choice.ts";
import { isModal, ownerOf } from "../envelope.ts";
import { codeOf, isHome } from "../surface.ts";

/** One press on a button about a 1:1 or a nudge. */
export interface OnePress {
  readonly owner: Owner;
  /** Read as if anybody could have written it: an id of the owner's, or of nobody's. */
  readonly id: string;
  readonly day: string;
  readonly value: string;
  readonly client: WebClient;
  /** Everything is on disk: Slack may stop waiting. */
  done(): Promise<void>;
  /** In the place of what the button stood on; over Home, in a form of its own. */
  show(view: View): Promise<void>;
  /** Beside it, where it should stay. */
  tell(view: View): Promise<void>;
  /** Opens a form; what it changes is then shown where the button stood. */
  open(form: ModalView): Promise<void>;
}

const VALUE = /^([0-9a-z]{26})(?:\.(\d{4}-\d\d-\d\d))?$/;

export function onOne(app: App, desk: OneDesk, action: string, run: (press: OnePress) => Promise<void>): void {
  const pattern = new RegExp(`^${action.replaceAll(".", "\\.")}(?:-\\d{1,2})?$`);

  app.action<BlockAction>(pattern, async ({ ack, action: pressed, body, client, respond }) => {
    const owner = ownerOf(body, body.user.id);
    const code = codeOf(pressed);
    const value = typeof code === "string" ? code : "";
    const [, id = "", day = ""] = VALUE.exec(value) ?? [];
    const viewId = body.view?.id ?? "";
    const inModal = isModal(body);
    const inHome = isHome(body);
    let answered = false;
    const done = async () => {
      if (!answered) await ack();
      answered = true;
    };
    const show = async (view: View): Promise<void> => {
      await done();
      if (inModal) await client.views.update({ view_id: viewId, view: oneShown("1:1s", view) });
      else if (inHome) await client.views.open({ trigger_id: body.trigger_id, view: oneShown("1:1s", view) });
      else await respond({ replace_original: true, text: view.text, blocks: [...view.blocks] });
    };

    const known = desk.people.known(owner);
    if (known !== undefined && known.standing !== "member") {
      await show(membersOnlyView());
      return;
    }
    try {
      await run({
        owner,
        id,
        day,
        value,
        client,
        done,
        show,
        async tell(view) {
          await done();
          if (inModal || inHome) await show(view);
          else {
            await respond({
              replace_original: false,
              response_type: "ephemeral",
              text: view.text,
              blocks: [...view.blocks],
            });
          }
        },
        async open(form) {
          await done();
          const call = { trigger_id: body.trigger_id, view: form };
          const opened = inModal ? await client.views.push(call) : await client.views.open(call);
          const formId = opened.view?.id;
          // A form over a form shows what it did itself; so does one over Home, which is drawn again.
          if (formId !== undefined && !inModal && !inHome) desk.returns.keep(formId, show);
        },
      });
      await done();
    } finally {
      // Also where the answer could not be shown. Over Home, Slack opens nothing so long after a press.
      if (known === undefined) {
        checkChoiceLater(desk, owner, async () => (inHome ? desk.changed(owner) : await show(membersOnlyView())));
      }
    }
  });
}

export function membersOnlyView(): View {
  return told({
    title: "Members only",
    parts: [paragraph("Nothing is stored for guests and people of other organisations, so there are no 1:1s here.")],
  });
}
