import type {
  Draft,
  Filing,
  Focus,
  NewWin,
  OpportunityNote,
  Owner,
  Profile,
  Share,
  Win,
  WinChanges,
  WinFilter,
  WinPage,
} from "./types.ts";

/**
 * The record of what people did. Every method takes the owner first and sees that owner's rows alone: an id of somebody else is answered
 * like an id that never existed. Writes are on disk when their promise resolves.
 */
export interface EvidenceLog {
  /**
   * One gesture, one record. The same gesture key, or the same source message, gives the win that was saved the first time as `repeat`;
   * the same text by the same owner as a win of the last 60 s gives it as `same-text` and saves nothing, unless `again` is set.
   * A message whose win was removed can be saved again: the new win takes the place of the removed one.
   */
  save(owner: Owner, win: NewWin, gesture: Gesture): Promise<Saved>;
  /** A removed win is found with its `deletedAt` for as long as it can be restored; every list leaves it out. */
  get(owner: Owner, id: string): Promise<Win | undefined>;
  list(owner: Owner, filter: WinFilter, limit: number, next?: string): Promise<WinPage>;
  /** Undefined when there is no such win. */
  edit(owner: Owner, id: string, changes: WinChanges): Promise<Win | undefined>;
  /** Adds a filing; the same criterion twice is one, with the later wording and place. */
  file(owner: Owner, id: string, filing: Filing): Promise<Win | undefined>;
  unfile(owner: Owner, id: string, criterionId: string): Promise<Win | undefined>;
  /** Hidden at once, undone by `restore` for 24 hours, then gone. */
  remove(owner: Owner, id: string): Promise<Win | undefined>;
  restore(owner: Owner, id: string): Promise<Win | undefined>;
  /**
   * Written down before anything is shown, so that a win is never seen by more people than its record says. The same gesture again is a
   * repeat. Undefined when there is no such win.
   */
  share(owner: Owner, id: string, share: NewShare, gesture: Gesture): Promise<Shared | undefined>;
  /** Nothing was shown after all. */
  unshare(owner: Owner, shareId: string): Promise<void>;
  /** What was shown is gone from there; `messageTs` is where it stood, if that is known. Undefined when there is no such share. */
  withdraw(owner: Owner, shareId: string, messageTs: string | null): Promise<Win | undefined>;
  /** Per criterion that has evidence: how much and the latest day. One query, for the evidence map. */
  coverage(owner: Owner): Promise<readonly Coverage[]>;
  /** Every wording and place that wins are filed under, each once: what a changed framework is compared with. */
  filedUnder(owner: Owner): Promise<readonly FiledUnder[]>;

  profile(owner: Owner): Promise<Profile | undefined>;
  saveProfile(owner: Owner, changes: Partial<Profile>): Promise<Profile>;
  focus(owner: Owner): Promise<readonly Focus[]>;
  saveFocus(owner: Owner, focus: readonly Focus[]): Promise<void>;
  opportunityNotes(owner: Owner): Promise<readonly OpportunityNote[]>;
  saveOpportunityNote(owner: Owner, criterionId: string, note: string | null): Promise<void>;
  removeOpportunityNote(owner: Owner, criterionId: string): Promise<void>;

  keepDraft(owner: Owner, draft: Omit<Draft, "id" | "createdAt">): Promise<Draft>;
  draft(owner: Owner, id: string): Promise<Draft | undefined>;
  dropDraft(owner: Owner, id: string): Promise<void>;

  /** Everything of the owner that is not removed, oldest first, for export. */
  everything(owner: Owner): AsyncIterable<Win>;
  /** Wins of an export, with their times and filings. What is there already is left alone; the same file again changes nothing. */
  importWins(owner: Owner, wins: readonly Win[]): Promise<Imported>;
  /** Erases the owner from every table. Resolves to how many wins there were. */
  forget(owner: Owner): Promise<number>;
  /** Removes what is past its time: undone wins after 24 h, drafts and unsent previews after 24 h, gesture keys. Resolves to the number of rows. */
  purge(now: Date): Promise<number>;
}

export interface Gesture {
  /** `trigger_id`, `event_id` or view id: unique for one press, one command, one event. */
  readonly key: string;
  /** The person was told that the same text is saved already and pressed "Save again". */
  readonly again?: boolean;
}

export interface Saved {
  readonly outcome: "saved" | "repeat" | "same-text";
  readonly win: Win;
}

export type NewShare = Pick<Share, "audience" | "shown">;

export interface Shared {
  readonly outcome: "shared" | "repeat";
  readonly win: Win;
  /** For a repeat, of the first time. */
  readonly share: Share | undefined;
}

export interface Imported {
  readonly added: number;
  /** Already there. */
  readonly present: number;
}

export type FiledUnder = Omit<Filing, "contentHash" | "filedAt">;

export interface Coverage {
  readonly criterionId: string;
  readonly framework: string;
  readonly topic: string;
  readonly level: number;
  readonly wins: number;
  /** `YYYY-MM-DD`. */
  readonly latest: string;
}
