/**
 * What the local Slack and a client of it (the playground's page, a browser test, a wire test) say to each other.
 * The client door is `POST /door/<gesture>` with JSON, `GET /door/state?as=<user>` for everything that one person can see, and
 * `GET /door/stream?as=<user>`: server-sent events, each `{"type":"changed"}`, after which the client asks for the state again.
 * `GET /door/journal?after=<id>` gives the journal entries with a greater id, as an array; an entry that was still under way is
 * completed later under the same id. Without `as`, state and stream are those of the first person.
 * Only types here: the page imports this file and nothing else of the local Slack, and nothing of the bot.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Block = { readonly type: string; readonly block_id?: string; readonly [key: string]: unknown };

export interface Person {
  readonly id: string;
  /** Handle, without @. */
  readonly name: string;
  readonly realName: string;
  /** What they do, for the "act as" switch: "Backend engineer". */
  readonly role: string;
  /** IANA time zone. */
  readonly tz: string;
  readonly isAdmin: boolean;
  readonly isGuest: boolean;
  /** From another workspace (Slack Connect). */
  readonly isStranger: boolean;
  readonly isBot: boolean;
  readonly avatar: { readonly initials: string; readonly colour: string };
  /** What stands beside the name; absent: nothing. */
  readonly status?: Status | null;
  /** Do not disturb until then, in milliseconds since 1970; absent: whenever. */
  readonly quietUntil?: number | null;
}

interface Status {
  /** With its colons, as Slack keeps it. */
  readonly emoji: string;
  readonly text: string;
  /** Milliseconds since 1970; null: until it is taken away. */
  readonly until: number | null;
}

export interface Conversation {
  readonly id: string;
  readonly kind: "channel" | "dm";
  /** Channel name without #, or the other person's real name. */
  readonly name: string;
  readonly topic: string;
  readonly messages: readonly Message[];
  readonly unread: number;
}

export interface Message {
  /** Slack's message id: seconds with six decimals, as text. */
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Only the person who is looking sees it. */
  readonly ephemeral: boolean;
  readonly edited: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** What the validator says of the blocks; a real Slack would have refused the message. */
  readonly breaches: readonly Breach[];
  /** Files that were posted with it, as text. */
  readonly files?: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly content: string;
  }[];
}

/** Slack's `blocks.validate` error shape. */
export interface Breach {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the payload, for example `/blocks/3/text/text`. */
  readonly pointer: string;
  readonly constraint?: Json;
}

export interface View {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly callback_id: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Block[];
  readonly hash: string;
  readonly breaches: readonly Breach[];
  /** Errors of the last submission, by block_id. */
  readonly errors: { readonly [blockId: string]: string };
}

