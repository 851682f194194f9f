import { randomBytes } from "node:crypto";

/** The configuration cannot be used. `message` names everything that is wrong, one line each, and never a secret. */
export class ConfigError extends Error {
  override name = "ConfigError";
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join("\n"));
    this.reasons = reasons;
  }
}

/** Eight letters and digits that stand both in an apology and in the log line that explains it. */
export function newErrorId(): string {
  return randomBytes(5).toString("hex").slice(0, 8);
}
