import type { Log } from "../log.ts";
import type { Clock } from "./clock.ts";
import type { Compose } from "./composer.ts";
import type { DirectMessage, Messenger, SendOutcome } from "./messenger.ts";
import type { DeliveryBook } from "./nudge-book.ts";
import type { Pace } from "./pace.ts";
import type { Claim } from "./plan.ts";
import { localDay } from "./time/local-day.ts";
import type { judge as judgeWindow } from "./time/verdict.ts";
import { nextWorking } from "./time/working-hours.ts";

export interface DeliveryParts {
  readonly book: DeliveryBook;
  readonly messenger: Messenger;
  readonly compose: Compose;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly judge: typeof judgeWindow;
}

/** Ids of claims whose sending runs in this process. */
export type UnderWay = Set<string>;

const TRUE_FOR_MS = 60_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/**
 * One claim, from words to record. The order is the promise: what is not begun in the book is not sent, and what was begun is either recorded
 * or found later by asking Slack.
 */
export async function deliver(
  claim: Claim,
  parts: DeliveryParts,
  pace: Pace,
  underWay: UnderWay,
  signal: AbortSignal,
): Promise<void> {
  const written = (await isDue(claim, parts)) ? await compose(claim, parts) : undefined;
  const writtenAt = parts.clock.now();

  if (written === undefined) {
    return;
  }
  await pace.turn(signal);
  if (signal.aborted || !(await isDue(claim, parts))) {
    return;
  }
  // After a long wait in the queue it may no longer be true, or wanted.
  const waited = Math.abs(parts.clock.now() - writtenAt);
  const message = waited < TRUE_FOR_MS ? written : await compose(claim, parts);
  if (message === undefined) {
    return;
  }
  underWay.add(claim.id);
  try {
    if (await begin(claim, parts)) {
      const begun = { ...claim, attempt: claim.attempt + 1 };
      const { owner, channel, id } = claim;
      await record(begun, await parts.messenger.send(message, { owner, channel, deliveryId: id }), parts, pace);
    }
  } finally {
    underWay.delete(claim.id);
  }
}

async function isDue(claim: Claim, { book, clock, judge }: DeliveryParts): Promise<boolean> {
  const now = clock.now();
  const verdict = judge(claim.window, claim.place, now);

  if (verdict.kind === "drop") {
    await book.drop(claim, verdict.reason, now);
  }
  if (verdict.kind === "wait") {
    await book.postpone(claim, verdict.until);
  }
  return verdict.kind === "send";
}

async function compose(claim: Claim, parts: DeliveryParts): Promise<DirectMessage | undefined> {
  const { book, clock, log } = parts;

  try {
    const composed = await parts.compose(claim, clock.now());

    if (composed.kind === "message") {
      return composed.message;
    }
    await book.drop(claim, composed.reason, clock.now());
    if (composed.kind === "stop") {
      await book.switchOffAll(claim.owner, composed.reason, clock.now());
    }
  } catch (error) {
    log.error({ error, delivery: claim.id, kind: claim.kind }, "reminder could not be written");
    await book.postpone(claim, retryAt(claim, parts));
  }
  return undefined;
}

/** At most one message a day, over all kinds. What a 1:1 brings on its own day does not count. */
async function begin(claim: Claim, { book, clock }: DeliveryParts): Promise<boolean> {
  const now = clock.now();
  const { place, slot, window } = claim;
  const today = localDay(place.zone, now);
  // The slot's name is the day that the rule gives: a 1:1 that was moved, or is in another zone, takes place on another.
  const ofThatDay = claim.kind !== "nudge" && localDay(place.zone, slot.at).equals(today);
  const begun = await book.begin(claim, ofThatDay ? null : today.toString(), now);

  if (begun === "capped") {
    const tomorrow = nextWorking(place, today.add({ days: 1 }).toZonedDateTime(place.zone).epochMilliseconds);
    await (tomorrow < window.until ? book.postpone(claim, tomorrow) : book.drop(claim, "one-a-day", now));
  }
  return begun === "begun";
}

async function record(claim: Claim, outcome: SendOutcome, parts: DeliveryParts, pace: Pace): Promise<void> {
  const { book, clock, log } = parts;
  const now = clock.now();

  switch (outcome.kind) {
    case "sent":
      pace.succeeded();
      return book.sent(claim, outcome.receipt, now);
    case "limited":
      pace.limited(outcome.retryAfterMs);
      return book.giveBack(claim, now + outcome.retryAfterMs);
    case "later":
      pace.failed();
      return book.giveBack(claim, retryAt(claim, parts));
    case "unknown":
      // The row stays as it is: it says "perhaps", and reconciling asks.
      pace.failed();
      log.warn({ delivery: claim.id, reason: outcome.reason }, "reminder may have arrived");
      return;
    case "refused":
      log.warn({ delivery: claim.id, scope: outcome.scope, reason: outcome.reason }, "reminder refused");
      await book.drop(claim, outcome.reason, now);
      if (outcome.scope === "person") await book.switchOffAll(claim.owner, outcome.reason, now);
      if (outcome.scope === "workspace") await book.stopWorkspace(claim.owner.team, outcome.reason, now);
  }
}

/** Longer each time, and never the same for two people. */
function retryAt(claim: Claim, { clock, random }: DeliveryParts): number {
  const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(claim.attempt, 10));

  return clock.now() + wait * (0.75 + random() / 2);
}
