/** Interaction payloads: what Slack sends when a person presses, submits, closes, types into a select or picks a shortcut. */

import { messagePayload } from "../api/reply.ts";
import { isPayload, type Payload, textAt } from "../payload.ts";
import type { Block, Container, ViewState } from "../protocol.ts";
import type { ScenarioPerson } from "../scenario.ts";
import type { StoredView } from "../views.ts";
import type { StoredConversation, StoredMessage } from "../workspace.ts";
import type { World } from "../world.ts";
import { sees } from "./state.ts";

/** Where an action happens, found and seen by the person. */
export type Place =
  | { readonly kind: "message"; readonly conversation: StoredConversation; readonly message: StoredMessage }
  | { readonly kind: "view"; readonly view: StoredView };

export function findPlace(world: World, person: ScenarioPerson, container: Container): Place | undefined {
  if (container.kind === "message") return findMessagePlace(world, person, container.channel, container.ts);
  const view =
    container.kind === "home"
      ? world.views.home(person.id)
      : world.views.stack(person.id).find(({ id }) => id === container.view);
  return view === undefined ? undefined : { kind: "view", view };
}

export function findMessagePlace(world: World, person: ScenarioPerson, channel: string, ts: string) {
  const conversation = world.workspace.findConversation(channel);
  if (conversation === undefined || !conversation.members.has(person.id)) return undefined;
  const message = conversation.messages.find((other) => other.ts === ts && sees(other, person.id));
  return message === undefined ? undefined : { kind: "message" as const, conversation, message };
}

/** The element with this `action_id` in the block with this `block_id`. */
export function findElement(place: Place, blockId: string, actionId: string): Payload | undefined {
  const blocks: readonly Block[] = place.kind === "message" ? place.message.blocks : place.view.blocks;
  const block = blocks.map((one) => findDeep(one, "block_id", blockId)).find((found) => found !== undefined);
  return block === undefined ? undefined : findDeep(block, "action_id", actionId);
}

function findDeep(value: unknown, key: string, wanted: string): Payload | undefined {
  if (Array.isArray(value)) {
    for (const inner of value) {
      const found = findDeep(inner, key, wanted);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isPayload(value)) return undefined;
  return value[key] === wanted ? value : findDeep(Object.values(value), key, wanted);
}

/** What every interaction carries. */
export function basics(world: World, person: ScenarioPerson, type: string): Payload {
  const { team, app } = world.scenario;
  return {
    type,
    token: "local-slack",
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: app.id,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Container, and the message or view itself. Slack leaves out an ephemeral message's content. */
export function placePayload(world: World, place: Place, state: ViewState): Payload {
  if (place.kind === "view") {
    place.view.state = state;
    return { container: { type: "view", view_id: place.view.id }, view: world.viewPayload(place.view) };
  }
  const { conversation, message } = place;
  const ephemeral = message.onlyFor !== null;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral,
    },
    channel: channelPayload(conversation),
    ...(ephemeral ? {} : { message: messagePayload(world, message) }),
    state: { values: state },
  };
}

export function channelPayload(conversation: StoredConversation): Payload {
  return { id: conversation.id, name: conversation.kind === "dm" ? "directmessage" : conversation.name };
}

/** The action itself: the page says what was chosen, the block says what stands on the button. */
export function actionPayload(
  world: World,
  element: Payload,
  ids: { readonly blockId: string; readonly actionId: string },
  chosen: Payload,
): Payload {
  const isButton = element["type"] === "button";
  return {
    action_id: ids.actionId,
    block_id: ids.blockId,
    ...(isButton ? { text: element["text"], style: element["style"], value: textAt(element, "value") } : {}),
    ...(element["placeholder"] === undefined ? {} : { placeholder: element["placeholder"] }),
    ...chosen,
    action_ts: world.workspace.nextTs(),
  };
}
