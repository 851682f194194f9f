import { setImmediate as breathe } from "node:timers/promises";
import type { DeliveryParts, UnderWay } from "./delivery.ts";
import { createLane, type Lane } from "./lane.ts";
import { createPace, type PaceOptions } from "./pace.ts";
import type { TakeTurn } from "./planning.ts";
import { createReconciler, type ReconcileOptions } from "./reconcile.ts";

export interface EngineParts extends DeliveryParts {
  readonly takeTurn: TakeTurn;
  readonly pace: PaceOptions;
  readonly reconciling: ReconcileOptions;
}

export interface Engine {
  /**
   * One look at the clock: takes the turns that are due, asks about those in doubt, and sets the lanes going. It does not wait for the lanes.
   * Called twice at once, it is one run.
   */
  tick(signal: AbortSignal): Promise<void>;
  /** Resolves when every lane has come to rest. */
  idle(): Promise<void>;
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

/** So many plans in one transaction: everybody else's statements wait for it, and each one waits for the disk once. */
const BATCH = 64;
const KEPT_MS = 60 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

export function createEngine(parts: EngineParts): Engine {
  const { book, clock } = parts;
  const leaving = new AbortController();
  const lanes = new Map<string, Lane>();
  const underWay: UnderWay = new Set();
  const reconciler = createReconciler(parts, underWay, parts.reconciling);
  let running: Promise<void> | undefined;
  let purgedAt = Number.NEGATIVE_INFINITY;

  function laneOf(team: string): Lane {
    const known = lanes.get(team);
    const pace = () => createPace(clock, parts.pace, parts.random);
    const lane = known ?? createLane(team, parts, pace(), underWay, leaving.signal);
    lanes.set(team, lane);
    return lane;
  }

  async function kickLanes(): Promise<void> {
    for (const team of await book.workspacesWaiting(clock.now())) laneOf(team).kick();
  }

  async function takeTurns(signal: AbortSignal): Promise<void> {
    for (;;) {
      const taken = await book.takeTurns(clock.now(), BATCH, parts.takeTurn);
      // A plan that missed several turns is due again at once.
      if (taken === 0 || signal.aborted) return;
      await breathe();
    }
  }

  async function purge(): Promise<void> {
    if (clock.monotonic() - purgedAt > DAY_MS) {
      purgedAt = clock.monotonic();
      await book.purgeDeliveries(clock.now() - KEPT_MS);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    await takeTurns(signal);
    await reconciler.run(signal);
    await kickLanes();
    await purge();
  }

  return {
    tick(signal) {
      const both = AbortSignal.any([signal, leaving.signal]);
      running ??= run(both).finally(() => {
        running = undefined;
      });
      return running;
    },
    async idle() {
      await Promise.all([...lanes.values()].map((lane) => lane.idle()));
    },
    async stop() {
      leaving.abort();
      await running?.catch(() => undefined);
      await this.idle();
    },
  };
}
