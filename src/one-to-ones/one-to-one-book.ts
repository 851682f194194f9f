import type { Owner } from "../evidence/types.ts";
import type { Copy, KeptOneToOne, OneToOne, OneToOneTerms, Point, TurnNotes } from "./types.ts";
import type { View } from "./view.ts";

/**
 * What is kept of 1:1s. Every method takes the owner first and sees that owner's rows alone: the other side of a 1:1 is another
 * owner like any other.
 */
export interface OneToOneBook {
  list(owner: Owner): Promise<readonly OneToOne[]>;
  get(owner: Owner, id: string): Promise<OneToOne | undefined>;
  /** A repeat of the gesture gives the 1:1 of the first time. */
  create(owner: Owner, terms: OneToOneTerms, gesture: string): Promise<OneToOne>;
  change(
    owner: Owner,
    id: string,
    changes: Partial<OneToOneTerms & Pick<OneToOne, "pausedUntil" | "pausedAt">>,
  ): Promise<OneToOne | undefined>;
  /** With its points, notes and copies. */
  remove(owner: Owner, id: string): Promise<boolean>;

  turns(owner: Owner, id: string): Promise<readonly TurnNotes[]>;
  noteTurn(owner: Owner, id: string, day: string, changes: Partial<Omit<TurnNotes, "day">>): Promise<void>;

  /** Open ones, oldest first. */
  points(owner: Owner, id: string): Promise<readonly Point[]>;
  addPoint(
    owner: Owner,
    id: string,
    point: { readonly text: string; readonly permalink: string | null },
    gesture: string,
  ): Promise<Point | undefined>;
  changePoint(owner: Owner, pointId: string, text: string): Promise<boolean>;
  closePoint(owner: Owner, pointId: string): Promise<boolean>;

  keepCopy(
    owner: Owner,
    copy: { readonly oneToOne: string; readonly day: string; readonly to: string; readonly view: View },
  ): Promise<Copy>;
  copy(owner: Owner, id: string): Promise<Copy | undefined>;
  /** True for the first who asks: from then on this copy is being sent, and nobody sends it again. */
  claimCopy(owner: Owner, id: string): Promise<boolean>;
  /** It certainly did not arrive: it may be sent after all. */
  releaseCopy(owner: Owner, id: string): Promise<void>;
  /** `at` is null where nothing went out, because the other person takes nothing. */
  copySent(owner: Owner, id: string, at: { readonly channel: string; readonly ts: string } | null): Promise<void>;
  copyWithdrawn(owner: Owner, id: string): Promise<void>;
  /** The conversation that an earlier copy of the owner's reached this person in. */
  copyChannel(owner: Owner, to: string): Promise<string | undefined>;
  /** What went out for that 1:1, newest first, at most 20. */
  sentCopies(owner: Owner, id: string): Promise<readonly Copy[]>;

  /** Whether the owner takes copies from that person. */
  receives(owner: Owner, from: string): Promise<boolean>;
  receive(owner: Owner, from: string, on: boolean): Promise<void>;
  /** Whom the owner takes nothing from. */
  stopped(owner: Owner): Promise<readonly string[]>;

  /** All of it, for an export. */
  everything(owner: Owner): Promise<readonly KeptOneToOne[]>;
  /**
   * 1:1s of an export, each paused until its owner resumes it. What is there already is left alone, row by row; the same file again changes
   * nothing. Resolves to how many 1:1s are new.
   */
  takeIn(owner: Owner, ones: readonly KeptOneToOne[]): Promise<number>;

  /** Whether the owner logged anything at that moment or later. */
  loggedSince(owner: Owner, at: number): Promise<boolean>;
}
