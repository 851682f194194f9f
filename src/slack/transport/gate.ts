import type { App, CodedError, ReceiverEvent } from "@slack/bolt";
import { RespondError } from "@slack/bolt";
import { WebAPIPlatformError } from "@slack/web-api";
import { newErrorId } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { Metrics } from "../../metrics.ts";
import { WIN_COMMAND } from "../ids.ts";
import { foreignWorkspaceText, restartingText, unknownCommandText } from "../views/plain-texts.ts";
import { handBack } from "../views/wins/not-saved.ts";
import { type ApologyWays, apologise, apologiseForEvent } from "./apology.ts";
import { type DeliveryKind, gestureKey, kindOf, teamOf } from "./delivery.ts";
import { answerByAddress, ConnectionGoneError } from "./lost-answer.ts";
import { createRepeats } from "./repeats.ts";

/**
 * Stands between a receiver and Bolt, the same for both transports, and does what Bolt leaves open: every delivery is answered exactly
 * once, events only after their work is done, a repeat has no second effect, another workspace is refused, a failure is told to the
 * person with an id that is in the log, and whoever stops the program can wait until nothing is under way.
 */
export interface Gate {
  /** What a receiver should call instead of the app. */
  guard(app: App): Pick<App, "processEvent">;
  /** Resolves when what runs now has finished. */
  finished(): Promise<unknown>;
  /** Takes no more work and resolves when what runs has finished. */
  close(): Promise<void>;
}

export interface GateParts extends ApologyWays {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** Undefined until Slack has said whose token we hold. */
  readonly teamId: () => string | undefined;
}

interface Failure {
  readonly id: string;
}

export function createGate(parts: GateParts): Gate {
  const { log, metrics, now } = parts;
  const repeats = createRepeats(now);
  const failures = new WeakMap<object, Failure>();
  const running = new Set<Promise<void>>();
  let closing = false;

  const finished = () => Promise.allSettled(running);

  async function run(app: App, event: ReceiverEvent, kind: DeliveryKind, answer: OnceAck): Promise<void> {
    await app.processEvent({ ...event, ack: kind === "event" ? async () => undefined : answer.ack });

    const failure = failures.get(event.body);

    if (kind === "event") {
      if (failure !== undefined) {
        await apologiseForEvent(event, failure.id, parts);
        throw new DeliveryFailedError(failure.id);
      }
      await answer.ack();
    } else if (failure !== undefined) {
      await apologise(event, { kind, id: failure.id }, answer, parts);
    } else if (!answer.given()) {
      log.warn({ kind }, "delivery without a listener");
      await answer.ack(kind === "command" ? ephemeral(unknownCommandText(String(event.body["command"]))) : undefined);
    }
  }

  async function admit(app: App, event: ReceiverEvent): Promise<void> {
    const kind = kindOf(event.body);
    const answer = onceAck(event, parts);
    const started = now();
    const finish = (outcome: string) => metrics.delivery(kind, outcome, (now() - started) / 1000);
    const team = teamOf(event.body);
    const ours = parts.teamId();

    if (closing) {
      finish("stopping");
      if (kind !== "command") {
        throw new DeliveryFailedError("stopping");
      }
      await answer.ack(restarting(event.body));
      return;
    }
    if (ours !== undefined && team !== ours) {
      finish("foreign");
      await answer.ack(kind === "command" ? ephemeral(foreignWorkspaceText) : undefined);
      return;
    }

    if (kind === "unknown") {
      log.warn({ type: String(event.body["type"]) }, "delivery of an unknown kind");
      finish("unknown");
      await answer.ack();
      return;
    }

    const key = gestureKey(kind, event.body);

    try {
      if (key === undefined) {
        await run(app, event, kind, answer);
      } else if ((await repeats.once(key, () => run(app, event, kind, answer))) === "repeat") {
        finish("repeat");
        await answer.ack();
        return;
      }
      finish(failures.has(event.body) ? "failed" : "ok");
    } catch (error) {
      finish("failed");
      throw error;
    }
  }

  return {
    guard(app) {
      app.error(async ({ error, body }: { error: CodedError; body: ReceiverEvent["body"] }) => {
        const id = newErrorId();

        failures.set(body, { id });
        // A response_url that is used up, or a form that was closed meanwhile, is the person's lost answer, not our defect.
        log[error instanceof RespondError || isGone(error) ? "warn" : "error"](
          { errorId: id, kind: kindOf(body), error },
          "delivery failed",
        );
      });

      return {
        processEvent(event) {
          const work = admit(app, event);

          running.add(work);
          return work.finally(() => running.delete(work));
        },
      };
    },
    finished,
    async close() {
      closing = true;
      await finished();
    },
  };
}

function isGone(error: Error): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === "not_found";
}

/** The work for a delivery failed, or was not begun; the receiver must not say that it is done. */
class DeliveryFailedError extends Error {
  override name = "DeliveryFailedError";

  constructor(reason: string) {
    super(`The delivery was not handled (${reason}).`);
  }
}

interface OnceAck {
  ack(response?: unknown): Promise<void>;
  given(): boolean;
}

/** Both receivers answer the first acknowledgement; a second one is our defect, and is logged instead of breaking the first. */
function onceAck(event: ReceiverEvent, parts: GateParts): OnceAck {
  let given = false;

  return {
    given: () => given,
    async ack(response) {
      if (given) {
        parts.log.warn("a delivery was acknowledged twice");
        return;
      }
      given = true;
      try {
        await event.ack(response);
      } catch (error) {
        if (!(error instanceof ConnectionGoneError)) throw error;
        await answerByAddress(event, response, parts);
      }
    },
  };
}

/** A command leaves nothing in Slack's input: words that were to be saved are handed back. */
function restarting(body: ReceiverEvent["body"]): object {
  const words = body["command"] === WIN_COMMAND ? String(body["text"] ?? "") : "";
  if (words.trim() === "") return ephemeral(restartingText);
  const { text, blocks } = handBack(restartingText, words);

  return { ...ephemeral(text), blocks };
}

function ephemeral(text: string) {
  return { response_type: "ephemeral", text };
}
