import { setTimeout as pause } from "node:timers/promises";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Log } from "../../log.ts";

/** Whose token we hold, as Slack says it; unknown until `auth.test` has answered once. */
export interface Identity {
  teamId(): string | undefined;
  botId(): string | undefined;
  botUserId(): string | undefined;
  /** `https://brightwater.slack.com/`. */
  workspaceUrl(): string | undefined;
  /** Resolves to the workspace when Slack has said who we are; never, when it does not. */
  readonly known: Promise<string>;
  /** What the token may do. */
  scopes(): readonly string[] | undefined;
  /** In words for `/readyz`: null when Slack has been reached. */
  waitingFor(): string | null;
  /** The last thing that Slack refused, for the body of `/readyz`; null when all is well. */
  trouble(): string | null;
  /** Slack said that the token no longer counts. */
  revoked(reason: string): void;
}

const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 60_000;

/**
 * Asks Slack who we are, again and again until it answers; the bot answers from memory meanwhile. Never rejects: a wrong token at start is a
 * reason in `/readyz` and a line in the log, not the end of the process.
 */
export function learnIdentity(client: WebClient, log: Log, signal: AbortSignal): Identity {
  let known:
    | {
        teamId?: string | undefined;
        botId?: string | undefined;
        botUserId?: string | undefined;
        url?: string | undefined;
        scopes?: readonly string[] | undefined;
      }
    | undefined;
  let trouble: string | null = null;
  const reached = Promise.withResolvers<string>();

  const learn = async () => {
    for (let wait = FIRST_PAUSE_MS; known === undefined && !signal.aborted; wait = Math.min(wait * 2, LAST_PAUSE_MS)) {
      try {
        const answer = await client.auth.test();

        known = {
          teamId: answer.team_id,
          botId: answer.bot_id,
          botUserId: answer.user_id,
          url: answer.url,
          scopes: answer.response_metadata?.scopes,
        };
        trouble = null;
        if (answer.team_id !== undefined) reached.resolve(answer.team_id);
        log.info({ team: answer.team_id }, "slack reached");
      } catch (error) {
        trouble = error instanceof WebAPIPlatformError ? error.data.error : "unreachable";
        log.error({ error }, "slack could not be reached");
        await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  };
  void learn();

  return {
    known: reached.promise,
    teamId: () => known?.teamId,
    botId: () => known?.botId,
    botUserId: () => known?.botUserId,
    workspaceUrl: () => known?.url,
    scopes: () => known?.scopes,
    waitingFor: () => (known === undefined ? `Slack has not answered yet (${trouble ?? "first try under way"})` : null),
    trouble: () => trouble,
    revoked(reason) {
      trouble = reason;
    },
  };
}
