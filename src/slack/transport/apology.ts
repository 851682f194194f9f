import type { ReceiverEvent } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log.ts";
import { apologyText } from "../views/plain-texts.ts";
import { shownModal } from "../views/wins/shown-modal.ts";
import { sentenceView } from "../views/wins/win-text.ts";
import type { DeliveryKind } from "./delivery.ts";
import type { postToResponseUrl } from "./response-url.ts";

/**
 * Where an apology goes: to the place where the person is. A command and a form are still open and take it as their answer, so that a form
 * keeps what was typed; a press on a message has an address for it; a press on Home or in a form has none and gets a modal.
 */
export interface ApologyWays {
  readonly respond: typeof postToResponseUrl;
  /** `above`: on top of the form that is open. */
  readonly show: (trigger: string, modal: ApologyModal, above: boolean) => Promise<void>;
  /** Only this person sees it. */
  readonly tell: (where: { readonly channel: string; readonly user: string }, text: string) => Promise<void>;
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
  const ways: (() => Promise<void>)[] = [];

  if (typeof url === "string") {
    ways.push(() => respond(url, { text }));
  }
  if (typeof trigger === "string" && failed.kind !== "options") {
    const pressedIn: unknown = Reflect.get(Object(body["view"]), "type");

    ways.push(() => show(trigger, apologyModal(text), pressedIn === "modal" && !submitted));
  }
  await inOneOf(ways, { log, errorId: failed.id });
}

/** The address of a message may be used up by now, where a modal still opens. */
async function inOneOf(
  ways: readonly (() => Promise<void>)[],
  { log, errorId }: { readonly log: Log; readonly errorId: string },
): Promise<void> {
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (error) {
      log.warn({ error, errorId }, "could not apologise");
    }
  }
}

/** Slack brings an event again when it failed, three times. */
const LAST_RETRY = 3;

/** A message that Slack brings no more: who wrote it is told where they wrote it. Other events are nobody's question. */
export async function apologiseForEvent(
  { body, retryNum = 0 }: ReceiverEvent,
  id: string,
  { tell, log }: Pick<ApologyWays, "tell"> & { readonly log: Log },
): Promise<void> {
  const { type, channel, user } = Object(body["event"]) as Readonly<Record<string, unknown>>;
  const written = type === "message" || type === "app_mention";

  if (retryNum >= LAST_RETRY && written && typeof channel === "string" && typeof user === "string") {
    await inOneOf([() => tell({ channel, user }, apologyText(id, false))], { log, errorId: id });
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
