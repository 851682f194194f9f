import type { EvidenceLog } from "../evidence/evidence-log.ts";
import { MAX_TEXT } from "../evidence/parse-new-win.ts";
import type { Draft, Owner, Win } from "../evidence/types.ts";
import type { Captured, Handed } from "./captured.ts";
import { winParts } from "./parts.ts";

export interface SplitParts<Reply extends { readonly captured: Captured }> {
  readonly log: Pick<EvidenceLog, "dropDraft">;
  readonly capture: (handed: Handed) => Promise<Reply>;
}

export interface Split<Reply> {
  readonly wins: readonly Win[];
  /** What was said of the part that could not be saved. */
  readonly stopped?: Reply;
}

/**
 * Words that are too long for one win, as several. The draft goes once every part is on disk: where one cannot be saved the rest waits with
 * it, and the next try passes over what the first one saved.
 */
export async function splitDraft<Reply extends { readonly captured: Captured }>(
  owner: Owner,
  draft: Draft,
  { log, capture }: SplitParts<Reply>,
): Promise<Split<Reply>> {
  const wins: Win[] = [];

  for (const [index, text] of winParts(draft.text, MAX_TEXT).entries()) {
    const reply = await capture({
      owner,
      text,
      origin: draft.origin,
      // A message key belongs to one win; the address stands with each.
      source: { ...draft.source, messageKey: index === 0 ? draft.source.messageKey : null },
      writtenAt: Date.parse(draft.createdAt),
      gesture: `split:${draft.id}:${index}`,
      again: true,
    });
    const { captured } = reply;

    if (captured.kind !== "saved" && captured.kind !== "repeat") {
      return { wins, stopped: reply };
    }
    wins.push(captured.win);
  }
  await log.dropDraft(owner, draft.id);
  return { wins };
}
