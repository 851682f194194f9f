import { type DeliveryParts, deliver, type UnderWay } from "./delivery.ts";
import type { Pace } from "./pace.ts";
import type { Claim } from "./plan.ts";

/** The queue of one workspace: what waits in the book, sent at Slack's pace. Workspaces never wait for each other. */
export interface Lane {
  /** Starts it unless it runs. */
  kick(): void;
  /** Resolves when nothing more may be sent now. */
  idle(): Promise<void>;
}

const PAGE = 64;
const AT_ONCE = 8;

export function createLane(
  team: string,
  parts: DeliveryParts,
  pace: Pace,
  underWay: UnderWay,
  signal: AbortSignal,
): Lane {
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    let before = "";

    while (!signal.aborted) {
      const claims = await parts.book.waiting(team, parts.clock.now(), PAGE);
      const page = claims.map(({ id, attempt }) => `${id}#${attempt}`).join();

      // The same page again is one that nothing could be done about: better wait for the next tick than turn in circles.
      if (claims.length === 0 || page === before) return;
      before = page;
      await sendAll(claims);
    }
  }

  async function sendAll(claims: readonly Claim[]): Promise<void> {
    const queue = claims.values();
    const work = async () => {
      for (const claim of queue) {
        if (signal.aborted) return;
        await deliver(claim, parts, pace, underWay, signal).catch((error: unknown) =>
          parts.log.error({ error, delivery: claim.id }, "reminder failed"),
        );
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, claims.length) }, work));
  }

  return {
    kick() {
      running ??= run()
        .catch((error: unknown) => parts.log.error({ error }, "reminders stopped for this minute"))
        .finally(() => {
          running = undefined;
        });
    },
    idle: async () => running,
  };
}
