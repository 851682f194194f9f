/**
 * The truth of the workspace: people, conversations and the messages in them. It knows nothing of HTTP, and it does not decide
 * what is allowed; it only keeps what happened.
 */

import type { Block, Breach } from "./protocol.ts";
import type { Scenario, ScenarioPerson } from "./scenario.ts";

export interface StoredMessage {
  readonly ts: string;
  readonly user: string;
  readonly byBot: boolean;
  text: string;
  blocks: readonly Block[];
  /** The one person who sees it; null: everybody in the conversation. */
  readonly onlyFor: string | null;
  editedAt: string | null;
  reactions: { readonly name: string; readonly users: string[] }[];
  metadata: unknown;
  readonly threadTs: string | null;
  readonly files: readonly StoredFile[];
  breaches: readonly Breach[];
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

export interface StoredConversation {
  readonly id: string;
  readonly kind: "channel" | "dm";
  /** Channel name; for a DM the id of the person who is not the bot. */
  readonly name: string;
  readonly topic: string;
  readonly isPrivate: boolean;
  readonly created: number;
  readonly members: Set<string>;
  readonly messages: StoredMessage[];
  readonly readUpTo: Map<string, string>;
}

interface NewMessage {
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly onlyFor?: string;
  readonly metadata?: unknown;
  readonly threadTs?: string | null;
  readonly files?: readonly StoredFile[];
  readonly breaches?: readonly Breach[];
}

export interface Workspace {
  people(): readonly ScenarioPerson[];
  /** A person or the bot. */
  findPerson(id: string): ScenarioPerson | undefined;
  changePerson(id: string, change: Partial<ScenarioPerson>): void;
  conversations(): readonly StoredConversation[];
  findConversation(id: string): StoredConversation | undefined;
  /** The DM of this person with the bot, opened if need be. */
  openDm(person: string): StoredConversation;
  post(conversation: StoredConversation, message: NewMessage): StoredMessage;
  nextTs(): string;
  /** Blocks as Slack keeps them: each one has a `block_id`. */
  withBlockIds(blocks: readonly Block[]): readonly Block[];
  reset(): void;
}

export function createWorkspace(scenario: Scenario, now: () => number): Workspace {
  const bot = scenario.app.botUser;
  const conversations = new Map<string, StoredConversation>();
  let people: ScenarioPerson[] = [];
  let lastMicros = 0;
  let lastBlock = 0;

  function stamp(micros: number): string {
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, "0")}`;
  }

  function nextTs(): string {
    lastMicros = Math.max(Math.floor(now()) * 1000, lastMicros + 1);
    return stamp(lastMicros);
  }

  function withBlockIds(blocks: readonly Block[]): readonly Block[] {
    return blocks.map((block) => {
      if (block.block_id !== undefined && block.block_id !== "") return block;
      lastBlock += 1;
      return { ...block, block_id: `b${lastBlock.toString(36).padStart(4, "0")}` };
    });
  }

  function openDm(person: string): StoredConversation {
    const id = `D${person.slice(1)}`;
    const found = conversations.get(id);
    if (found !== undefined) return found;
    const dm = emptyConversation(id, "dm", person, [person, bot.id]);
    conversations.set(id, dm);
    return dm;
  }

  function emptyConversation(
    id: string,
    kind: StoredConversation["kind"],
    name: string,
    members: readonly string[],
    channel?: { readonly topic: string; readonly isPrivate: boolean },
  ): StoredConversation {
    return {
      id,
      kind,
      name,
      topic: channel?.topic ?? "",
      isPrivate: channel?.isPrivate ?? true,
      created: Math.floor(now() / 1000),
      members: new Set(members),
      messages: [],
      readUpTo: new Map(),
    };
  }

  function reset(): void {
    people = [...scenario.people];
    conversations.clear();
    for (const channel of scenario.channels) {
      const conversation = emptyConversation(channel.id, "channel", channel.name, channel.members, channel);
      channel.messages.forEach((message, index) => {
        const micros = (Math.floor(now()) - message.minutesAgo * 60_000) * 1000 + index;
        conversation.messages.push({
          ...fresh(message),
          ts: stamp(micros),
          byBot: false,
          reactions: (message.reactions ?? []).map(({ name, users }) => ({ name, users: [...users] })),
        });
      });
      const latest = conversation.messages.at(-1);
      if (latest !== undefined) for (const member of channel.members) conversation.readUpTo.set(member, latest.ts);
      conversations.set(channel.id, conversation);
    }
    for (const person of scenario.people) openDm(person.id);
  }

  function fresh(message: NewMessage): Omit<StoredMessage, "ts" | "byBot"> {
    return {
      user: message.user,
      text: message.text,
      blocks: withBlockIds(message.blocks ?? []),
      onlyFor: message.onlyFor ?? null,
      editedAt: null,
      reactions: [],
      metadata: message.metadata,
      threadTs: message.threadTs ?? null,
      files: message.files ?? [],
      breaches: message.breaches ?? [],
    };
  }

  reset();
  return {
    people: () => people,
    findPerson: (id) => (id === bot.id ? bot : people.find((person) => person.id === id)),
    changePerson(id, change) {
      people = people.map((person) => (person.id === id ? { ...person, ...change, id } : person));
    },
    conversations: () => [...conversations.values()],
    findConversation: (id) => conversations.get(id),
    openDm,
    post(conversation, message) {
      const stored: StoredMessage = { ...fresh(message), ts: nextTs(), byBot: message.user === bot.id };
      conversation.messages.push(stored);
      if (stored.onlyFor === null) conversation.readUpTo.set(stored.user, stored.ts);
      return stored;
    },
    nextTs,
    withBlockIds,
    reset,
  };
}
