/** What every gesture works with, and the outcomes they share. */

import type { Delivered, Delivery } from "../delivery/carrier.ts";
import type { Payload } from "../payload.ts";
import type { Gesture, Outcome } from "../protocol.ts";
import type { ResponseTarget } from "../response-urls.ts";
import type { ScenarioPerson } from "../scenario.ts";
import type { StoredConversation } from "../workspace.ts";
import type { World } from "../world.ts";
import type { Hints } from "./state.ts";

export interface Bench {
  readonly world: World;
  readonly hints: Hints;
  readonly deliver: (delivery: Delivery) => Promise<Delivered>;
  /** Delivers an event, with its retries. */
  readonly emit: (event: Payload) => Promise<void>;
  /** A fresh `response_url`. */
  readonly responseUrl: (target: ResponseTarget) => string;
  /** The conversation that each person has open: opening the DM anew is what Slack reports, not every look at it. */
  readonly openTab: Map<string, string>;
  readonly reset: () => void;
  /** Moves the clock; a sentence when it did not. Undefined where time is the machine's. */
  readonly jump: MoveClock | undefined;
}

export type MoveClock = (jump: Of<"clock">["jump"], zone: string) => Promise<string | null>;

export type Of<Kind extends Gesture["kind"]> = Extract<Gesture, { readonly kind: Kind }>;

export const done: Outcome = { ok: true };

export function refuse(error: string): Outcome {
  return { ok: false, error };
}

/** Slack tells the person what the app did not do. */
export function failed(world: World, person: ScenarioPerson, conversation: string | null, text: string): Outcome {
  world.notify(person.id, conversation, text);
  return { ok: false, error: text };
}

export function interactionFailure(world: World, reason: string): string {
  return reason === "http_timeout"
    ? `${world.bot.realName} did not respond.`
    : `${world.bot.realName} could not be reached: "dispatch_failed"`;
}

export function ownConversation(world: World, person: ScenarioPerson, id: string): StoredConversation | undefined {
  const found = world.workspace.findConversation(id);
  return found?.members.has(person.id) === true ? found : undefined;
}
