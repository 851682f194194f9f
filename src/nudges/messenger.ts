import type { Owner } from "../evidence/types.ts";

/** What goes to one person. Blocks are Slack's, opaque here. */
export interface DirectMessage {
  /** For screen readers and notifications, complete. */
  readonly text: string;
  readonly blocks: readonly object[];
}

interface Envelope {
  readonly owner: Owner;
  readonly channel: string | null;
  readonly deliveryId: string;
}

interface Receipt {
  readonly channel: string;
  readonly ts: string;
}

export type SendOutcome =
  | { readonly kind: "sent"; readonly receipt: Receipt }
  /** Certainly not delivered, and never will be: to this person, to anybody of the workspace, or in this form. */
  | { readonly kind: "refused"; readonly scope: "person" | "workspace" | "message"; readonly reason: string }
  /** Certainly not delivered: too many calls. The whole workspace waits. */
  | { readonly kind: "limited"; readonly retryAfterMs: number }
  /** Certainly not delivered, perhaps later. */
  | { readonly kind: "later"; readonly reason: string }
  /** It may have arrived. */
  | { readonly kind: "unknown"; readonly reason: string };

export type LookupOutcome =
  | { readonly kind: "found"; readonly receipt: Receipt }
  | { readonly kind: "absent" }
  | { readonly kind: "later"; readonly reason: string }
  /** No way to know: the scope is missing, or there is no such conversation. */
  | { readonly kind: "impossible"; readonly reason: string };

/** Never throws: what may have happened is in the outcome. */
export interface Messenger {
  send(message: DirectMessage, envelope: Envelope): Promise<SendOutcome>;
  /** Reads that one DM from `since` (milliseconds since 1970) on, a few pages at most. */
  findDelivery(channel: string, deliveryId: string, since: number, team: string): Promise<LookupOutcome>;
}
