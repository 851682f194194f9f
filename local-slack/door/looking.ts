/** Opening the Home tab, reading a conversation, putting an emoji on a message. */

import { addReaction, removeReaction } from "../api/reactions.ts";
import type { Outcome } from "../protocol.ts";
import type { ScenarioPerson } from "../scenario.ts";
import { type Bench, done, type Of, ownConversation, refuse } from "./bench.ts";
import { findMessagePlace } from "./interaction.ts";

export async function openHome(bench: Bench, person: ScenarioPerson): Promise<Outcome> {
  bench.openTab.delete(person.id);
  await emitOpened(bench, person, "home");
  return done;
}

export async function read(bench: Bench, person: ScenarioPerson, gesture: Of<"read">): Promise<Outcome> {
  const { world } = bench;
  const conversation = ownConversation(world, person, gesture.channel);
  if (conversation === undefined) return refuse("channel_not_found");
  const latest = conversation.messages.at(-1)?.ts;
  if (latest !== undefined && conversation.readUpTo.get(person.id) !== latest) {
    conversation.readUpTo.set(person.id, latest);
    world.changed();
  }
  const wasOpen = bench.openTab.get(person.id) === conversation.id;
  bench.openTab.set(person.id, conversation.id);
  if (conversation.kind === "dm" && !wasOpen) await emitOpened(bench, person, "messages");
  return done;
}

export async function react(bench: Bench, person: ScenarioPerson, gesture: Of<"react">): Promise<Outcome> {
  const { world } = bench;
  const place = findMessagePlace(world, person, gesture.channel, gesture.ts);
  if (place === undefined || place.message.onlyFor !== null) return refuse("message_not_found");
  const { message, conversation } = place;
  const name = gesture.emoji.replace(/^:|:$/g, "");
  const error = gesture.remove ? removeReaction(message, person.id, name) : addReaction(message, person.id, name);
  if (error !== undefined) return refuse(error);
  world.changed();
  if (world.scopes.has("reactions:read") && conversation.members.has(world.bot.id)) {
    await bench.emit({
      type: gesture.remove ? "reaction_removed" : "reaction_added",
      user: person.id,
      reaction: name,
      item: { type: "message", channel: conversation.id, ts: message.ts },
      item_user: message.user,
      event_ts: world.workspace.nextTs(),
    });
  }
  return done;
}

async function emitOpened(bench: Bench, person: ScenarioPerson, tab: "home" | "messages"): Promise<void> {
  const { world } = bench;
  const home = world.views.home(person.id);
  await bench.emit({
    type: "app_home_opened",
    user: person.id,
    channel: world.workspace.openDm(person.id).id,
    tab,
    event_ts: world.workspace.nextTs(),
    ...(tab === "home" && home !== undefined ? { view: world.viewPayload(home) } : {}),
  });
}