export interface CommandHint {
  /** With the slash. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface ShortcutHint {
  readonly name: string;
  readonly callbackId: string;
  readonly kind: "global" | "message";
}

/** Everything one person can see. */
export interface ClientState {
  readonly team: { readonly id: string; readonly name: string };
  readonly me: Person;
  readonly people: readonly Person[];
  readonly conversations: readonly Conversation[];
  readonly home: View | null;
  /** Open modals, the one on top last. */
  readonly modals: readonly View[];
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  /** The bot as a person of the workspace. */
  readonly bot: Person;
  readonly faults: Faults;
  readonly transport: "http" | "socket";
  /** How far the clock is ahead of the machine's, in milliseconds, where it can be moved; null where it cannot. */
  readonly ahead: number | null;
  /** What Slack itself would tell this person, newest last: "/progression failed because the app did not respond". */
  readonly notices: readonly { readonly id: number; readonly conversation: string | null; readonly text: string }[];
}

/** Faults that the local Slack plays, for one or all Web API methods. */
export interface Faults {
  /** Answer 429 with this Retry-After, in seconds; null: off. */
  readonly rateLimit: number | null;
  /** Answer this status (500, 503) instead of doing the work; null: off. */
  readonly serverError: number | null;
  /** Do the work and never answer. */
  readonly hang: boolean;
  /** Do the work, then cut the connection before the answer. */
  readonly loseReply: boolean;
  /** Every call answers `token_revoked`. */
  readonly tokenRevoked: boolean;
  /** Deliver each event twice, with the same `event_id`. */
  readonly duplicateEvents: boolean;
  /** Only these methods (`views.open`); empty: all. */
  readonly methods: readonly string[];
  /** How many calls the fault lasts; null: until it is switched off. */
  readonly remaining: number | null;
}

/** One request in either direction, newest last, at most the last 500. */
export interface JournalEntry {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly direction: "to-bot" | "from-bot";
  /** `POST /slack/events · slash_commands`, `chat.postMessage`, `response_url`, `socket · envelope`. */
  readonly what: string;
  readonly transport: "http" | "socket";
  readonly request: Json;
  /** null while it is under way. */
  readonly response: { readonly status: number; readonly body: Json; readonly milliseconds: number } | null;
  readonly signed: boolean;
  readonly breaches: readonly Breach[];
  /** A fault was played on it. */
  readonly fault: string | null;
}

/** Where an action happened. */
export type Container =
  | { readonly kind: "message"; readonly channel: string; readonly ts: string }
  | { readonly kind: "home" }
  | { readonly kind: "modal"; readonly view: string };

/** View state as Slack sends it: block_id, then action_id, then the element's value. */
export type ViewState = { readonly [blockId: string]: { readonly [actionId: string]: Json } };

/** The body of `POST /door/<kind>`; every one is made by the person in `as`. */
export type Gesture =
  | { readonly kind: "command"; readonly as: string; readonly channel: string; readonly text: string }
  | { readonly kind: "message"; readonly as: string; readonly channel: string; readonly text: string }
  | {
      readonly kind: "action";
      readonly as: string;
      readonly container: Container;
      readonly blockId: string;
      readonly actionId: string;
      /** What the element adds to Slack's action payload: `value`, `selected_option`, `selected_date` … */
      readonly element: { readonly type: string; readonly [key: string]: Json };
      readonly state: ViewState;
    }
  | {
      readonly kind: "suggest";
      readonly as: string;
      readonly container: Container;
      readonly blockId: string;
      readonly actionId: string;
      readonly value: string;
    }
  | { readonly kind: "submit"; readonly as: string; readonly view: string; readonly state: ViewState }
  | { readonly kind: "close"; readonly as: string; readonly view: string }
  | {
      readonly kind: "shortcut";
      readonly as: string;
      readonly callbackId: string;
      /** For a message shortcut. */
      readonly message: { readonly channel: string; readonly ts: string } | null;
    }
  | { readonly kind: "home"; readonly as: string }
  | {
      readonly kind: "react";
      readonly as: string;
      readonly channel: string;
      readonly ts: string;
      readonly emoji: string;
      readonly remove: boolean;
    }
  | { readonly kind: "read"; readonly as: string; readonly channel: string }
  | { readonly kind: "faults"; readonly as: string; readonly faults: Partial<Faults> }
  /** Moves the clock on, where whoever runs this Slack lets it: to the next reminder, by a week, past the next clock change there. */
  | { readonly kind: "clock"; readonly as: string; readonly jump: "next" | "week" | "clock-change" }
  /** What a person changes about themselves in Slack; what is absent stays. The bot hears of it as `user_change`, but not of the silence. */
  | {
      readonly kind: "profile";
      readonly as: string;
      readonly status?: Status | null;
      readonly quietUntil?: number | null;
      readonly tz?: string;
    }
  | { readonly kind: "reset"; readonly as: string };

/** What the door answers. `ok: false` is what Slack's own client would show. */
export type Outcome =
  | { readonly ok: true; readonly options?: readonly Json[] }
  | { readonly ok: false; readonly error: string };
