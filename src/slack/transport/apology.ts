import type { ReceiverEvent } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log.ts";
import { apologyText } from "../views/plain-texts.ts";
import { shownModal } from "../views/wins/shown-modal.ts";
import { sentenceView } from "../views/wins/win-text.ts";
import type { DeliveryKind } from "./delivery.ts";

/**
 * Where an apology goes: to the place where the person is. A command and a form are still open and take it as their answer, so that a form
 * keeps what was typed; a press on a message has an address for it; a press on Home or in a form has none and gets a modal.
 */
export interface ApologyWays {
  readonly respond: (url: string, message: { readonly text: string }) => Promise<void>;
  /** `above`: on top of the form that is open. */
  readonly show: (trigger: string, modal: ApologyModal, above: boolean) => Promise<void>;
}

type ApologyModal = ReturnType<typeof shownModal>;

interface Acknowledgement {
  given(): boolean;
  ack(response?: unknown): Promise<void>;
}

export async function apologise(
  event: ReceiverEvent,
  failed: { readonly kind: DeliveryKind; readonly id: string },
  answer: Acknowledgement,
  { respond, show, log }: ApologyWays & { readonly log: Log },
): Promise<void> {
  const text = apologyText(failed.id, answer.given());
  const { body } = event;
  const url: unknown = body["response_url"];
  const trigger: unknown = body["trigger_id"];
  const submitted = body["type"] === "view_submission";

  if (!answer.given() && failed.kind === "command") {
    await answer.ack({ response_type: "ephemeral", text });
    return;
  }
  if (!answer.given() && submitted) {
    await answer.ack(formAnswer(body["view"], text));
    return;
  }
  if (!answer.given()) {
    await answer.ack();
  }
  try {
    if (typeof url === "string") {
      await respond(url, { text });
    } else if (typeof trigger === "string" && failed.kind !== "options") {
      const pressedIn: unknown = Reflect.get(Object(body["view"]), "type");

      await show(trigger, apologyModal(text), pressedIn === "modal" && !submitted);
    }
  } catch (error) {
    log.warn({ error, errorId: failed.id }, "could not apologise");
  }
}

/** `views.open` and `views.push` of whoever holds the token. */
export function showModal(client: WebClient): ApologyWays["show"] {
  return async (trigger, view, above) => {
    await (above ? client.views.push : client.views.open)({ trigger_id: trigger, view });
  };
}

function apologyModal(text: string): ApologyModal {
  return shownModal("Not done", sentenceView(text));
}

/** Under the first field, where the form stays open with all that was typed; a form without a field shows the sentence instead. */
function formAnswer(view: unknown, text: string) {
  const blocks: unknown = Reflect.get(Object(view), "blocks");
  const fields = Array.isArray(blocks) ? blocks.filter((block) => Reflect.get(Object(block), "type") === "input") : [];
  const id: unknown = Reflect.get(Object(fields[0]), "block_id");

  return typeof id === "string"
    ? { response_action: "errors", errors: { [id]: text } }
    : { response_action: "update", view: apologyModal(text) };
}
