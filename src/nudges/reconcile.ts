import type { DeliveryParts, UnderWay } from "./delivery.ts";
import type { Claim } from "./plan.ts";

/**
 * Sending began and nothing was recorded: the process was killed, the reply was lost, or another process is at it this moment. Slack is asked
 * whether the message with this delivery id is there. It is asked only after the row has stood still for a while, by a clock that cannot step:
 * a call that is still under way then has either arrived or timed out.
 */
export interface Reconciler {
  run(signal: AbortSignal): Promise<void>;
}

export interface ReconcileOptions {
  /** Longer than a call may take, twice over. */
  readonly settleMs: number;
  /** After so many questions without an answer the row is parked, but not while the reminder is of use. */
  readonly lookups: number;
}

export const usualReconciling: ReconcileOptions = { settleMs: 30_000, lookups: 8 };

const ROWS = 200;
const LOOKUPS_PER_RUN = 20;
/** A reminder is of use for an hour at times: what came back after a while must not be asked only after that. */
const LONGEST_WAIT_MS = 5 * 60_000;
/** Slack's clock and ours may differ, and ours may have been set back since. */
const CLOCKS_DIFFER_MS = 2 * 3_600_000;

export function createReconciler(
  parts: DeliveryParts,
  underWay: UnderWay,
  { settleMs, lookups }: ReconcileOptions,
): Reconciler {
  const { book, clock } = parts;
  let seen = new Map<string, number>();

  /** Whether to ask about it in this run; remembers rows that are seen for the first time. */
  function isSettled(claim: Claim, still: typeof seen): boolean {
    const key = `${claim.id}#${claim.attempt}`;
    const now = clock.monotonic();
    const known = underWay.has(claim.id) ? undefined : seen.get(key);

    still.set(key, known ?? now);
    return known !== undefined && now >= known + settleMs;
  }

  return {
    async run(signal) {
      const still: typeof seen = new Map();
      const settled = (await book.unresolved(clock.now(), ROWS)).filter((claim) => isSettled(claim, still));
      const troubled = new Set<string>();
      let asked = 0;
      seen = still;

      for (const claim of settled) {
        if (signal.aborted || asked >= LOOKUPS_PER_RUN) return;
        if (troubled.has(claim.owner.team)) continue;
        asked += 1;
        const wait = Math.min(LONGEST_WAIT_MS, settleMs * 2 ** Math.min(claim.lookups + 1, 6));
        if (!(await resolve(claim, parts, lookups, wait))) troubled.add(claim.owner.team);
      }
    },
  };
}

/** false: Slack could not answer now. */
async function resolve(
  claim: Claim,
  { book, messenger, clock, log }: DeliveryParts,
  lookups: number,
  wait: number,
): Promise<boolean> {
  const { channel, claimedAt, id, owner } = claim;
  const since = claimedAt - CLOCKS_DIFFER_MS;
  const outcome =
    channel === null
      ? { kind: "impossible" as const, reason: "unknown-conversation" }
      : await messenger.findDelivery(channel, id, since, owner.team);
  const now = clock.now();

  switch (outcome.kind) {
    case "found":
      await book.sent(claim, outcome.receipt, now);
      return true;
    case "absent":
      await book.giveBack(claim, now);
      return true;
    case "impossible":
      log.warn({ delivery: id, reason: outcome.reason }, "nobody can say whether a reminder arrived");
      await book.park(claim, outcome.reason, now);
      return true;
    case "later":
      if (claim.lookups + 1 >= lookups && now >= claim.window.until) {
        log.warn({ delivery: id, reason: outcome.reason }, "gave up asking whether a reminder arrived");
        await book.park(claim, outcome.reason, now);
      } else {
        await book.lookedUp(claim, now + wait);
      }
      return false;
  }
}
