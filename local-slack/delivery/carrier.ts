/** What brings a payload to the bot, whichever way, and what came back. */

import type { Payload } from "../payload.ts";
import type { Breach } from "../protocol.ts";

type DeliveryKind = "slash_commands" | "interactive" | "events_api";

export interface Delivery {
  readonly kind: DeliveryKind;
  readonly payload: Payload;
  /** For the journal: `block_actions`, `app_home_opened`. */
  readonly about: string;
  readonly retry?: { readonly num: number; readonly reason: string };
}

export type Delivered = Taken | NotTaken;

export interface Taken {
  readonly ok: true;
  /** Parsed JSON, or the text as it came, or undefined when nothing came with the answer. */
  readonly body: unknown;
  /** Notes in the journal what the validator says of the answer. */
  readonly breached: (breaches: readonly Breach[]) => void;
}

export interface NotTaken {
  readonly ok: false;
  readonly reason: "http_timeout" | "connection_failed" | "http_error";
  /** 0: no answer came. */
  readonly status: number;
  readonly noRetry: boolean;
}

export interface Carrier {
  deliver(delivery: Delivery): Promise<Delivered>;
  close(): Promise<void>;
}
