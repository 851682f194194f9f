import type { Owner } from "../evidence/types.ts";

/** What is known of a person in Slack. Guests look things up and store nothing; a stranger is somebody of another workspace. */
export interface Person {
  readonly standing: "member" | "guest" | "stranger";
  /** IANA zone. */
  readonly tz: string | null;
  readonly name: string;
  /** The account is closed, or an app's: nothing is sent there. */
  readonly unreachable?: "deactivated" | "bot";
  /** Milliseconds since 1970 until which they are not at work, as their status says. Absent: it does not say so. */
  readonly awayUntil?: number;
}

export interface People {
  /** From memory, at once. */
  known(owner: Owner): Person | undefined;
  /** Asks Slack where memory does not know; undefined when Slack does not say. */
  look(owner: Owner): Promise<Person | undefined>;
  /** The same for whoever is being waited for: after a moment undefined, and memory knows when Slack has said it. */
  glance(owner: Owner): Promise<Person | undefined>;
}
