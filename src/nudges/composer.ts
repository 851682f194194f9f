import type { DirectMessage } from "./messenger.ts";
import type { Claim } from "./plan.ts";

type Composed =
  | { readonly kind: "message"; readonly message: DirectMessage }
  /** There is nothing to say: they logged this week, are away, are a guest. The reason is recorded. */
  | { readonly kind: "skip"; readonly reason: string }
  /** They will never want it here: the plan is switched off with that reason. */
  | { readonly kind: "stop"; readonly reason: string };

/** Words for a reminder, made just before it is sent. A rejection is retried while the reminder is of use. */
export type Compose = (claim: Claim, now: number) => Promise<Composed>;
