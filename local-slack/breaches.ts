/** Where the local Slack asks the validator, and how Slack words a refusal. */

import { checkMessage, checkView } from "../src/slack/block-kit/check.ts";
import type { Payload } from "./payload.ts";
import type { Breach } from "./protocol.ts";

/** `slack`: Slack refuses the payload. `ours`: Slack takes it, and a reader is still worse off. */
export interface Findings {
  readonly slack: readonly Breach[];
  readonly ours: readonly Breach[];
}

export function messageBreaches(message: Payload): Findings {
  const breaches = checkMessage(message);
  return {
    slack: breaches.filter(({ code }) => code !== "missing_text"),
    ours: breaches.filter(({ code }) => code === "missing_text"),
  };
}

export function viewBreaches(view: Payload): Findings {
  return { slack: checkView(view), ours: [] };
}

/** The `errors` and `response_metadata` of an `invalid_blocks` or `invalid_arguments` answer. */
export function breachDetails(breaches: readonly Breach[], under = ""): Payload {
  const messages = breaches.map((breach) => `[ERROR] ${breach.message} [json-pointer:${under}${breach.pointer}]`);
  return { errors: breaches, response_metadata: { messages } };
}
