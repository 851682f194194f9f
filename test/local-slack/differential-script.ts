import { isPayload, listAt, type Payload, payloadAt, textAt } from "../../local-slack/payload.ts";
import type { ScenarioPerson } from "../../local-slack/scenario.ts";
import { section } from "./web-api.ts";

/** What earlier answers of the same side taught: ids and message times, by the name that replaces them in comparisons. */
export type Memory = Map<string, string>;

export interface Step {
  /** The name in the table of differences. */
  readonly name: string;
  readonly method: string;
  readonly args: (known: (name: string) => string) => Payload;
  /** Remembers values of the answer under names. */
  readonly keep?: (answer: Payload) => { readonly [name: string]: string | undefined };
  /** Compares only this part of the answer. */
  readonly part?: (answer: Payload) => unknown;
}

const backend = (answer: Payload): Payload =>
  listAt(answer, "channels")
    .filter(isPayload)
    .find((channel) => channel["name"] === "backend") ?? {};
const maya = (answer: Payload): Payload =>
  listAt(answer, "members")
    .filter(isPayload)
    .find((member) => member["name"] === "maya") ?? {};

const home = { type: "home", callback_id: "home", blocks: [{ ...section, block_id: "one" }] };
const blocks = [{ ...section, block_id: "one" }];

export const script: readonly Step[] = [
  {
    name: "auth.test",
    method: "auth.test",
    args: () => ({}),
    keep: (answer) => ({
      team: textAt(answer, "team_id"),
      bot: textAt(answer, "user_id"),
      botId: textAt(answer, "bot_id"),
    }),
  },
  {
    name: "users.list",
    method: "users.list",
    args: () => ({}),
    keep: (answer) => ({ maya: textAt(maya(answer), "id") }),
    part: maya,
  },
  { name: "users.info", method: "users.info", args: (known) => ({ user: known("maya") }) },
  { name: "users.info of nobody", method: "users.info", args: () => ({ user: "U0NOBODY000" }) },
  {
    name: "conversations.list",
    method: "conversations.list",
    args: () => ({ types: "public_channel" }),
    keep: (answer) => ({ backend: textAt(backend(answer), "id") }),
    part: backend,
  },
  { name: "conversations.join", method: "conversations.join", args: (known) => ({ channel: known("backend") }) },
  { name: "conversations.info", method: "conversations.info", args: (known) => ({ channel: known("backend") }) },
  { name: "conversations.info of nothing", method: "conversations.info", args: () => ({ channel: "C0NOTHING00" }) },
  {
    name: "conversations.open",
    method: "conversations.open",
    args: (known) => ({ users: known("maya") }),
    keep: (answer) => ({ dm: textAt(payloadAt(answer, "channel"), "id") }),
  },
  {
    name: "conversations.open with nobody",
    method: "conversations.open",
    args: () => ({ users: "U0NOBODY000" }),
  },
  {
    name: "chat.postMessage",
    method: "chat.postMessage",
    args: (known) => ({ channel: known("backend"), text: "Level 3", blocks }),
    keep: (answer) => ({ ts: textAt(answer, "ts") }),
  },
  {
    name: "chat.postMessage to a person",
    method: "chat.postMessage",
    args: (known) => ({ channel: known("maya"), text: "Hello" }),
    keep: (answer) => ({ dmTs: textAt(answer, "ts") }),
  },
  { name: "chat.postMessage of nothing", method: "chat.postMessage", args: (known) => ({ channel: known("backend") }) },
  { name: "chat.postMessage nowhere", method: "chat.postMessage", args: () => ({ channel: "C0NOTHING00", text: "x" }) },
  {
    name: "chat.update",
    method: "chat.update",
    args: (known) => ({ channel: known("backend"), ts: known("ts"), text: "Level 4" }),
    keep: (answer) => ({ edited: textAt(payloadAt(payloadAt(answer, "message"), "edited"), "ts") }),
  },
  {
    name: "chat.update of nothing",
    method: "chat.update",
    args: (known) => ({ channel: known("backend"), ts: "1.000001", text: "x" }),
  },
  {
    name: "chat.postEphemeral",
    method: "chat.postEphemeral",
    args: (known) => ({ channel: known("backend"), user: known("maya"), text: "Only you" }),
    keep: (answer) => ({ ephemeralTs: textAt(answer, "message_ts") }),
  },
  {
    name: "reactions.add",
    method: "reactions.add",
    args: (known) => ({ channel: known("backend"), timestamp: known("ts"), name: "eyes" }),
  },
  {
    name: "reactions.add twice",
    method: "reactions.add",
    args: (known) => ({ channel: known("backend"), timestamp: known("ts"), name: "eyes" }),
  },
  {
    name: "reactions.get",
    method: "reactions.get",
    args: (known) => ({ channel: known("backend"), timestamp: known("ts") }),
  },
  { name: "conversations.history", method: "conversations.history", args: (known) => ({ channel: known("backend") }) },
  {
    name: "chat.delete",
    method: "chat.delete",
    args: (known) => ({ channel: known("backend"), ts: known("ts") }),
  },
  {
    name: "chat.delete twice",
    method: "chat.delete",
    args: (known) => ({ channel: known("backend"), ts: known("ts") }),
  },
  {
    name: "views.publish",
    method: "views.publish",
    args: (known) => ({ user_id: known("maya"), view: home }),
    keep: (answer) => ({
      view: textAt(payloadAt(answer, "view"), "id"),
      hash: textAt(payloadAt(answer, "view"), "hash"),
      app: textAt(payloadAt(answer, "view"), "app_id"),
    }),
  },
  {
    name: "views.publish over an old hash",
    method: "views.publish",
    args: (known) => ({ user_id: known("maya"), view: home, hash: "1.stale" }),
  },
  { name: "views.update of nothing", method: "views.update", args: () => ({ view_id: "V0NOTHING00", view: home }) },
  {
    name: "views.open without a real trigger",
    method: "views.open",
    args: () => ({
      trigger_id: "1.2.made-up",
      view: { type: "modal", title: { type: "plain_text", text: "Level 3" }, blocks },
    }),
  },
];

export const person: ScenarioPerson = {
  id: "U0MAYA00001",
  name: "maya",
  realName: "Maya Okafor",
  role: "",
  tz: "Europe/London",
  locale: "en-GB",
  email: "maya@brightwater.example",
  isAdmin: false,
  isOwner: false,
  isGuest: false,
  isUltraGuest: false,
  isStranger: false,
  isBot: false,
  deleted: false,
  teamId: "T0BRIGHT001",
  avatar: { initials: "MO", colour: "#1d6f5f" },
};
