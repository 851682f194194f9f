/** What a person presses, opens a select for, or picks from a menu. */

import { messagePayload } from "../api/reply.ts";
import { isPayload, toJson } from "../payload.ts";
import type { Json, Outcome } from "../protocol.ts";
import type { ResponseTarget } from "../response-urls.ts";
import type { ScenarioPerson } from "../scenario.ts";
import { type Bench, done, failed, interactionFailure, type Of, refuse } from "./bench.ts";
import {
  actionPayload,
  basics,
  channelPayload,
  findElement,
  findMessagePlace,
  findPlace,
  type Place,
  placePayload,
} from "./interaction.ts";

const mostOptions = 100;

export async function act(bench: Bench, person: ScenarioPerson, gesture: Of<"action">): Promise<Outcome> {
  const { world } = bench;
  const place = findPlace(world, person, gesture.container);
  const element = place === undefined ? undefined : findElement(place, gesture.blockId, gesture.actionId);
  if (place === undefined || element === undefined) return refuse("This is no longer there.");
  const view = place.kind === "view" && place.view.type === "modal" ? place.view.id : null;
  const payload = {
    ...basics(world, person, "block_actions"),
    ...placePayload(world, place, gesture.state),
    trigger_id: world.triggers.mint({ user: person.id, view }),
    ...(place.kind === "message" ? { response_url: bench.responseUrl(targetOf(place, person)) } : {}),
    actions: [actionPayload(world, element, gesture, gesture.element)],
  };
  const answer = await bench.deliver({ kind: "interactive", about: "block_actions", payload });
  const where = place.kind === "message" ? place.conversation.id : null;
  return answer.ok ? done : failed(world, person, where, interactionFailure(world, answer.reason));
}

export async function suggest(bench: Bench, person: ScenarioPerson, gesture: Of<"suggest">): Promise<Outcome> {
  const { world } = bench;
  const place = findPlace(world, person, gesture.container);
  const element = place === undefined ? undefined : findElement(place, gesture.blockId, gesture.actionId);
  if (place === undefined || element === undefined) return refuse("This is no longer there.");
  const { state: _, ...where } = placePayload(world, place, place.kind === "view" ? place.view.state : {});
  const payload = {
    ...basics(world, person, "block_suggestion"),
    ...where,
    block_id: gesture.blockId,
    action_id: gesture.actionId,
    value: gesture.value,
  };
  const answer = await bench.deliver({ kind: "interactive", about: "block_suggestion", payload });
  if (!answer.ok) return refuse("The options could not be loaded.");
  const options = readOptions(answer.body);
  return options === undefined ? refuse("The options could not be loaded.") : { ok: true, options };
}

export async function shortcut(bench: Bench, person: ScenarioPerson, gesture: Of<"shortcut">): Promise<Outcome> {
  const { world } = bench;
  const kind = gesture.message === null ? "global" : "message";
  if (!bench.hints.shortcuts.some((hint) => hint.callbackId === gesture.callbackId && hint.kind === kind)) {
    return refuse("There is no such shortcut.");
  }
  const common = {
    callback_id: gesture.callbackId,
    trigger_id: world.triggers.mint({ user: person.id, view: null }),
    action_ts: world.workspace.nextTs(),
  };
  if (gesture.message === null) {
    const payload = { ...basics(world, person, "shortcut"), ...common };
    const answer = await bench.deliver({ kind: "interactive", about: "shortcut", payload });
    return answer.ok ? done : failed(world, person, null, interactionFailure(world, answer.reason));
  }
  const place = findMessagePlace(world, person, gesture.message.channel, gesture.message.ts);
  if (place === undefined) return refuse("message_not_found");
  const payload = {
    ...basics(world, person, "message_action"),
    ...common,
    message_ts: place.message.ts,
    channel: channelPayload(place.conversation),
    message: messagePayload(world, place.message),
    response_url: bench.responseUrl(targetOf(place, person)),
  };
  const answer = await bench.deliver({ kind: "interactive", about: "message_action", payload });
  return answer.ok ? done : failed(world, person, place.conversation.id, interactionFailure(world, answer.reason));
}

function targetOf(place: Extract<Place, { readonly kind: "message" }>, person: ScenarioPerson): ResponseTarget {
  return { channel: place.conversation.id, user: person.id, ts: place.message.ts };
}

/** undefined: not an answer that Slack takes. */
function readOptions(body: unknown): readonly Json[] | undefined {
  if (!isPayload(body)) return undefined;
  const list = body["options"] ?? body["option_groups"];
  return Array.isArray(list) && list.length <= mostOptions ? list.map(toJson) : undefined;
}
