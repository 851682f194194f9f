import type { ClientState, Gesture, JournalEntry, Outcome } from "../../local-slack/protocol.ts";

type Without<T> = T extends unknown ? Omit<T, "as"> : never;
/** A gesture whose maker is already known. */
export type Act = Without<Gesture>;

/** The way to the local Slack for one person. */
export interface Door {
  send(act: Act): Promise<Outcome>;
}

export async function send(as: string, act: Act): Promise<Outcome> {
  try {
    const response = await fetch(`/door/${act.kind}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...act, as }),
    });
    const outcome: Outcome = await response.json();
    return outcome;
  } catch {
    return { ok: false, error: "The playground does not answer. Is it still running?" };
  }
}

/** null: there is nobody with this id. */
export async function loadState(as: string): Promise<ClientState | null> {
  const response = await fetch(`/door/state?as=${encodeURIComponent(as)}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The playground answered ${response.status}.`);
  const state: ClientState = await response.json();
  return state;
}

export async function loadJournal(after: number): Promise<readonly JournalEntry[]> {
  const response = await fetch(`/door/journal?after=${after}`);
  if (!response.ok) throw new Error(`The playground answered ${response.status}.`);
  const entries: readonly JournalEntry[] = await response.json();
  return entries;
}
