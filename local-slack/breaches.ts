/** Where the local Slack asks the validator, and how Slack words a refusal. */

import { isPayload, type Payload } from "./payload.ts";
import type { Breach } from "./protocol.ts";

/** `slack`: Slack would refuse the payload. `ours`: Slack takes it, we should not have sent it. */
export interface Findings {
  readonly slack: readonly Breach[];
  readonly ours: readonly Breach[];
}

export function messageBreaches(message: Payload): Findings {
  return message["blocks"] === undefined ? { slack: [], ours: [] } : structureBreaches(message["blocks"]);
}

export function viewBreaches(view: Payload): Findings {
  return structureBreaches(view["blocks"]);
}

/** The `errors` and `response_metadata` of an `invalid_blocks` or `invalid_arguments` answer. */
export function breachDetails(breaches: readonly Breach[], under = ""): Payload {
  const messages = breaches.map((breach) => `[ERROR] ${breach.message} [json-pointer:${under}${breach.pointer}]`);
  return { errors: breaches, response_metadata: { messages } };
}

function structureBreaches(blocks: unknown): Findings {
  if (!Array.isArray(blocks)) {
    return { slack: [{ code: "failed_constraint", message: "must be an array", pointer: "/blocks" }], ours: [] };
  }
  const slack = blocks.flatMap((block: unknown, index) =>
    isPayload(block) && typeof block["type"] === "string"
      ? []
      : [{ code: "missing_required_field", message: "missing required field: type", pointer: `/blocks/${index}` }],
  );
  return { slack, ours: [] };
}
