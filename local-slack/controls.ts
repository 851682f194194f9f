/** What no gesture of a person does, but a workspace does: an account changes, the app is removed, a connection is refreshed. */

import type { Delivered, Delivery } from "./delivery/carrier.ts";
import type { Events } from "./delivery/events.ts";
import type { SocketCarrier } from "./delivery/socket-carrier.ts";
import type { Bench } from "./door/bench.ts";
import { tellChanged } from "./door/profile.ts";
import { isPayload, type Payload } from "./payload.ts";
import type { ScenarioPerson } from "./scenario.ts";
import type { World } from "./world.ts";

export interface Controls {
  /** Delivers any event, in Slack's envelope. */
  emit(event: Payload): Promise<void>;
  /** Changes a person and tells the bot (`user_change`). */
  changePerson(id: string, change: Partial<ScenarioPerson>): Promise<void>;
  /** The same, while the bot hears nothing: it was away, or Slack gave up. */
  changeSilently(id: string, change: Partial<ScenarioPerson>): void;
  /** Tells the bot that it was removed; from then on its token is revoked. */
  uninstall(): Promise<void>;
  /** A `trigger_id` as a press of this person would carry it. */
  mintTrigger(user: string): string;
  /** Makes the event retries that are waiting, now. */
  retryNow(): Promise<void>;
  /** Asks every Socket Mode connection to leave. */
  disconnect(reason: "warning" | "refresh_requested" | "link_disabled"): void;
  connections(): number;
  /** Slack's check of a new address: true when the bot answered with the challenge. */
  verifyUrl(): Promise<boolean>;
}

export function createControls(parts: {
  readonly world: World;
  readonly bench: Bench;
  readonly events: Events;
  readonly socket: SocketCarrier;
  readonly deliver: (delivery: Delivery) => Promise<Delivered>;
}): Controls {
  const { world, bench, events, socket } = parts;
  return {
    emit: bench.emit,
    changePerson: (id, change) => tellChanged(bench, id, change),
    changeSilently: world.workspace.changePerson,
    async uninstall() {
      const event_ts = world.workspace.nextTs();
      world.faults.set({ tokenRevoked: true, methods: [], remaining: null });
      await bench.emit({ type: "tokens_revoked", tokens: { oauth: [], bot: [world.bot.id] }, event_ts });
      await bench.emit({ type: "app_uninstalled", event_ts });
    },
    mintTrigger: (user) => world.triggers.mint({ user, view: null }),
    retryNow: events.retryNow,
    disconnect: socket.disconnect,
    connections: socket.connections,
    async verifyUrl() {
      const challenge = crypto.randomUUID();
      const payload = { token: "local-slack", challenge, type: "url_verification" };
      const answer = await parts.deliver({ kind: "events_api", about: "url_verification", payload });
      if (!answer.ok) return false;
      return answer.body === challenge || (isPayload(answer.body) && answer.body["challenge"] === challenge);
    },
  };
}
