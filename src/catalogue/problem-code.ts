import type { Severity } from "./types.ts";

/** What one lint code says. Its sentences are made from texts quoted out of the author's file. */
export interface Code<A extends readonly string[]> {
  readonly severity: Severity;
  /** For the page of all codes: what it means and why it matters. */
  readonly about: string;
  /** Arguments of the example on that page. */
  readonly sample: A;
  /** What is wrong, in one sentence. */
  message(...args: A): string;
  /** How to mend it, in one sentence. */
  hint(...args: A): string;
}

export function code<A extends readonly string[]>(entry: Code<A>): Code<A> {
  return entry;
}

/** A sentence as YAML that means the same sentence. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
