/** Events to the bot: the envelope, and three more tries (at once, after one minute, after five) when it does not take one. */

import type { Payload } from "../payload.ts";
import type { Timers } from "../timers.ts";
import type { World } from "../world.ts";
import type { Delivered, Delivery } from "./carrier.ts";

const retryAfter = [0, 60_000, 300_000];

export interface Events {
  /** Resolves after the first delivery and the retry that follows at once; later ones are left to the timers. */
  emit(event: Payload): Promise<void>;
  /** Makes the retries that are waiting, now. */
  retryNow(): Promise<void>;
  clear(): void;
}

interface Waiting {
  readonly cancel: () => void;
  readonly run: () => Promise<void>;
}

export function createEvents(options: {
  readonly world: World;
  readonly timers: Timers;
  readonly deliver: (delivery: Delivery) => Promise<Delivered>;
}): Events {
  const { world, timers } = options;
  const waiting = new Set<Waiting>();

  function envelope(event: Payload): Payload {
    const { team, app, botUser } = { ...world.scenario, botUser: world.bot };
    return {
      token: "local-slack",
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: app.id,
      event,
      type: "event_callback",
      event_id: `Ev${crypto.randomUUID().replaceAll("-", "").slice(0, 9).toUpperCase()}`,
      event_time: Math.floor(world.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: botUser.id, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    };
  }

  async function attempt(payload: Payload, about: string, num: number, reason: string): Promise<void> {
    const answer = await options.deliver({
      kind: "events_api",
      payload,
      about,
      ...(num === 0 ? {} : { retry: { num, reason } }),
    });
    if (answer.ok || answer.noRetry) return;
    const wait = retryAfter[num];
    if (wait === undefined) return;
    const again = (): Promise<void> => attempt(payload, about, num + 1, answer.reason);
    if (wait === 0) await again();
    else later(wait, again);
  }

  function later(wait: number, run: () => Promise<void>): void {
    const cancel = timers.after(wait, () => {
      waiting.delete(entry);
      run().catch(() => undefined);
    });
    const entry: Waiting = { cancel, run };
    waiting.add(entry);
  }

  return {
    async emit(event) {
      const payload = envelope(event);
      const about = String(event["type"]);
      const times = world.faults.takeDuplicate() ? 2 : 1;
      await Promise.all(Array.from({ length: times }, () => attempt(payload, about, 0, "")));
    },
    async retryNow() {
      const due = [...waiting];
      waiting.clear();
      for (const { cancel } of due) cancel();
      await Promise.all(due.map(({ run }) => run()));
    },
    clear() {
      for (const { cancel } of waiting) cancel();
      waiting.clear();
    },
  };
}
