import { WebClient, type WebClientOptions } from "@slack/web-api";
import { type Log, slackLogger } from "../../log.ts";

/**
 * Two kinds of calls with two policies, never one client: a 429 pauses everything that a client sends. Each call makes new options, because
 * the SDK writes into the ones it is given.
 */

/** Somebody waits: 2.5 s, one retry, and a rate limit is an answer. */
export function interactiveOptions(apiUrl: string, log: Log): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: slackLogger(log),
    timeout: INTERACTIVE_TIMEOUT_MS,
    retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 300 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    // Bolt posts to a `response_url` with this same fetch and no limit of its own.
    fetch: (url, init) =>
      fetch(url, { ...init, signal: either(init?.signal, AbortSignal.timeout(INTERACTIVE_TIMEOUT_MS)) }),
  };
}

/** Nobody waits: 10 s, no retry by the SDK; who calls decides what a failure means. */
export function createBackgroundClient(apiUrl: string, token: string, log: Log, timeout = 10_000): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    logger: slackLogger(log),
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
}

/** Opening a Socket Mode connection: one try, because the connection has its own loop, and none that outlives a stop. */
export function connectionOptions(apiUrl: string, stop: AbortSignal): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: (url, init) => fetch(url, { ...init, signal: either(init?.signal, stop) }),
  };
}

const INTERACTIVE_TIMEOUT_MS = 2_500;

function either(signal: AbortSignal | null | undefined, other: AbortSignal): AbortSignal {
  return signal ? AbortSignal.any([signal, other]) : other;
}
