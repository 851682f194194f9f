import { createLog } from "../src/log.ts";
import type { Clock } from "../src/nudges/clock.ts";
import type { Compose } from "../src/nudges/composer.ts";
import { createEngine, type Engine } from "../src/nudges/engine.ts";
import type { Messenger } from "../src/nudges/messenger.ts";
import type { NudgeBook } from "../src/nudges/nudge-book.ts";
import type { PaceOptions } from "../src/nudges/pace.ts";
import { createTakeTurn } from "../src/nudges/planning.ts";
import { judge } from "../src/nudges/time/verdict.ts";
import { createSlackMessenger } from "../src/slack/slack-messenger.ts";
import { createBackgroundClient } from "../src/slack/transport/web-clients.ts";
import { type CrashPoint, type Without, withoutClaim, withoutReconciling } from "./crash.ts";

/** The real engine on the real book and a real Web API client; what is the simulation's own is the clock, the words and the accidents. */
export interface BotParts {
  readonly book: NudgeBook;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly crash: CrashPoint;
  readonly random: () => number;
  readonly settleMs: number;
  readonly pace?: PaceOptions | undefined;
  readonly without?: Without;
}

const usualPace: PaceOptions = { start: 20, least: 2, most: 50, burst: 20 };

export function createBot({ book, messenger, clock, crash, random, settleMs, pace, without = {} }: BotParts): Engine {
  const judging: typeof judge = without.expiry === true ? withoutExpiry : judge;

  return createEngine({
    book: crash.guard(without.claim === true ? withoutClaim(book) : book),
    messenger: crash.guard(without.reconciling === true ? withoutReconciling(messenger) : messenger),
    compose: say,
    clock,
    random,
    log: quiet,
    judge: judging,
    takeTurn: createTakeTurn(judging),
    pace: pace ?? usualPace,
    reconciling: { settleMs, lookups: 8 },
  });
}

const quiet = createLog("error", { write: () => undefined });

/** A Slack that hangs is waited for in real time; where it is known to hang there is no need to wait long. */
const HANGING_MS = 20;

/** A call gets `callMs` by the machine's clock. */
export function messengerTo(apiUrl: string, token: string, callMs: number, hangs = () => false): Messenger {
  const patient = createBackgroundClient(apiUrl, token, quiet, callMs);
  const hasty = createBackgroundClient(apiUrl, token, quiet, HANGING_MS);
  return createSlackMessenger(() => (hangs() ? hasty : patient));
}

/** The words say which reminder this is, so that what Slack received can be counted without the bot's records. */
const say: Compose = async ({ kind, occurrence, owner }) =>
  isAway(owner.user, occurrence)
    ? { kind: "skip", reason: "away" }
    : {
        kind: "message",
        message: {
          text: `${kind} ${occurrence}`,
          blocks: [{ type: "section", text: { type: "plain_text", text: `${kind} ${occurrence}` } }],
        },
      };

/** Some weeks some people are on holiday. */
export function isAway(user: string, occurrence: string): boolean {
  const week = Number(occurrence.slice(-2));
  return (Number(user.slice(-5)) + week) % 23 === 0;
}

/** Late is as good as in time. */
const withoutExpiry: typeof judge = (window, _place, now) =>
  now >= window.from ? { kind: "send" } : { kind: "wait", until: window.from };
