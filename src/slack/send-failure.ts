import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import type { SendOutcome } from "../nudges/messenger.ts";

/** What a failed call says about the message: is it certainly not there, and would another try help? Whoever is not sure says "unknown". */
export function sendFailure(error: unknown): Exclude<SendOutcome, { kind: "sent" }> {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: "limited", retryAfterMs: Math.min(LONGEST_RETRY_MS, Math.max(1, error.retryAfter) * 1000) };
  }
  if (error instanceof WebAPIPlatformError) {
    return refusal(error.data.error);
  }
  if (error instanceof WebAPIHTTPError) {
    const reason = `status-${error.statusCode}`;
    // Below 500 something on the way answered for Slack.
    return error.statusCode < 500 ? { kind: "later", reason } : { kind: "unknown", reason };
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return NEVER_LEFT.has(code) ? { kind: "later", reason: code } : { kind: "unknown", reason: code };
  }
  // The SDK has no error of its own for a 429 whose Retry-After cannot be read.
  return error instanceof Error && error.message.startsWith("Retry header")
    ? { kind: "limited", retryAfterMs: UNREADABLE_RETRY_MS }
    : { kind: "unknown", reason: "unreadable-answer" };
}

const UNREADABLE_RETRY_MS = 60_000;
/** Slack says seconds. Whatever says days must not silence a workspace until the next start. */
const LONGEST_RETRY_MS = 3_600_000;

/** No connection, so nothing was asked of Slack. */
const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Slack says of these that part of the work may have been done. */
const PERHAPS_DONE = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable"]);
const TOO_MANY = new Set(["ratelimited", "rate_limited"]);

const WORKSPACE = new Set([
  "access_denied",
  "account_inactive",
  "ekm_access_denied",
  "invalid_auth",
  "missing_scope",
  "no_permission",
  "not_allowed_token_type",
  "not_authed",
  "org_login_required",
  "team_access_not_granted",
  "team_not_found",
  "token_expired",
  "token_revoked",
]);

const PERSON = new Set([
  "cannot_dm_bot",
  "channel_not_found",
  "is_archived",
  "messages_tab_disabled",
  "not_in_channel",
  "restricted_action",
  "restricted_action_read_only_channel",
  "user_disabled",
  "user_not_found",
  "user_not_visible",
]);

function refusal(reason: unknown): Exclude<SendOutcome, { kind: "sent" }> {
  // The SDK makes a refusal of an answer that it cannot read, with that answer as its name, and of one that gives no reason.
  if (typeof reason !== "string" || !/^[a-z][a-z0-9_]{1,60}$/.test(reason)) {
    return { kind: "unknown", reason: "unreadable-answer" };
  }
  if (PERHAPS_DONE.has(reason)) {
    return { kind: "unknown", reason };
  }
  if (TOO_MANY.has(reason)) {
    return { kind: "limited", retryAfterMs: UNREADABLE_RETRY_MS };
  }
  const scope = WORKSPACE.has(reason) ? "workspace" : PERSON.has(reason) ? "person" : "message";
  return { kind: "refused", scope, reason };
}

function codeOf(error: Error): string {
  const cause = error.cause ?? error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
