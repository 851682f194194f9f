/** What one person sees. Everything that leaves through the door's state goes through here, so this is where privacy is kept. */

import { textAt } from "../payload.ts";
import type { ClientState, CommandHint, Conversation, Message, Person, ShortcutHint, View } from "../protocol.ts";
import type { ScenarioPerson } from "../scenario.ts";
import { type StoredView, viewText } from "../views.ts";
import type { StoredConversation, StoredMessage } from "../workspace.ts";
import type { World } from "../world.ts";

export interface Hints {
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  readonly transport: "http" | "socket";
  /** The clock can be moved here. */
  readonly movesClock: boolean;
}

export function clientState(world: World, hints: Hints, me: ScenarioPerson): ClientState {
  const home = world.views.home(me.id);
  return {
    team: { id: world.scenario.team.id, name: world.scenario.team.name },
    me: toPerson(me),
    people: world.workspace.people().map(toPerson),
    conversations: world.workspace
      .conversations()
      .filter((conversation) => conversation.members.has(me.id))
      .map((conversation) => toConversation(world, conversation, me)),
    home: home === undefined ? null : toView(home),
    modals: world.views.stack(me.id).map(toView),
    commands: hints.commands,
    shortcuts: hints.shortcuts,
    bot: toPerson(world.bot),
    faults: world.faults.current(),
    transport: hints.transport,
    ahead: hints.movesClock ? Math.round((world.now() - Date.now()) / 1000) * 1000 : null,
    notices: world.notices(me.id).map(({ id, conversation, text }) => ({ id, conversation, text })),
  };
}

/** Whether this person sees this message, in a conversation of theirs. */
export function sees(message: StoredMessage, person: string): boolean {
  return message.onlyFor === null || message.onlyFor === person;
}

function toConversation(world: World, conversation: StoredConversation, me: ScenarioPerson): Conversation {
  const messages = conversation.messages.filter((message) => sees(message, me.id));
  const read = Number(conversation.readUpTo.get(me.id) ?? 0);
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.kind === "dm" ? world.bot.realName : conversation.name,
    topic: conversation.topic,
    messages: messages.map(toMessage),
    unread: messages.filter(({ ts, user, onlyFor }) => user !== me.id && onlyFor === null && Number(ts) > read).length,
  };
}

function toMessage(message: StoredMessage): Message {
  return {
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    ephemeral: message.onlyFor !== null,
    edited: message.editedAt !== null,
    reactions: message.reactions.map(({ name, users }) => ({ name, users: [...users] })),
    breaches: message.breaches,
    files: message.files.map(({ id, name, title, content }) => ({ id, name, title, content })),
  };
}

function toView(view: StoredView): View {
  return {
    id: view.id,
    type: view.type,
    callback_id: textAt(view.definition, "callback_id") ?? "",
    title: viewText(view, "title") ?? "",
    submit: viewText(view, "submit"),
    close: viewText(view, "close"),
    blocks: view.blocks,
    hash: view.hash,
    breaches: view.breaches,
    errors: view.errors,
  };
}

function toPerson(person: ScenarioPerson): Person {
  const { id, name, realName, role, tz, isAdmin, isGuest, isStranger, isBot, avatar } = person;
  const { status = null, quietUntil = null } = person;
  return { id, name, realName, role, tz, isAdmin, isGuest, isStranger, isBot, avatar, status, quietUntil };
}
