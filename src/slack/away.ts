import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Owner } from "../evidence/types.ts";
import type { Log } from "../log.ts";
import type { SlackPeople } from "./people.ts";
import { sendFailure } from "./send-failure.ts";
import type { SlackUser } from "./slack-user.ts";

/**
 * Whether somebody is away at this moment, asked just before a nudge would go out. Whatever Slack does not say, or says too late, counts as
 * "not away": a nudge waits for nothing. The client is one that nothing else uses, so that its limits slow nothing down.
 */
export interface Away {
  away(owner: Owner): Promise<boolean>;
  /** The optional scope that Slack refused; null while none was missed. */
  missing(): string | null;
}

export interface AwayParts {
  /** With a short time limit. */
  readonly client: WebClient;
  readonly people: SlackPeople;
  readonly log: Log;
  readonly now: () => number;
  /** Milliseconds that only count up. */
  readonly monotonic?: () => number;
}

/** Optional: without it only the status is seen. */
export const AWAY_SCOPE = "dnd:read";

const silence = z.object({ dnd_enabled: z.boolean(), next_dnd_start_ts: z.number(), next_dnd_end_ts: z.number() });

/** A status that Slack told us so lately is not asked for again. */
const FRESH_MS = 60_000;

export function createAway({ client, people, log, now, monotonic = () => performance.now() }: AwayParts): Away {
  const askSilence = createInquiry("dnd.info", { client, log, monotonic });
  const askPerson = createInquiry("users.info", { client, log, monotonic });

  async function isSilent({ user }: Owner): Promise<boolean> {
    const said = silence.safeParse(await askSilence.ask(user));
    const at = now() / 1000;

    // Of another person Slack says nothing of a snooze but its beginning and end, like those of any silence.
    return said.success && said.data.dnd_enabled && said.data.next_dnd_start_ts <= at && at < said.data.next_dnd_end_ts;
  }

  async function saysSo(owner: Owner): Promise<boolean> {
    if (people.age(owner) > FRESH_MS) {
      const said = answered.safeParse(await askPerson.ask(owner.user));
      if (said.success) people.learn(owner, said.data.user);
    }
    const until = people.known(owner)?.awayUntil;

    return until !== undefined && now() < until;
  }

  return {
    async away(owner) {
      const [silent, says] = await Promise.all([isSilent(owner), saysSo(owner)]);

      return silent || says;
    },
    missing: () => (askSilence.missesScope() ? AWAY_SCOPE : null),
  };
}

const answered = z.object({ user: z.custom<SlackUser>((user) => typeof user === "object" && user !== null) });

interface Inquiry {
  /** undefined: not asked, or no answer. */
  ask(user: string): Promise<unknown>;
  missesScope(): boolean;
}

/** Well below what Slack allows a method of this kind: fifty a minute. */
const A_MINUTE = 45;
const AT_ONCE = 40;
const SCOPE_MS = 6 * 3_600_000;
const TROUBLE_MS = 60_000;

/** One method with a budget of its own. Nobody waits for the budget: what is beyond it is not asked. */
function createInquiry(
  method: string,
  { client, log, monotonic }: Pick<AwayParts, "client" | "log"> & { readonly monotonic: () => number },
): Inquiry {
  let tokens = AT_ONCE;
  let filled = monotonic();
  let silentUntil = Number.NEGATIVE_INFINITY;
  let misses = false;

  function mayAsk(): boolean {
    const at = monotonic();
    tokens = Math.min(AT_ONCE, tokens + ((at - filled) / 60_000) * A_MINUTE);
    filled = at;
    if (at < silentUntil || tokens < 1) return false;
    tokens -= 1;
    return true;
  }

  return {
    async ask(user) {
      if (!mayAsk()) return undefined;
      try {
        const answer = await client.apiCall(method, { user });
        misses = false;
        return answer;
      } catch (error) {
        misses = error instanceof WebAPIPlatformError && error.data.error === "missing_scope";
        silentUntil = monotonic() + (misses ? SCOPE_MS : silenceAfter(error));
        log.warn(
          { method, reason: misses ? "missing_scope" : sendFailure(error).kind },
          "slack did not say who is away",
        );
        return undefined;
      }
    },
    missesScope: () => misses,
  };
}

/** Nothing for what concerns one person alone. */
function silenceAfter(error: unknown): number {
  const failure = sendFailure(error);

  if (failure.kind === "limited") return failure.retryAfterMs;
  return failure.kind === "refused" && failure.scope === "person" ? 0 : TROUBLE_MS;
}
