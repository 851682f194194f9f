import type { EvidenceLog } from "../evidence/evidence-log.ts";
import { parseNewWin } from "../evidence/parse-new-win.ts";
import { StoreBusyError, StoreFullError } from "../store/store-errors.ts";
import { type Captured, type Handed, NO_SOURCE } from "./captured.ts";
import { localDay } from "./days.ts";
import type { HeldWords } from "./held.ts";
import type { People } from "./people.ts";

export interface CaptureParts {
  readonly log: EvidenceLog;
  readonly people: People;
  readonly held: HeldWords;
}

/**
 * From words that a person handed over to a record on disk, or to a plain answer why not. Never waits for Slack: who somebody is, is
 * taken from memory, and asked after the words are safe (`check-after.ts`). When it resolves with "saved", the record survives a power cut.
 */
export async function capture(handed: Handed, parts: CaptureParts): Promise<Captured> {
  const { owner, text } = handed;
  const person = parts.people.known(owner);
  const standing = handed.foreign === true ? "stranger" : (person?.standing ?? "member");

  if (standing !== "member") {
    return { kind: "refused", standing, text };
  }
  try {
    return await save(handed, parts);
  } catch (error) {
    const because = error instanceof StoreBusyError ? "busy" : error instanceof StoreFullError ? "full" : null;

    if (because === null) {
      throw error;
    }
    return { kind: "unsaved", because, held: parts.held.keep(handed), text };
  }
}

async function save(handed: Handed, { log, people }: CaptureParts): Promise<Captured> {
  const { owner, text, origin, gesture, again, writtenAt } = handed;
  const source = handed.source ?? NO_SOURCE;
  const tz = people.known(owner)?.tz ?? (await log.profile(owner))?.tz ?? null;
  const parsed = parseNewWin({ ...handed, source }, localDay(writtenAt, tz));

  if (parsed.reasons?.every(({ code }) => code === "text-too-long")) {
    return { kind: "too-long", draft: await log.keepDraft(owner, { text, origin, source, reason: "too-long" }) };
  }
  if (parsed.reasons !== undefined) {
    return { kind: "invalid", reasons: parsed.reasons, text };
  }
  const win = handed.filings === undefined ? parsed.win : { ...parsed.win, filings: handed.filings };
  const saved = await log.save(owner, win, { key: gesture, ...(again === true ? { again } : {}) });

  switch (saved.outcome) {
    case "saved":
      return { kind: "saved", win: saved.win };
    case "same-text":
      return { kind: "same-text", win: saved.win };
    case "repeat":
      return { kind: "repeat", win: saved.win, differs: saved.win.text !== parsed.win.text };
  }
}
